using System.Collections.Immutable;

namespace PolicyBot.Policy.Recognition;

/// <summary>
/// What a question is about, learnt from the ways in which people ask: how probable each subject is. A linear model over the question's
/// <see cref="Traits"/>; most traits speak for a few subjects only, and only those weights are kept.
/// </summary>
internal sealed class Recogniser
{
    private readonly ModelData data;
    private readonly Dictionary<ulong, int> known;

    public Recogniser(ModelData data)
    {
        this.data = data;
        known = new Dictionary<ulong, int>(data.Traits.Length);
        for (var trait = 0; trait < data.Traits.Length; trait++)
            known.Add(data.Traits[trait], trait);
    }

    /// <summary>The subjects' names, in the order of the probabilities.</summary>
    public ImmutableArray<string> Subjects => data.Subjects;

    /// <summary>Fills in how probable each subject is; together they make 1.</summary>
    /// <returns>The share of the question's words that somebody has used before, 0..1: little is known about a question of new words.</returns>
    public float Measure(string question, string earlier, Span<float> probabilities)
    {
        var traits = Traits.Of(question, earlier);
        Span<float> lengths = stackalloc float[3];
        var (heard, words) = (0, 0);
        foreach (var trait in traits)
        {
            words += trait.Kind is TraitKind.Word ? 1 : 0;
            if (!known.TryGetValue(trait.Hash, out var at))
                continue;
            heard += trait.Kind is TraitKind.Word ? 1 : 0;
            lengths[(int)trait.Kind] += data.Rarity[at] * data.Rarity[at];
        }

        for (var kind = 0; kind < lengths.Length; kind++)
            lengths[kind] = lengths[kind] > 0 ? Weighing.Of((TraitKind)kind) / MathF.Sqrt(lengths[kind]) : 0;

        data.Bias.CopyTo(probabilities);
        foreach (var trait in traits)
        {
            if (known.TryGetValue(trait.Hash, out var at))
                Add(at, data.Rarity[at] * lengths[(int)trait.Kind] * data.Scale[at], probabilities);
        }

        Weighing.ToProbabilities(probabilities);
        return words == 0 ? 0 : (float)heard / words;
    }

    private void Add(int trait, float value, Span<float> sums)
    {
        for (var at = data.Starts[trait]; at < data.Starts[trait + 1]; at++)
            sums[data.Columns[at]] += value * data.Weights[at];
    }
}

/// <summary>The numbers that learning and recognising must agree on.</summary>
internal static class Weighing
{
    /// <summary>How much a part of the question counts in all. What was asked before counts less than what is asked now.</summary>
    public static float Of(TraitKind kind) => kind is TraitKind.Earlier ? 0.6f : 1;

    /// <summary>Sums to probabilities, in place. The exponential is taken in double precision: its rounding to single is the same on every machine.</summary>
    public static void ToProbabilities(Span<float> sums)
    {
        var most = float.MinValue;
        foreach (var sum in sums)
            most = MathF.Max(most, sum);
        var all = 0f;
        foreach (ref var sum in sums)
        {
            sum = (float)Math.Exp(sum - most);
            all += sum;
        }

        foreach (ref var sum in sums)
            sum /= all;
    }
}
