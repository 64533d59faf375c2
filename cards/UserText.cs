using System.Globalization;
using System.Text;

namespace PolicyBot.Cards;

/// <summary>
/// Makes what people typed show as they typed it (statement CARD-03). A reporter pastes posts that were written to harm: none of it
/// may become a link, a mention, a heading, or text that runs backwards over the words beside it.
/// </summary>
public static class UserText
{
    /// <summary>Escapes for a text block or a message. Lines stay lines; empty ones go.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var line in Plain(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (escaped.Length > 0)
                escaped.Append("\n\n");
            AppendLine(escaped, line);
        }
        return escaped.ToString();
    }

    /// <summary>
    /// Without what cannot be seen but acts: control characters, direction overrides, zero-width characters, letters without a shape. For inputs and titles, which know
    /// no markdown. What holds a picture together (a family, the flag of Wales) stays.
    /// </summary>
    public static string Plain(string text)
    {
        var runes = text.ReplaceLineEndings("\n").EnumerateRunes().ToArray();
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < runes.Length; at++)
        {
            var rune = runes[at];
            if (rune.Value is BlackFlag && EndOfFlag(runes, at) is > 0 and var end)
            {
                for (; at < end; at++)
                    plain.Append(runes[at]);
                plain.Append(runes[at]);
            }
            else if (rune.Value is '\n' || (rune.Value is Joins && Joined(runes, at)))
                plain.Append(rune);
            else if (rune.Value is '\t' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator)
                plain.Append(' ');
            else if (!Unseen.Contains(rune.Value) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                plain.Append(rune);
        }
        return plain.ToString();
    }

    /// <summary>At most <paramref name="length"/> characters, with an ellipsis where something was left out. Shorten first, then escape.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>What an input shows again: as typed, cut at its limit.</summary>
    internal static string Kept(string text, int length) => Plain(Shorten(text, length));

    private const int Joins = 0x200D;
    private const int BlackFlag = 0x1F3F4;
    private const int FirstTag = 0xE0020;
    private const int LastTag = 0xE007E;
    private const int EndsTags = 0xE007F;
    private const int LongestFlag = 8;
    private const int LastLatin = 0x24F;

    // Marks, letters and signs that are drawn as nothing: fillers of Hangul, the joiner of graphemes, vowels of Khmer that never sound, the empty pattern of Braille.
    private static readonly HashSet<int> Unseen = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0];

    // The flags of England, Scotland and Wales are a black flag with letters behind it that cannot be seen, and a sign that ends them.
    private static int EndOfFlag(Rune[] runes, int flag)
    {
        var at = flag + 1;
        while (at < runes.Length && at - flag < LongestFlag && runes[at].Value is >= FirstTag and <= LastTag)
            at++;
        return at > flag + 1 && at < runes.Length && runes[at].Value is EndsTags ? at : 0;
    }

    // Between two pictures, or in a script whose letters change shape beside it; between Latin letters it only makes one word look like another.
    private static bool Joined(Rune[] runes, int at) => at > 0 && at < runes.Length - 1 && runes[at - 1].Value > LastLatin && runes[at + 1].Value > LastLatin && runes[at + 1].Value is not Joins;

    private static void AppendLine(StringBuilder escaped, string line)
    {
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        for (var i = 0; i < line.Length; i++)
        {
            var entity = i + 1 < line.Length && (line[i + 1] == '#' || char.IsAsciiLetter(line[i + 1]));
            _ = line[i] switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' when entity => escaped.Append("&amp;"),
                // Round brackets too: a client would read {{DATE(…)}} as a function.
                '\\' or '`' or '*' or '_' or '[' or ']' or '(' or ')' or '~' or '|' => escaped.Append('\\').Append(line[i]),
                '#' or '+' or '-' or '=' when i == 0 => escaped.Append('\\').Append(line[i]),
                '.' when i == digits && digits > 0 => escaped.Append("\\."),
                var other => escaped.Append(other),
            };
        }
    }
}
