using PolicyBot.Cards;
using PolicyBot.Cases.Conversations;
using PolicyBot.Dialogs.Wording;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>Somebody asks about the policy and gets the clause.</summary>
internal static class AskPolicy
{
    private const int Remembered = 3;
    private const int LongestRemembered = 300;
    private static readonly TimeSpan StillTheSameTalk = TimeSpan.FromMinutes(30);

    public static Decision Decide(Turn turn, Known known)
    {
        if (turn.Arrival is not Arrival.Said { Text: var question })
            return Decision.Nothing;
        var recently = turn.When - StillTheSameTalk;
        var answer = WordedAnswer.Of(Find(question, turn, known), known.Words, known);
        if (answer is Answer.Wanted { Next: NextStep.Report })
            return ReportIncident.Start(turn, known); // "someone has posted nasty stuff about our head, where do I report it": they want the form
        var said = Decision.Say(AnswerCards.For(answer, known.Trust, known.Trust.FindAcademy(turn.Who.Academy)));

        // In a channel several people ask; what one asked says nothing about what the next means.
        return turn.Where.Kind is not ConversationKind.Personal ? said : said with { State = Remember(turn, question, recently) };
    }

    /// <summary>What a language model may word, where one is configured: only what was typed, since a press has no time to wait.</summary>
    public static ToWord? ToWord(Turn turn, Known known) => turn.Arrival is Arrival.Said { Text: var question }
        ? AskToWord.For(question, turn.Where.State.AskedSince(turn.When - StillTheSameTalk), Find(question, turn, known), turn, known)
        : null;

    private static Answer Find(string question, Turn turn, Known known) =>
        known.Policy.Answer(question, turn.Where.State.AskedSince(turn.When - StillTheSameTalk));

    private static ConversationState Remember(Turn turn, string question, DateTimeOffset recently)
    {
        var asked = turn.Where.State.Asked.Where(before => before.At >= recently).TakeLast(Remembered - 1);
        var kept = question.Length <= LongestRemembered ? question : question[..LongestRemembered];
        return turn.Where.State with { Asked = [.. asked, new AskedQuestion(kept, turn.When)] };
    }
}
