using PolicyBot.Cases.Questions;

namespace PolicyBot.Cases.Opinions;

/// <summary>How often drafts met a clause: how often a rule found it, and how often a reader gave it as the reason for a no or a change.</summary>
/// <param name="Clause">Null: found by a rule that has no clause.</param>
public sealed record ClauseCount(ClauseRef? Clause, int Found, int Refused);

/// <summary>What was asked, found, agreed and refused, without anybody's name or words.</summary>
public sealed record ClauseCounts(int Asked, int Agreed, int Refused, ImmutableArray<ClauseCount> Clauses)
{
    public static readonly ClauseCounts None = new(0, 0, 0, []);

    public static ClauseCounts Of(ImmutableArray<SecondOpinion> opinions)
    {
        var found = opinions.SelectMany(opinion => opinion.Found.Select(each => each.Clause).Distinct()).ToLookup(clause => clause);
        var refused = opinions.SelectMany(opinion => opinion.Words.Select(word => word.Clause).OfType<ClauseRef>().Distinct()).ToLookup(clause => (ClauseRef?)clause);
        return new ClauseCounts(
            opinions.Length, opinions.Count(opinion => opinion.IsAgreed), opinions.Count(opinion => opinion.Status is OpinionStatus.AdvisedAgainst),
            [.. found.Select(each => each.Key).Union(refused.Select(each => each.Key)).Select(clause => new ClauseCount(clause, found[clause].Count(), refused[clause].Count()))
                .OrderByDescending(count => count.Found + count.Refused).ThenBy(count => count.Clause?.Clause, StringComparer.Ordinal)]);
    }
}
