using PolicyBot.Cases.Disposal;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;

namespace PolicyBot.Cases.Records;

/// <summary>A question is in the record from its answer on.</summary>
public static class QuestionRecord
{
    public static readonly RecordKind Kind = new(
        CaseReference.Question, RecordLists.Questions, found => found is Question { Answer: not null }, (found, trust) => found is Question question ? Of(question, trust) : null);

    public static RecordEntry? Of(Question question, Trust trust) => question.Answer is not { } answer
        ? null
        : new RecordEntry(
            question.Reference, RecordLists.Questions, question.Version, question.Trail.Hash, question.Academy, question.Status.ToString(), question.AskedAt, Restricted: false)
        {
            EndedAt = answer.At,
            Category = question.Given.Subject,
            Outcome = answer.Desk.ToString(),
            Clauses = answer.Clause is { } clause ? [clause.Clause] : [.. question.Given.Clauses.Select(given => given.Clause).Distinct(StringComparer.Ordinal)],
            DecidedBy = [answer.By.Id],
            RetainUntil = RetentionRules.Of(question, answer.At, trust.Retention)?.Until,
        };
}
