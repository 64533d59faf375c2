using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicyBot.Dialogs.Wording;

/// <summary>One word where it stands in a text.</summary>
internal sealed record SpokenWord(int Start, int End, string Folded, bool IsCapitalised, bool IsOwner, bool OpensSentence, bool FollowsClosely)
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?:;\n");

    /// <summary>Without the s of a plural or an owner.</summary>
    public string Singular => Folded.Length > 2 && Folded.EndsWith('s') ? Folded[..^1] : Folded;

    /// <summary>"posted", "sharing", "says": what begins a sentence, or follows a name, and is none.</summary>
    public bool LooksLikeVerb =>
        Folded.Length > 3 && (Folded.EndsWith("ed", StringComparison.Ordinal) || Folded.EndsWith("ing", StringComparison.Ordinal) || Folded.EndsWith("ly", StringComparison.Ordinal));

    public static SpokenWord[] Of(string text, Regex word)
    {
        var matches = word.Matches(text);
        var words = new SpokenWord[matches.Count];
        for (var i = 0; i < words.Length; i++)
        {
            var match = matches[i];
            var end = match.Index + match.Length;
            var between = text.AsSpan(i == 0 ? 0 : words[i - 1].End, match.Index - (i == 0 ? 0 : words[i - 1].End));
            words[i] = new SpokenWord(
                match.Index,
                end,
                NamedPeople.Fold(match.Value),
                char.IsUpper(match.Value[0]) && match.Value.Length > 1 && match.Value.AsSpan(1).ContainsAnyInRange('a', 'z'),
                match.Value.Length > 2 && match.Value[^1] is 's' or 'S' && match.Value[^2] is '\'' or '’' or '`' or '´',
                i == 0 || between.ContainsAny(SentenceEnds),
                i > 0 && between.Trim(" \t.,-_'’&/").IsEmpty && !between.Contains('\n'));
        }
        return words;
    }
}
