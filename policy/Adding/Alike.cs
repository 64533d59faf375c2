namespace PolicyBot.Policy.Adding;

/// <summary>How much of two wordings is the same.</summary>
internal static class Alike
{
    /// <summary>From 0 to 1: the words that both have in the same order, as a share of all their words.</summary>
    public static double Share(string one, string other)
    {
        var (left, right) = (WordsOf(one), WordsOf(other));
        if (left.Length == 0 || right.Length == 0)
            return 0;
        // The longest common subsequence, a row at a time.
        var above = new int[right.Length + 1];
        foreach (var word in left)
        {
            var row = new int[right.Length + 1];
            for (var at = 0; at < right.Length; at++)
                row[at + 1] = word.Equals(right[at], StringComparison.OrdinalIgnoreCase) ? above[at] + 1 : Math.Max(above[at + 1], row[at]);
            above = row;
        }
        return 2.0 * above[^1] / (left.Length + right.Length);
    }

    public static string[] WordsOf(string text) =>
        [.. text.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(".,;:!?()[]\"“”‘'-–".ToCharArray())).Where(word => word.Length > 0)];
}
