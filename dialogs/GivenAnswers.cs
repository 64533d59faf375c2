using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Questions;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>An answer as the record keeps it, and as the counts see it.</summary>
internal static class GivenAnswers
{
    /// <summary>Null for what no person has to answer: small talk, errands, attempts.</summary>
    /// <param name="before">What was asked before, where the question leans on it. If that sounded like danger or like a report, neither of them is sent around.</param>
    public static GivenAnswer? Of(Answer answer, AskedQuestion? before) =>
        Alone(answer) is { Kind: not AnswerKind.Urgent } given && before?.Given?.Kind is AnswerKind.Urgent or AnswerKind.ToReport
            ? given with { Kind = AnswerKind.ToReport }
            : Alone(answer);

    private static GivenAnswer? Alone(Answer answer) =>
        answer.Perhaps is not null && Plainly(answer) is { Kind: not AnswerKind.Urgent } given ? given with { Kind = AnswerKind.ToReport } : Plainly(answer);

    private static GivenAnswer? Plainly(Answer answer) => answer switch
    {
        Answer.Found found => new GivenAnswer(
            found.Next is NextStep.Report ? AnswerKind.ToReport : AnswerKind.Found, found.Situation,
            [.. found.Clauses.Select(citation => new ClauseRef(citation.Document.Title, citation.Clause.Id))]),
        Answer.NotCovered nothing => new GivenAnswer(nothing.Next is NextStep.Report ? AnswerKind.ToReport : AnswerKind.NotCovered, nothing.Subject, []),
        Answer.Unclear => new GivenAnswer(AnswerKind.Unclear, null, []),
        Answer.Urgent => new GivenAnswer(AnswerKind.Urgent, null, []),
        _ => null,
    };

    /// <summary>What is counted when the answer is given.</summary>
    public static Unmet? Unmet(Answer answer, Turn turn, Known known) => answer switch
    {
        Answer.NotCovered nothing => Count(UnmetKind.NotCovered, nothing.Subject, turn, known),
        Answer.Unclear => Count(UnmetKind.Unclear, null, turn, known),
        _ => null,
    };

    public static Unmet Count(UnmetKind kind, string? subject, Turn turn, Known known) =>
        new(DateOnly.FromDateTime(known.Trust.Local(turn.When).DateTime), kind, subject ?? Cases.Questions.Unmet.Other);
}
