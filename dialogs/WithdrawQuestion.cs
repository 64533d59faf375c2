using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>The asker takes a question back. Those who were asked see that there is nothing to do any more, and no longer what it was.</summary>
internal static class WithdrawQuestion
{
    public static Step Step(Arrival.Pressed pressed) => new(HandleQuestion.Needs(pressed), (turn, known) =>
        known.Question is { } question && question.Asker.Id == turn.Who.Id && turn.Where.Kind is ConversationKind.Personal
            ? Decide(question, turn, known)
            : Decision.Tell(HandleQuestion.NotYours));

    private static Decision Decide(Question question, Turn turn, Known known) => QuestionRules.Withdraw(question, turn.When) switch
    {
        Ruling<Question>.Allowed allowed => new Decision
        {
            Case = new CaseChange(question.Version, allowed.After, allowed.Entries),
            Shown = QuestionCards.Confirmation(allowed.After, known.Trust),
            Sends = [.. QuestionSends.Changed(allowed.After, allowed.After.Readers(known.Trust), known.Trust, known.Library)],
        },
        // Answered in the meantime, or an old card: the card as it is now says so.
        _ => Decision.Show(QuestionCards.Confirmation(question, known.Trust)),
    };
}
