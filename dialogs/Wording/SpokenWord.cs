using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Dialogs.Wording;

/// <summary>One word where it stands in a text.</summary>
/// <param name="FollowsDirectly">Nothing but a space or a hyphen stands between it and the word before.</param>
internal sealed partial record SpokenWord(int Start, string Written, string Folded, bool OpensSentence, bool FollowsClosely, bool FollowsDirectly)
{
    private const int WaitMs = 1000;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?:;\n");

    public int End => Start + Written.Length;

    public bool IsCapitalised => Written.Any(char.IsUpper) && HasSmall;

    public bool IsInCapitals => Written.Length > 1 && Written.Any(char.IsUpper) && !HasSmall;

    public bool HasSmall => Written.Any(char.IsLower);

    /// <summary>Written in other letters than English has, with accents or without.</summary>
    public bool IsForeign => Folded.Any(letter =>
        letter is > '\u024f' and not (>= '\u1e00' and <= '\u1eff') && char.GetUnicodeCategory(letter) is not UnicodeCategory.ModifierLetter);

    public bool IsOwner => Written.Length > 2 && Written[^1] is 's' or 'S' && Written[^2] is '\'' or '’' or '`' or '´';

    /// <summary>Without the s of a plural or an owner.</summary>
    public string Singular => Folded.Length > 2 && Folded.EndsWith('s') ? Folded[..^1] : Folded;

    /// <summary>"posted", "sharing", "says": what begins a sentence, or follows a name, and is none.</summary>
    public bool LooksLikeVerb =>
        Folded.Length > 3 && (Folded.EndsWith("ed", StringComparison.Ordinal) || Folded.EndsWith("ing", StringComparison.Ordinal) || Folded.EndsWith("ly", StringComparison.Ordinal));

    public static SpokenWord[] Of(string text)
    {
        var matches = Word().Matches(text);
        var words = new SpokenWord[matches.Count];
        for (var i = 0; i < words.Length; i++)
        {
            var match = matches[i];
            var before = i == 0 ? 0 : words[i - 1].End;
            var between = text.AsSpan(before, match.Index - before);
            words[i] = new SpokenWord(
                match.Index,
                match.Value,
                NamedPeople.Fold(match.Value),
                i == 0 || between.ContainsAny(SentenceEnds),
                i > 0 && between.Trim(" \t.,-_'’&/").IsEmpty && !between.Contains('\n'),
                i > 0 && between.Trim(" -").IsEmpty);
        }
        return words;
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*(?:['’`´]\p{L}[\p{L}\p{M}]*)*", RegexOptions.None, WaitMs)]
    private static partial Regex Word();
}
