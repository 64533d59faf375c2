using PolicyBot.Cards;
using PolicyBot.Cases.Conversations;
using PolicyBot.Dialogs.Times;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>Somebody asks about the policy, in their own words or by choosing ours, and gets the clause.</summary>
internal static class AskPolicy
{
    private const int LongestQuestion = 4000;
    private const int Remembered = 3;
    private const int LongestRemembered = 300;
    private static readonly TimeSpan StillTheSameTalk = TimeSpan.FromMinutes(30);

    public static Decision Decide(Turn turn, Known known)
    {
        if (Question(turn.Arrival) is not { Length: > 0 } question)
            return UnknownVerb.Decide(turn, known);
        var recently = turn.When - StillTheSameTalk;
        var answer = known.Policy.Answer(question, turn.Where.State.AskedSince(recently));
        var said = answer is Answer.Wanted { Next: var wanted } && Opened(wanted, turn, known) is { } opened
            ? opened
            : Shown(AnswerCards.For(answer, known.Trust, known.Trust.FindAcademy(turn.Who.Academy), Reply(answer, question, turn, known)), turn);

        // In a channel several people ask; what one asked says nothing about what the next means.
        return turn.Where.Kind is not ConversationKind.Personal || said.State is not null ? said : said with { State = Remember(turn, question, recently) };
    }

    // What a button asks comes from the client like anything typed, and is treated alike.
    private static string? Question(Arrival arrival) => arrival switch
    {
        Arrival.Said said => Cut(said.Text, LongestQuestion),
        Arrival.Pressed pressed => Cut(pressed.Data.Text(Fields.Asks), LongestQuestion),
        _ => null,
    };

    // "Someone has posted nasty stuff about our head, where do I report it": they want the form, not a way to it.
    private static Decision? Opened(NextStep wanted, Turn turn, Known known) => wanted switch
    {
        NextStep.Report => ReportIncident.Start(turn, known),
        NextStep.SecondOpinion => AskPerson.SecondOpinion(turn, known),
        NextStep.Handover => AskPerson.Handover(turn, known),
        NextStep.LogComment => AskPerson.Comment(turn, known),
        NextStep.Acknowledge => AcknowledgePolicy.Offer(turn, known),
        NextStep.ReadPolicy => ReadPolicy.Decide(turn, known),
        NextStep.Help => Help.Decide(turn, known),
        _ => null,
    };

    // Only where the 24-hour rule is the answer: elsewhere a day in the question says nothing about a reply.
    private static ReplyWanted? Reply(Answer answer, string question, Turn turn, Known known) =>
        answer is Answer.Found { Clauses: [{ Clause.Id: "monitoring.24-hours" }, ..] } && SpokenMoment.Read(question, turn.When, known.Trust) is { } received
            ? new ReplyWanted(received, turn.When)
            : null;

    /// <summary>The answer to a choice takes the choice's place; a line of text has no card to do so.</summary>
    private static Decision Shown(Message answer, Turn turn) =>
        turn.Arrival is Arrival.Pressed && answer.Card is not null ? Decision.Show(answer) : Decision.Say(answer);

    private static ConversationState Remember(Turn turn, string question, DateTimeOffset recently)
    {
        var asked = turn.Where.State.Asked.Where(before => before.At >= recently).TakeLast(Remembered - 1);
        return turn.Where.State with { Asked = [.. asked, new AskedQuestion(Cut(question, LongestRemembered), turn.When)] };
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
