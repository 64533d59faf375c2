namespace PolicyBot.Cases.Opinions;

/// <summary>One place where two texts differ. Either side may be empty: something was put in, or taken out.</summary>
public sealed record WordDifference(string Before, string After);

/// <summary>Where two texts differ, word by word.</summary>
public static class WordDifferences
{
    // Beyond that the table of both would be large; the middle is then one difference.
    private const int MostWords = 3000;

    public static ImmutableArray<WordDifference> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
            start++;
        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)])
            end++;
        return Middle(old[start..^end], now[start..^end]);
    }

    private static ImmutableArray<WordDifference> Middle(string[] old, string[] now)
    {
        if (old.Length == 0 && now.Length == 0)
            return [];
        if (old.Length > MostWords || now.Length > MostWords)
            return [new WordDifference(string.Join(' ', old), string.Join(' ', now))];

        var common = Common(old, now);
        var found = ImmutableArray.CreateBuilder<WordDifference>();
        var (gone, come) = (new List<string>(), new List<string>());
        for (int i = 0, j = 0; i < old.Length || j < now.Length;)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                Close();
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                gone.Add(old[i++]);
            }
            else
            {
                come.Add(now[j++]);
            }
        }
        Close();
        return found.ToImmutable();

        void Close()
        {
            if (gone.Count + come.Count > 0)
                found.Add(new WordDifference(string.Join(' ', gone), string.Join(' ', come)));
            gone.Clear();
            come.Clear();
        }
    }

    /// <summary>How many words two texts have in common from each place on.</summary>
    private static short[,] Common(string[] old, string[] now)
    {
        var common = new short[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? (short)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
