using System.Collections.Immutable;
using PolicyBot.Policy.Guidance;

namespace PolicyBot.Policy.Recognition;

/// <summary>How probable each kind of subject is: the sum over its subjects.</summary>
internal sealed record KindShares(float Covered, float Uncovered, float Errand, float Chatter, float Emergency, float Attack)
{
    public static KindShares Of(ImmutableArray<Subject> subjects, ReadOnlySpan<float> probabilities)
    {
        var (covered, uncovered, errand, chatter, emergency, attack) = (0f, 0f, 0f, 0f, 0f, 0f);
        for (var at = 0; at < probabilities.Length; at++)
        {
            _ = subjects[at] switch
            {
                Subject.Situation => covered += probabilities[at],
                Subject.Uncovered => uncovered += probabilities[at],
                Subject.Errand => errand += probabilities[at],
                Subject.Emergency => emergency += probabilities[at],
                Subject.Attack => attack += probabilities[at],
                _ => chatter += probabilities[at],
            };
        }

        return new KindShares(covered, uncovered, errand, chatter, emergency, attack);
    }
}
