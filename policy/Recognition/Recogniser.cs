using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;

namespace PolicyBot.Policy.Recognition;

/// <summary>
/// What a question is about, learnt from the ways in which people ask: how probable each subject is. A linear model over the question's
/// <see cref="Traits"/>; most traits speak for a few subjects only, and only those weights are kept.
/// </summary>
internal sealed class Recogniser
{
    private const int MostOftenEnough = 512;
    private const int KindBits = 2;
    private const int KindMask = (1 << KindBits) - 1;
    private const int LongWord = 4;
    private const int FewestUnheard = 3;

    // A question has some hundreds of traits, an endless one many thousands: one list for each thread, instead of one for the collector with every question.
    [ThreadStatic]
    private static List<Trait>? emptied;

    private readonly float[] bias;
    private readonly TraitNumbers known;
    private readonly TraitWeights weights;

    /// <summary>Lays out what was learnt for looking it up. The data itself is not needed any more then.</summary>
    public Recogniser(ModelData data)
    {
        Subjects = data.Subjects;
        bias = data.Bias;
        known = new TraitNumbers(data.Traits);
        weights = new TraitWeights(data);
    }

    /// <summary>The subjects' names, in the order of the probabilities.</summary>
    public ImmutableArray<string> Subjects { get; }

    /// <summary>Fills in how probable each subject is; together they make 1.</summary>
    public void Measure(string question, string earlier, Span<float> probabilities)
    {
        Weigh(question, earlier, probabilities);
        Softmax.ToProbabilities(probabilities);
    }

    /// <summary>Fills in how probable each subject is by itself: several may apply, or none.</summary>
    public void MeasureApart(string question, string earlier, Span<float> probabilities)
    {
        Weigh(question, earlier, probabilities);
        Sigmoid.ToProbabilities(probabilities);
    }

    private void Weigh(string question, string earlier, Span<float> probabilities)
    {
        var traits = emptied ??= new List<Trait>(MostOftenEnough);
        traits.Clear();
        Traits.Add(question, earlier, traits);
        var rented = ArrayPool<int>.Shared.Rent(traits.Count);
        try
        {
            Sum(Known(traits, rented), probabilities);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
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
            unheard += known.Find(Traits.OfWord(words[bounds])) >= 0 ? 0 : 1;
        }

        return unheard >= FewestUnheard && unheard * 3 >= longer;
    }

    // Each once, with its kind in the lowest two bits, in the order in which they come.
    private ReadOnlySpan<int> Known(List<Trait> traits, Span<int> found)
    {
        var places = BitOperations.RoundUpToPowerOf2((uint)traits.Count * 2);
        var rented = ArrayPool<int>.Shared.Rent((int)places);
        var seen = rented.AsSpan(0, (int)places);
        seen.Clear();
        var count = 0;
        foreach (var trait in traits)
        {
            if (known.Find(trait.Hash) is >= 0 and var number && IsNew(number + 1, seen))
                found[count++] = (number << KindBits) | (int)trait.Kind;
        }

        ArrayPool<int>.Shared.Return(rented);
        return found[..count];
    }

    // A table half empty at most, where each number lies at its own place or the next free one.
    private static bool IsNew(int number, Span<int> seen)
    {
        var mask = seen.Length - 1;
        for (var at = number & mask; ; at = (at + 1) & mask)
        {
            if (seen[at] == number)
                return false;
            if (seen[at] == 0)
            {
                seen[at] = number;
                return true;
            }
        }
    }

    private void Sum(ReadOnlySpan<int> traits, Span<float> sums)
    {
        Span<float> shares = stackalloc float[1 << KindBits];
        foreach (var trait in traits)
            shares[trait & KindMask] += weights.Rarity(trait >> KindBits) * weights.Rarity(trait >> KindBits);
        foreach (ref var share in shares)
            share = share > 0 ? 1 / MathF.Sqrt(share) : 0;

        bias.CopyTo(sums);
        foreach (var trait in traits)
            weights.Add(trait >> KindBits, shares[trait & KindMask], sums);
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

/// <summary>As <see cref="Softmax"/>, for subjects that do not exclude each other.</summary>
internal static class Sigmoid
{
    public static void ToProbabilities(Span<float> sums)
    {
        foreach (ref var sum in sums)
            sum = (float)(1 / (1 + Math.Exp(-sum)));
    }
}
