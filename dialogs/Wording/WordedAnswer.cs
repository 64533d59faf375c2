using PolicyBot.Policy;

namespace PolicyBot.Dialogs.Wording;

/// <summary>
/// What becomes of an answer when a model has worded it. A clause that does not exist, words that fail a check, or a verdict other than the one
/// that people reviewed, and the answer stays as it was found. What is quoted comes from the policy, by the clause's id.
/// </summary>
internal static class WordedAnswer
{
    private const int MostClauses = 3;

    public static Answer Of(Answer found, ModelWords? words, Known known) =>
        words is { Settles: true } ? Worded(found, words, known) ?? found : found;

    private static Answer.Found? Worded(Answer found, ModelWords words, Known known)
    {
        var pickable = PickableClauses.Of(known.Library, found);
        if (Picked(words, pickable) is not { } clauses
            || ModelSentence.Of(words.Says, words.Verdict, [.. pickable.Select(each => each.Citation.Clause)], known) is not { } says)
            return null;
        return found switch
        {
            Answer.Found embedded when !Contradicts(embedded, clauses, words.Verdict) => embedded with
            {
                Clauses = Leading(embedded, clauses),
                Verdict = words.Verdict,
                Says = says,
                Generated = true,
                Undefined = [.. embedded.Undefined.Where(term => clauses.Any(clause => clause.Clause.Text.Contains(term.Words, StringComparison.OrdinalIgnoreCase)))],
            },
            Answer.NotCovered { Topic: null, LikelierPlace: null } => new Answer.Found(clauses, words.Verdict, NextStep.AskManager) { Says = says, Generated = true },
            _ => null,
        };
    }

    private static ImmutableArray<Citation>? Picked(ModelWords words, ImmutableArray<(string Id, Citation Citation)> pickable)
    {
        if (words.Clauses.Length is 0 or > MostClauses)
            return null;
        var picked = words.Clauses.Distinct(StringComparer.Ordinal).Select(id => pickable.FirstOrDefault(each => each.Id == id).Citation).ToImmutableArray();
        return picked.Contains(null!) ? null : picked;
    }

    // A verdict belongs to the clause that it was reviewed with: both stand, or the model has understood something else.
    private static bool Contradicts(Answer.Found embedded, ImmutableArray<Citation> clauses, Verdict verdict) =>
        IsReviewed(embedded) && (verdict != embedded.Verdict || !clauses.Contains(embedded.Clauses[0]));

    private static ImmutableArray<Citation> Leading(Answer.Found embedded, ImmutableArray<Citation> clauses) =>
        IsReviewed(embedded) ? clauses.Remove(embedded.Clauses[0]).Insert(0, embedded.Clauses[0]) : clauses;

    // A situation whose short answer waits, because its clause was reworded, has nothing that a model could contradict.
    private static bool IsReviewed(Answer.Found embedded) => embedded.Says is not null || embedded.Verdict is not Verdict.None;
}
