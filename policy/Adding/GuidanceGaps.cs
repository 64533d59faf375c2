using System.Collections.Immutable;
using System.Text.Json;
using PolicyBot.Policy.Guidance;

namespace PolicyBot.Policy.Adding;

/// <summary>What people still have to write before staff can ask about a policy in their own words.</summary>
/// <param name="Unasked">Clauses that no situation leads to.</param>
/// <param name="Astray">Situations that name a clause which the policy does not have (any more).</param>
/// <param name="Waiting">Situations whose short answer was not reviewed for the words that its clauses have.</param>
public sealed record GuidanceGaps(ImmutableArray<Clause> Unasked, ImmutableArray<(string Situation, string Clause)> Astray, ImmutableArray<string> Waiting)
{
    /// <summary>Compares a policy with its situations.</summary>
    /// <param name="situations">situations.json of the policy's folder; null when nobody has written it yet.</param>
    /// <param name="reviewed">reviewed.json of the policy's folder; null when nobody has reviewed anything yet.</param>
    /// <exception cref="PolicyException">One of the files cannot be read.</exception>
    public static GuidanceGaps Of(PolicyDocument document, string? situations, string? reviewed = null)
    {
        var named = situations is null ? [] : Named(situations);
        var reviews = Reviews.Parse(reviewed);
        var asked = named.Select(pair => pair.Clause).ToHashSet(StringComparer.Ordinal);
        return new GuidanceGaps(
            [.. document.Clauses.Where(clause => !asked.Contains(clause.Id))],
            [.. named.Where(pair => document.Clause(pair.Clause) is null)],
            [.. named.GroupBy(pair => pair.Situation, pair => document.Clause(pair.Clause), StringComparer.Ordinal)
                .Where(situation => situation.All(clause => clause is not null) && !reviews.Hold(situation.Key, situation.OfType<Clause>())).Select(situation => situation.Key)]);
    }

    private static List<(string Situation, string Clause)> Named(string situations)
    {
        try
        {
            using var json = JsonDocument.Parse(situations);
            return [.. json.RootElement.GetProperty("situations").EnumerateArray().SelectMany(
                situation => situation.GetProperty("clauses").EnumerateArray().Select(clause => (situation.GetProperty("id").GetString() ?? "", clause.GetString() ?? "")))];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new PolicyException("situations.json: it does not list situations, each with an id and its clauses.", fault);
        }
    }
}
