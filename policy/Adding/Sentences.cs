using System.Buffers;

namespace PolicyBot.Policy.Adding;

/// <summary>Cuts a paragraph into the sentences that can be quoted one at a time.</summary>
internal static class Sentences
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "st", "prof", "rev", "cf", "e.g", "i.e", "eg", "ie", "vs", "viz", "approx",
    };

    /// <summary>Abbreviations before a number: "No. 5" goes on, "No." does not.</summary>
    private static readonly HashSet<string> BeforeNumbers = new(StringComparer.OrdinalIgnoreCase) { "no", "nos", "para", "paras", "sect", "art", "p", "pp", "vol", "fig" };

    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789.ivxIVX");

    private static readonly string[] Announcing =
    [
        "considered", "covered", "addressed", "described", "explained", "set out", "considered here", "considered below", "covered here", "covered below", "described below",
        "explained below", "set out below",
    ];

    /// <summary>The sentences; one that only announces the next is not quoted without it.</summary>
    public static IReadOnlyList<string> Of(string paragraph)
    {
        var text = Spaces.Fold(paragraph);
        var sentences = new List<string>();
        var (start, open) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            open = text[at] switch
            {
                '(' when text.IndexOf(')', at) > 0 => open + 1,
                ')' => Math.Max(open - 1, 0),
                _ => open,
            };
            if (open == 0 && Ends(text, start, at))
            {
                Add(sentences, text[start..(at + 1)]);
                start = at + 2;
            }
        }
        if (start < text.Length)
            Add(sentences, text[start..]);
        return sentences;
    }

    /// <summary>Whether a line comes to an end, as a sentence does and half a sentence at the foot of a page does not.</summary>
    public static bool IsFinished(string text) => text.TrimEnd('"', '\'', '”', '’', ')', ']') is [.., '.' or '!' or '?' or ':' or ';'];

    // A full stop (and what closes with it), a space, and then something that a sentence can begin with.
    private static bool Ends(string text, int start, int at)
    {
        if (at + 2 >= text.Length || text[at + 1] != ' ' || !(char.IsUpper(text[at + 2]) || char.IsDigit(text[at + 2]) || text[at + 2] is '“' or '‘' or '"' or '\'' or '('))
            return false;
        var words = text.AsSpan(start, at + 1 - start).TrimEnd("\"'”’)]");
        return words is [.., '.' or '!' or '?'] && !(words[^1] == '.' && IsAbbreviated(words[..^1], text[at + 2]));
    }

    private static bool IsAbbreviated(ReadOnlySpan<char> words, char next)
    {
        var last = words[(words.LastIndexOf(' ') + 1)..].TrimStart("(\"'“‘");
        var isInitial = last is [>= 'A' and <= 'Z'] and not "I";
        var isTypedNumber = last.Length == words.Length && !last.ContainsAnyExcept(Numerals);
        return isInitial || isTypedNumber || Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last)
            || char.IsDigit(next) && BeforeNumbers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last);
    }

    private static void Add(List<string> sentences, string sentence)
    {
        if (sentences.Count > 0 && Array.Exists(Announcing, words => sentences[^1].EndsWith($" {words}.", StringComparison.Ordinal)))
            sentences[^1] += " " + sentence;
        else
            sentences.Add(sentence);
    }
}
