using System.Buffers;
using System.Collections.Frozen;

namespace PolicyBot.Policy.Drafts;

/// <summary>
/// What a word stands for in a draft (<c>senses.txt</c>): "sacked", "capability review" and "handed in" are all staff matters. A sentence with a word that nobody
/// had used before then still looks like one that somebody had.
/// </summary>
internal static class DraftSenses
{
    private const int LongestPhrase = 3;

    private static readonly FrozenDictionary<string, string> Senses = Read();

    /// <summary>The senses of a passage's words, in their order.</summary>
    public static List<string> In(string passage)
    {
        var folded = ArrayPool<char>.Shared.Rent(Policy.Words.LongestText);
        try
        {
            return In(folded.AsSpan(0, Policy.Words.Fold(passage, folded)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(folded);
        }
    }

    // The longest phrase counts: "head of year" is a colleague, "head" may be the head.
    private static List<string> In(ReadOnlySpan<char> words)
    {
        var senses = new List<string>();
        for (var from = 0; from < words.Length;)
        {
            var (end, next, sense) = (from, 0, default(string));
            for (var length = 0; length < LongestPhrase && end < words.Length; length++)
            {
                end = EndOfWord(words, length == 0 ? from : end + 1);
                var found = Find(words[from..end]);
                if (length == 0 || found is not null)
                    (next, sense) = (end, found ?? sense);
            }

            if (sense is not null)
                senses.Add(sense);
            from = next + 1;
        }

        return senses;
    }

    private static string? Find(ReadOnlySpan<char> words)
    {
        var find = Senses.GetAlternateLookup<ReadOnlySpan<char>>();
        if (find.TryGetValue(words, out var sense))
            return sense;
        Span<char> stem = stackalloc char[64];
        if (words.Length > stem.Length)
            return null;
        words.CopyTo(stem);
        return find.TryGetValue(stem[..Stem(stem[..words.Length])], out sense) ? sense : null;
    }

    // Only the last word of a phrase is shortened: "caught cheating" meets "caught cheat".
    private static int Stem(Span<char> words)
    {
        var last = words.LastIndexOf(' ') + 1;
        return last + Policy.Words.Stem(words[last..]);
    }

    private static int EndOfWord(ReadOnlySpan<char> words, int from) => words[from..].IndexOf(' ') is >= 0 and var length ? from + length : words.Length;

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(DraftSenses).Assembly.GetManifestResourceStream("senses.txt") ?? throw new PolicyException("senses.txt is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var senses = new Dictionary<string, string>(StringComparer.Ordinal);
        var sense = "";
        Span<char> folded = new char[Policy.Words.LongestText];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0)
                continue;
            if (line[0] == '[')
            {
                sense = line.Trim('[', ']');
                continue;
            }

            foreach (var phrase in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var length = Policy.Words.Fold(phrase, folded);
                senses.TryAdd(folded[..length].ToString(), sense);
                senses.TryAdd(folded[..Stem(folded[..length])].ToString(), sense);
            }
        }

        return senses.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
