using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Opinions;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Opinions;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>
/// What every press on a second opinion's card asks first: does it exist, and is it this person's to read or to send? Both are read from the record at this moment.
/// Somebody who may not is told the same whether or not it exists, so that nothing can be found out by trying.
/// </summary>
internal static class HandleOpinion
{
    public const string NotYours = "Only the people who were asked can do that. Nothing has changed.";

    /// <summary>A press by one of its readers. Those it came past see where it is now, and change nothing.</summary>
    /// <param name="pressed">The press.</param>
    /// <param name="decide">What one of its readers gets.</param>
    /// <param name="past">What those get whom it came past; null: the card as it is now.</param>
    public static Step AsReader(Arrival.Pressed pressed, Func<SecondOpinion, Turn, Known, Decision> decide, Func<SecondOpinion, Turn, Known, Decision>? past = null) => new(Needs(pressed), (turn, known) =>
        known.Opinion is not { } opinion || turn.Where.Kind is not ConversationKind.Personal ? Decision.Tell(NotYours)
        : opinion.IsReader(turn.Who.Id) ? decide(opinion, turn, known)
        : opinion.HasSeen(turn.Who.Id) ? (past ?? Show)(opinion, turn, known)
        : Decision.Tell(NotYours));

    /// <summary>A press by its author.</summary>
    public static Step AsAuthor(Arrival.Pressed pressed, Func<SecondOpinion, Turn, Known, Decision> decide) => new(Needs(pressed), (turn, known) =>
        known.Opinion is { } opinion && opinion.Asker.Id == turn.Who.Id && turn.Where.Kind is ConversationKind.Personal ? decide(opinion, turn, known) : Decision.Tell(NotYours));

    /// <summary>The card as it is now, each sees their own: the client refreshes it by itself, or somebody came back from a form.</summary>
    public static Step View(Arrival.Pressed pressed) => AsEither(pressed, Show);

    /// <summary>From a note or a list: the card, below it.</summary>
    public static Step Open(Arrival.Pressed pressed) => AsEither(pressed, (opinion, turn, known) => Decision.Say(Card(opinion, turn, known, null)));

    /// <summary>All of it, a page at a time: of a draft that is being described, or of a request.</summary>
    public static Step Read(Arrival.Pressed pressed)
    {
        var page = PageOf(pressed);
        return pressed.Data.Text(Fields.Draft).Length > 0
            ? AskOpinion.OnDraft(pressed, (draft, turn, known) => OpinionForm.Complete(draft, known.Trust, turn.When).Post is { } post
                ? Decision.Show(OpinionPages.Read(
                    post, OpinionFindings.Of(post, turn, known), page, known.Trust, known.Library, new CardData(Verbs.OpinionRead) { Draft = draft.Id, Ref = OrNull(draft.Case) }, new CardData(Verbs.OpinionDraft) { Draft = draft.Id, Ref = OrNull(draft.Case) }))
                : AskOpinion.Keep(draft, ReportProblems.None, turn, known))
            : AsEither(pressed, (opinion, turn, known) => Decision.Show(OpinionPages.Read(
                opinion.Post, opinion.Found, page, known.Trust, known.Library, Data(Verbs.OpinionRead, opinion, turn), Data(Verbs.OpinionCard, opinion, turn))));
    }

    public static Decision Show(SecondOpinion opinion, Turn turn, Known known) => Decision.Show(Card(opinion, turn, known, DeliveryOf(turn, opinion)));

    public static CardData Data(string verb, SecondOpinion opinion, Turn turn) => new(verb) { Ref = opinion.Reference.ToString(), Delivery = DeliveryOf(turn, opinion) };

    /// <summary>Which of the cards that were sent to this person they have in front of them; null for one that they opened from a list.</summary>
    public static string? DeliveryOf(Turn turn, SecondOpinion opinion) =>
        turn.Arrival is Arrival.Pressed pressed && pressed.Data.Text(Fields.Delivery) is { Length: > 0 and <= 200 } key && key.StartsWith($"{opinion.Reference}/", StringComparison.Ordinal) ? key : null;

    public static int PageOf(Arrival.Pressed pressed) =>
        int.TryParse(pressed.Data.Text(Fields.Page), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    public static Needs Needs(Arrival.Pressed pressed) => new()
    {
        Opinion = CaseReference.TryParse(pressed.Data.Text(Fields.Ref), out var reference) ? reference : null,
    };

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static Step AsEither(Arrival.Pressed pressed, Func<SecondOpinion, Turn, Known, Decision> decide) => new(Needs(pressed), (turn, known) =>
        known.Opinion is { } opinion && turn.Where.Kind is ConversationKind.Personal && (opinion.Asker.Id == turn.Who.Id || opinion.HasSeen(turn.Who.Id))
            ? decide(opinion, turn, known)
            : Decision.Tell(NotYours));

    private static Message Card(SecondOpinion opinion, Turn turn, Known known, string? delivery) => opinion.Asker.Id == turn.Who.Id
        ? OpinionAuthorCards.Card(opinion, known.Trust, known.Library, delivery)
        : OpinionReaderCards.Card(opinion, turn.Who.Id, known.Trust, known.Library, delivery);
}
