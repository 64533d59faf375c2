using System.Globalization;

namespace PolicyBot.Policy;

/// <summary>Reads words the way people type them: whatever the case, quotes, symbols or invisible characters.</summary>
internal static class Words
{
    /// <summary>No question needs more; a longer paste costs no more than this.</summary>
    public const int LongestText = 4000;

    /// <summary>
    /// Writes <paramref name="text"/> as lower-case words with one space between them and returns the length written.
    /// <paramref name="folded"/> holds at least <see cref="LongestText"/> characters.
    /// </summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        foreach (var c in text[..Math.Min(text.Length, LongestText)])
        {
            if (char.IsAsciiLetterOrDigit(c) || (c > 127 && char.IsLetterOrDigit(c)))
                folded[length++] = char.ToLowerInvariant(c);
            else if (!JoinsWords(c) && length > 0 && folded[length - 1] != ' ')
                folded[length++] = ' ';
        }

        return length > 0 && folded[length - 1] == ' ' ? length - 1 : length;
    }

    /// <summary>
    /// A light English stem, in place: posts, posted and posting meet at "post", sharing and share at "shar". Returns its length.
    /// </summary>
    public static int Stem(Span<char> word)
    {
        var length = word.Length;
        if (length > 3 && word[length - 1] == 's' && word[length - 2] is not ('s' or 'u' or 'i'))
            length--;
        if (length > 4 && word[..length].EndsWith("ie"))
        {
            word[length - 2] = 'y';
            length--;
        }

        if (length > 5 && word[..length].EndsWith("ing"))
            length = Undouble(word, length - 3);
        else if (length > 4 && word[..length].EndsWith("ed"))
            length = Undouble(word, length - 2);
        return length > 3 && word[length - 1] == 'e' ? length - 1 : length;
    }

    // "don't" and "don’t" are one word; a zero-width character inside a word does not part it.
    private static bool JoinsWords(char c) =>
        c is '\'' or '’' or '‘' or '`' or '´' || (c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.Format);

    private static int Undouble(ReadOnlySpan<char> word, int length) =>
        length > 3 && word[length - 1] == word[length - 2] && word[length - 1] is not ('l' or 's') ? length - 1 : length;
}
