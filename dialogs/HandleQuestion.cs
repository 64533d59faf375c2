using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Questions;

namespace PolicyBot.Dialogs;

/// <summary>
/// What every press on a question's card asks first: does the question exist, and is it this person's to answer? Both are read from the record and
/// the Trust at this moment. Somebody who may not is told the same whether or not it exists, so that nothing can be found out by trying.
/// </summary>
internal static class HandleQuestion
{
    public const string NotYours = "Only the people who were asked can do that. Nothing has changed.";

    /// <summary>A press by one of the people whom it lies with. Those it came past see where it is now, and change nothing.</summary>
    public static Step Step(Arrival.Pressed pressed, Func<Question, Turn, Known, Decision> decide) => new(Needs(pressed), (turn, known) =>
        known.Question is not { } question || turn.Where.Kind is not ConversationKind.Personal ? Decision.Tell(NotYours)
        : question.MayBeAnsweredBy(turn.Who.Id, known.Trust) ? decide(question, turn, known)
        : question.Readers(known.Trust).Contains(turn.Who.Id, StringComparer.OrdinalIgnoreCase) ? Show(question, turn, known)
        : Decision.Tell(NotYours));

    /// <summary>The card as it is now: the client refreshes it by itself, or somebody came back from the form. Each sees what they may see.</summary>
    public static Step View(Arrival.Pressed pressed) => new(Needs(pressed), (turn, known) =>
        MayRead(turn, known) is not { } question ? Decision.Tell(NotYours)
        : question.Asker.Id == turn.Who.Id ? Decision.Show(QuestionCards.Confirmation(question, known.Trust))
        : Show(question, turn, known));

    /// <summary>From the list: the question's card, below it.</summary>
    public static Step Open(Arrival.Pressed pressed) => new(Needs(pressed), (turn, known) =>
        MayRead(turn, known) is { } question && question.Asker.Id != turn.Who.Id
            ? Decision.Say(Card(question, turn, known, delivery: null))
            : Decision.Tell(NotYours));

    public static Needs Needs(Arrival.Pressed pressed) => new()
    {
        Question = CaseReference.TryParse(pressed.Data.Text(Fields.Ref), out var reference) ? reference : null,
    };

    public static Decision Show(Question question, Turn turn, Known known) => Decision.Show(Card(question, turn, known, DeliveryOf(turn, question)));

    /// <summary>The card that was sent to this person, or null where they have another in front of them that they opened from the list.</summary>
    public static string? DeliveryOf(Turn turn, Question question) =>
        turn.Arrival is Arrival.Pressed pressed && pressed.Data.Text(Fields.Delivery) is var key && key == CardKeys.Handler(question.Reference, turn.Who.Id) ? key : null;

    private static Message Card(Question question, Turn turn, Known known, string? delivery) =>
        DeskCards.Card(question, question.MayBeAnsweredBy(turn.Who.Id, known.Trust), known.Trust, known.Library, delivery);

    private static Question? MayRead(Turn turn, Known known) =>
        known.Question is { } question && turn.Where.Kind is ConversationKind.Personal
        && (question.Asker.Id == turn.Who.Id || question.Readers(known.Trust).Contains(turn.Who.Id, StringComparer.OrdinalIgnoreCase))
            ? question
            : null;
}
