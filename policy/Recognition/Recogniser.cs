using System.Collections.Immutable;

namespace PolicyBot.Policy.Recognition;

/// <summary>
/// What a question is about, learnt from the ways in which people ask: how probable each subject is. A linear model over the question's
/// <see cref="Traits"/>; most traits speak for a few subjects only, and only those weights are kept.
/// </summary>
internal sealed class Recogniser
{
    private const int LongWord = 4;
    private const int FewestUnheard = 3;

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
    public void Measure(string question, string earlier, Span<float> probabilities)
    {
        var traits = Traits.Of(question, earlier);
        Span<float> lengths = stackalloc float[3];
        foreach (var trait in traits)
        {
            if (known.TryGetValue(trait.Hash, out var at))
                lengths[(int)trait.Kind] += data.Rarity[at] * data.Rarity[at];
        }

        for (var kind = 0; kind < lengths.Length; kind++)
            lengths[kind] = lengths[kind] > 0 ? 1 / MathF.Sqrt(lengths[kind]) : 0;

        data.Bias.CopyTo(probabilities);
        foreach (var trait in traits)
        {
            if (known.TryGetValue(trait.Hash, out var at))
                Add(at, data.Rarity[at] * lengths[(int)trait.Kind] * data.Scale[at], probabilities);
        }

        Softmax.ToProbabilities(probabilities);
    }

    /// <summary>
    /// Whether a third of the longer words are such as nobody has used before, and at least three. The small words between them ("would the … stretch to …") then say nothing: a
    /// question about hedgerow grants looks like one about outside agencies.
    /// </summary>
    public bool IsStrange(ReadOnlySpan<char> words)
    {
        var (longer, unheard) = (0, 0);
        foreach (var bounds in words.Split(' '))
        {
            if (words[bounds].Length < LongWord)
                continue;
            longer++;
            unheard += known.ContainsKey(Traits.OfWord(words[bounds])) ? 0 : 1;
        }

        return unheard >= FewestUnheard && unheard * 3 >= longer;
    }

    private void Add(int trait, float value, Span<float> sums)
    {
        for (var at = data.Starts[trait]; at < data.Starts[trait + 1]; at++)
            sums[data.Columns[at]] += value * data.Weights[at];
    }
}

/// <summary>What learning and recognising must do alike.</summary>
internal static class Softmax
{
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
