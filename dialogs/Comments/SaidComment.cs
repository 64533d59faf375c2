using System.Text.RegularExpressions;
using PolicyBot.Cards;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;
using PolicyBot.Dialogs.Times;

namespace PolicyBot.Dialogs.Comments;

/// <summary>
/// "Someone complained on our page on Saturday at six": what of a comment is in somebody's words. A question about the rule stays a question, and what sounds like abuse of
/// people stays a report.
/// </summary>
internal static partial class SaidComment
{
    private const int WaitMs = 1000;
    private const int LongestWindow = 9;
    private const int MostWords = 80;
    private const int ShortestName = 4;

    /// <summary>The words behind "log a comment:"; null when it does not begin so.</summary>
    public static string? Behind(string text) => Begins().Match(text) is { Success: true } begins && text[begins.Length..].Trim() is { Length: > 0 } words ? words : null;

    /// <summary>True where the words tell that somebody said something to an account of ours, and when.</summary>
    public static bool Tells(string text) =>
        text.Length <= Limits.Comment && Statement().IsMatch(text) && OnOurs().IsMatch(text) && !Asks().IsMatch(text) && !Harms().IsMatch(text);

    /// <summary>A draft with all that the words say.</summary>
    public static CommentDraft Read(CommentDraft draft, string words, ImmutableArray<Account> accounts, string personId, Trust trust)
    {
        var text = words.Length <= Limits.Comment ? words : UserText.Shorten(words, Limits.Comment);
        var platform = Platform(words);
        var account = Named(words, platform, accounts) ?? Theirs(platform, accounts, personId);
        var said = TimeIn(words, draft.SaidAt, trust);
        return draft with
        {
            Text = text,
            Kind = (Complaint().IsMatch(words) ? CommentKind.Complaint : Query().IsMatch(words) ? CommentKind.Query : CommentKind.Comment).ToString(),
            Register = account?.Reference.ToString() ?? "",
            Platform = account is null ? platform ?? "" : "",
            WhenSaid = said ?? "",
        };
    }

    /// <summary>The shortest of the words that say the same moment as all of them; null when none is said.</summary>
    internal static string? TimeIn(string words, DateTimeOffset now, Trust trust)
    {
        if (SpokenMoment.Read(words, now, trust) is not { } all)
            return null;
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToArray();
        for (var length = 1; length <= Math.Min(LongestWindow, parts.Length); length++)
            for (var start = 0; start + length <= parts.Length; start++)
                if (string.Join(' ', parts.AsSpan(start, length)!) is { Length: <= Limits.CameIn } window && SpokenMoment.Read(window, now, trust) == all)
                    return window.Trim(',', '.', ';', '!');
        return UserText.Shorten(words, Limits.CameIn);
    }

    private static Account? Named(string words, string? platform, ImmutableArray<Account> accounts)
    {
        var named = accounts.Where(account => account.IsInUse && (platform is null || account.Platform == platform) && (Has(words, account.Name) || Has(words, account.Handle))).ToImmutableArray();
        return named is [var one] ? one : null;
    }

    // "Our page": where somebody looks after one account, it is that.
    private static Account? Theirs(string? platform, ImmutableArray<Account> accounts, string personId)
    {
        var theirs = accounts.Where(account => account.IsInUse && account.IsOf(personId) && (platform is null || account.Platform == platform)).ToImmutableArray();
        return theirs is [var one] ? one : null;
    }

    private static bool Has(string words, string name) => name.Length >= ShortestName && words.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static string? Platform(string words) => Platforms().Match(words) is { Success: true, Value: var name }
        ? name.ToLowerInvariant() switch { "fb" => "facebook", "insta" => "instagram", "twitter" => "x", "linked in" => "linkedin", var same => same }
        : null;

    [GeneratedRegex(@"^\s*(?:please\s+)?(?:log|record|note)\s+(?:a|an|this|the|another)?\s*(?:new\s+)?(?:comment|complaint|query|question|message|review)\s*(?:that\s+came\s+in\s*)?(?::|-|–|\n)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, WaitMs)]
    private static partial Regex Begins();

    [GeneratedRegex(@"^\W*(?:hi\W+|hello\W+)?(?:someone|somebody|a\s+(?:parent|mum|mother|dad|father|carer|grandparent|neighbour|visitor|follower|resident|customer|member\s+of\s+the\s+public)|(?:we|i)(?:'ve|\s+have)?\s+(?:just\s+)?(?:got|had|received)|(?:just\s+)?(?:got|had|received)\s+(?=an?\b|another\b)|there(?:'s|\s+is|\s+was|\s+has\s+been)|(?:some\s+)?parents\s+(?=(?:have\s+|are\s+|were\s+)?(?:complain|comment|ask|messag)(?:ed|ing)\b)|(?:a|another)\s+(?:comment|complaint|query|question|review|message))\b.*\b(?:complain(?:ed|t|ing)|comment(?:ed|ing)?|ask(?:ed|ing)|query|question|review(?:ed)?|message|messag(?:ed|ing))\b", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, WaitMs)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\b(?:on|under|to|at|via|through|in)\s+(?:(?:our|the|my|one\s+of\s+our)\s+)?(?:[\w&'’-]+\s+){0,4}?(?:page|account|profile|feed|channel|timeline|facebook|fb|insta|instagram|twitter|tiktok|youtube|linkedin|snapchat|inbox|dms)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, WaitMs)]
    private static partial Regex OnOurs();

    [GeneratedRegex(@"\?|\b(?:when|how|what|who|where|why)\s+(?:do|does|must|should|can|is|are|shall|will|long|soon|quickly)\b|\b(?:do|must|should|can|may|shall)\s+(?:i|we)\b|^\W*(?:if|what\s+if)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, WaitMs)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b(?:abus\w*|nasty|vile|threat\w*|racis\w*|sexis\w*|homophob\w*|bull(?:y|ied|ying)\w*|hate\w*|harass\w*|offensive|insult\w*|swear\w*|swore|disgusting|defam\w*|slander\w*|fake|hacked|naked|nude\w*|safeguard\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, WaitMs)]
    private static partial Regex Harms();

    [GeneratedRegex(@"\bcomplain", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, WaitMs)]
    private static partial Regex Complaint();

    [GeneratedRegex(@"\b(?:quer(?:y|ies)|asked|asks|asking|question|wants? to know|wanted to know)\b|\?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, WaitMs)]
    private static partial Regex Query();

    [GeneratedRegex(@"\b(?:facebook|fb|instagram|insta|twitter|tiktok|snapchat|whatsapp|youtube|linked ?in)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, WaitMs)]
    private static partial Regex Platforms();
}
