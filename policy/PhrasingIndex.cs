namespace PolicyBot.Policy;

/// <summary>
/// How near a question is to each phrasing that we know: the cosine of their words, rare words weighing more (tf-idf).
/// Built once; a question then touches only the phrasings that share a word with it.
/// </summary>
internal sealed class PhrasingIndex
{
    private readonly (int Entry, float Weight)[][] postings;
    private readonly float[] rarity;

    /// <summary>Learns how rare each word is, and which entries have it.</summary>
    /// <param name="entries">The word numbers of each entry, repeated as often as the words occur.</param>
    public PhrasingIndex(IReadOnlyList<int[]> entries, int vocabulary)
    {
        Count = entries.Count;
        rarity = new float[vocabulary];
        foreach (var term in entries.SelectMany(entry => entry.Distinct()))
            rarity[term]++;
        for (var term = 0; term < vocabulary; term++)
            rarity[term] = MathF.Log(1 + (Count / (rarity[term] + 1)));
        Unheard = MathF.Log(1 + Count) * 0.5f;

        var lists = Enumerable.Range(0, vocabulary).Select(_ => new List<(int, float)>()).ToArray();
        for (var entry = 0; entry < Count; entry++)
        {
            var weights = entries[entry].GroupBy(term => term).Select(same => (Term: same.Key, Weight: (1 + MathF.Log(same.Count())) * rarity[same.Key])).ToArray();
            var length = MathF.Sqrt(weights.Sum(each => each.Weight * each.Weight));
            foreach (var (term, weight) in weights)
                lists[term].Add((entry, weight / length));
        }

        postings = [.. lists.Select(list => list.ToArray())];
    }

    public int Count { get; }

    /// <summary>What a word that no entry has adds to a question's length: it makes every entry less near.</summary>
    private float Unheard { get; }

    /// <summary>
    /// Fills <paramref name="nearness"/> with 0..1 for each entry. The first <paramref name="current"/> terms weigh in full,
    /// the rest, from an earlier question, by <paramref name="earlierShare"/>.
    /// </summary>
    public void Measure(ReadOnlySpan<int> terms, int current, float earlierShare, Span<float> nearness)
    {
        nearness.Clear();
        var squares = 0f;
        for (var at = 0; at < terms.Length; at++)
        {
            if (terms[..at].Contains(terms[at]) && terms[at] >= 0)
                continue;
            var share = at < current ? 1 : earlierShare;
            var weight = share * (terms[at] < 0 ? Unheard : rarity[terms[at]]);
            squares += weight * weight;
            if (terms[at] < 0)
                continue;
            foreach (var (entry, entryWeight) in postings[terms[at]])
                nearness[entry] += weight * entryWeight;
        }

        if (squares > 0)
            Scale(nearness, 1 / MathF.Sqrt(squares));
    }

    private static void Scale(Span<float> values, float by)
    {
        foreach (ref var value in values)
            value *= by;
    }
}
