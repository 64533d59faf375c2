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

    /// <summary>Without what cannot be seen but acts: control characters, direction overrides, zero-width characters. For inputs and titles, which know no markdown.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or JoinsEmoji)
                plain.Append(rune);
            else if (rune.Value is '\t' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator)
                plain.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
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

    private const int JoinsEmoji = 0x200D;

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
