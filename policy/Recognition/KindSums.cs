using System.Collections.Immutable;
using PolicyBot.Policy.Guidance;

namespace PolicyBot.Policy.Recognition;

/// <summary>Sums up a question's probabilities by kind. Each subject's kind is looked up once, not with every question.</summary>
internal sealed class KindSums(ImmutableArray<Subject> subjects)
{
    private enum Kind : byte
    {
        Covered,
        Uncovered,
        Errand,
        Chatter,
        Emergency,
        Attack,
    }

    private readonly Kind[] kinds = [.. subjects.Select(KindOf)];

    public KindShares Of(ReadOnlySpan<float> probabilities)
    {
        Span<float> shares = stackalloc float[(int)Kind.Attack + 1];
        for (var at = 0; at < probabilities.Length; at++)
            shares[(int)kinds[at]] += probabilities[at];
        return new KindShares(
            shares[(int)Kind.Covered], shares[(int)Kind.Uncovered], shares[(int)Kind.Errand], shares[(int)Kind.Chatter], shares[(int)Kind.Emergency], shares[(int)Kind.Attack]);
    }

    private static Kind KindOf(Subject subject) => subject switch
    {
        Subject.Situation => Kind.Covered,
        Subject.Uncovered => Kind.Uncovered,
        Subject.Errand => Kind.Errand,
        Subject.Emergency => Kind.Emergency,
        Subject.Attack => Kind.Attack,
        _ => Kind.Chatter,
    };
}
