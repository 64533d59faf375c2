using System.Collections.Frozen;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>"Check: our library is open again": the draft that stands behind the word. "Check whether I may post this" is a question, and stays one.</summary>
internal static class CheckedDraft
{
    private const string Word = "check";

    // What people go on with when they ask the policy, or another thing of the bot.
    private static readonly FrozenSet<string> Asking =
        "if whether that what when where which who how why with my the our is are can may for on in out up and it to about policy cases".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the words are no draft.</summary>
    public static string? In(string text)
    {
        var trimmed = text.TrimStart();
        if (!trimmed.StartsWith(Word, StringComparison.OrdinalIgnoreCase) || trimmed.Length == Word.Length)
            return null;
        var (mark, rest) = (trimmed[Word.Length], trimmed[(Word.Length + 1)..].Trim());
        if (mark is ':' or '\n' or '\r')
            return OrNull(rest);
        if (mark is not (' ' or '\t' or '\u00a0'))
            return null;
        // "check this: …", and a draft on the line below.
        if (rest.StartsWith("this", StringComparison.OrdinalIgnoreCase) && rest.Length > 4 && rest[4] is ':' or '\n' or '\r')
            return OrNull(rest[5..].Trim());
        var first = rest.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return Asking.Contains(first.Trim(',', '.', '?', '!')) || first.StartsWith("this", StringComparison.OrdinalIgnoreCase) ? null : OrNull(rest);
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
