using System.Text.RegularExpressions;

namespace PolicyBot.Policy.Drafts.Rules;

/// <summary>Who is speaking (dos.who-is-posting): an "I" on the Trust's account that no name, role or team stands under.</summary>
internal static partial class Speaker
{
    public const string Rule = "no_speaker";

    public static IEnumerable<Raised> In(Draft draft)
    {
        if (draft.Account is DraftAccount.Personal || IsSigned(draft.Text))
            yield break;
        var unquoted = Quoted().Replace(draft.Text, quoted => new string(' ', quoted.Length));
        if (First().Match(unquoted) is { Success: true } first)
            yield return new Raised(Rule, Severity.Minor, SentenceAround(draft.Text, first.Index));
        else if (Opening().Match(draft.Text) is { Success: true } opening)
            yield return new Raised(Rule, Severity.Minor, opening.Value);
    }

    /// <summary>Whether it claims to say what the whole school thinks.</summary>
    public static bool SpeaksForAll(string text) => ForAll().IsMatch(text);

    /// <summary>Whether the text ends with somebody: "Mrs Cole, office", "The PE team".</summary>
    private static bool IsSigned(string text) => Signature().IsMatch(text.Trim()) || Introduced().IsMatch(text);

    private static string SentenceAround(string text, int at)
    {
        var from = text.LastIndexOfAny(['.', '!', '?', '\n'], Math.Max(0, at - 1)) + 1;
        var end = text.IndexOfAny(['.', '!', '?', '\n'], at);
        return text[from..(end < 0 ? text.Length : end + 1)].Trim();
    }

    [GeneratedRegex(@"[“""][^”""]*[”""]", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:I|I['’](?:m|ve|ll|d)|[Mm]y|me)\b", RegexOptions.None, 1000)]
    private static partial Regex First();

    // Said of oneself, with the "I" left out.
    [GeneratedRegex(@"^(?:So (?:proud|chuffed|pleased|happy|grateful|excited)|Just (?:popped|back|seen|watched|finished|got)|Loved?|Loving|Very proud|Over the moon|Absolutely buzzing|Running the|Feeling|Can['’]t wait)\b[^.!?]*[.!?]?", RegexOptions.None, 1000)]
    private static partial Regex Opening();

    // What stands after the last full stop and has none itself, or a titled name or a team at the end.
    [GeneratedRegex(@"(?:[.!?)”""…]|\p{So}|\n|[–—-])\s*(?:[–—-]\s*)?[A-Z][^.!?\n]{1,70}$|\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Rev|Father|Coach) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:,[^.!?]{2,60})?[.!]?$|\b(?:[Tt]eam|[Dd]epartment|[Oo]ffice|[Aa]cademy|[Ll]ibrary|[Cc]ommittee|[Cc]lub)[.]?$", RegexOptions.None, 1000)]
    private static partial Regex Signature();

    [GeneratedRegex(@"\b(?:as a school|we at|whole school|every (?:teacher|body|one) here|the academy['’]s (?:position|view)|view of th(?:is|e) (?:academy|school|trust)|does the school|we say that|from all of us|everyone (?:here|agrees)|personally|only my view)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ForAll();

    [GeneratedRegex(@"\b(?:I['’]m|I am|This is|It['’]s) (?:Mr|Mrs|Ms|Miss|Dr) [A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Introduced();
}
