using System.Buffers;
using System.Collections.Immutable;

namespace PolicyBot.Policy;

/// <summary>
/// How much of what a question says an entry says too, rare words weighing more. Built once; a question then touches only the entries
/// that share a word with it.
/// </summary>
internal sealed class TextIndex
{
    private readonly int[][] postings;
    private readonly float[] rarity;
    private readonly int entries;

    /// <summary>Counts the words of all texts.</summary>
    /// <param name="texts">The word numbers of each entry.</param>
    /// <param name="vocabulary">How many different words there are.</param>
    public TextIndex(IReadOnlyList<int[]> texts, int vocabulary)
    {
        entries = texts.Count;
        var lists = Enumerable.Range(0, vocabulary).Select(_ => new List<int>()).ToArray();
        for (var entry = 0; entry < entries; entry++)
        {
            foreach (var term in texts[entry].Distinct())
                lists[term].Add(entry);
        }

        postings = [.. lists.Select(list => list.ToArray())];
        rarity = [.. postings.Select(list => MathF.Log(1 + ((float)entries / (list.Length + 1))))];
        Unheard = MathF.Log(1 + entries);
    }

    /// <summary>What a word that no entry has counts: it makes every entry less near.</summary>
    private float Unheard { get; }

    /// <summary>The nearest entries, best first, with the share of the question that each has (0..1).</summary>
    public ImmutableArray<(int Entry, float Nearness)> Nearest(ReadOnlySpan<int> terms, int most)
    {
        var shared = ArrayPool<float>.Shared.Rent(entries);
        try
        {
            var sums = shared.AsSpan(0, entries);
            sums.Clear();
            var all = 0f;
            for (var at = 0; at < terms.Length; at++)
            {
                if (terms[at] >= 0 && terms[..at].Contains(terms[at]))
                    continue;
                all += terms[at] < 0 ? Unheard : rarity[terms[at]];
                foreach (var entry in terms[at] < 0 ? [] : postings[terms[at]])
                    sums[entry] += rarity[terms[at]];
            }

            return all == 0 ? [] : Best(sums, all, most);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(shared);
        }
    }

    private static ImmutableArray<(int, float)> Best(Span<float> sums, float all, int most)
    {
        var best = ImmutableArray.CreateBuilder<(int, float)>(most);
        while (best.Count < most)
        {
            var largest = 0;
            for (var at = 1; at < sums.Length; at++)
                largest = sums[at] > sums[largest] ? at : largest;
            if (sums[largest] == 0)
                break;
            best.Add((largest, sums[largest] / all));
            sums[largest] = 0;
        }

        return best.ToImmutable();
    }
}
