using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Opinions;

/// <summary>What author and readers see alike: the draft to the letter, what is known about it, and what the rules found.</summary>
internal static class OpinionLines
{
    /// <summary>Only acknowledges: whoever sends it promises nothing.</summary>
    public const string HoldingReply = "Thank you for your message. We have received it and will come back to you.";

    private const int MostFound = 5;
    private const int LongestWords = 60;
    private const int MostDifferences = 5;
    private const int LongestDifference = 60;

    // How much of what stands around a text one card shows, and the room that a page behind it has for all of that.
    private const int AccountShown = 120;
    private const int PicturesShown = 250;
    private const int MaterialShown = 150;
    private const int AboutShown = 200;
    private const int Whole = 2000;
    private const int LongestName = 70;

    /// <summary>The draft, what it replies to, and its surroundings.</summary>
    public static ImmutableArray<CardElement> Of(WantedPost post, Trust trust, int shown = Limits.PostShown) =>
    [
        .. Text(post.Kind is WrittenAs.Reply ? "The reply" : "The text", post.Text, shown),
        .. Around(post, trust),
    ];

    /// <summary>What stands around the text: what it replies to, where and when it goes out, its pictures, and whom it is about.</summary>
    /// <param name="whole">True on a page of its own, which cuts nothing.</param>
    public static ImmutableArray<CardElement> Around(WantedPost post, Trust trust, bool whole = false) =>
    [
        .. Lines.Typed("The comment that it replies to", post.Comment, whole ? Limits.Comment : Limits.CommentShown),
        Lines.Subheading("Where and when"),
        Lines.Named("Platform", ReportChoices.TitleOf(ReportChoices.Platforms, post.Platform), 50),
        Lines.Named("Account", Account(post), whole ? Whole : AccountShown),
        Lines.Named("For", ReportChoices.TitleOf(OpinionChoices.Audiences, post.Audience), 50),
        Lines.Named("Goes out", post.PlannedAt is { } at ? When.Full(at, trust) : "as soon as it is agreed", 100),
        Lines.Named("Pictures or video", post.Pictures ?? "none", whole ? Limits.Pictures : PicturesShown),
        .. post.PictureFiles.IsEmpty ? (ImmutableArray<CardElement>)[] : [Lines.Named("Sent with it", Files(post), whole ? Whole : PicturesShown)],
        .. post.PictureChecks.IsEmpty
            ? (ImmutableArray<CardElement>)[]
            : [Lines.Named("The author says", string.Join("; ", post.PictureChecks.Select(check => ReportChoices.TitleOf(OpinionChoices.PictureChecks, check))), 300)],
        .. post.Material is { } material ? (ImmutableArray<CardElement>)[Lines.Named("Links, and what others made", material, whole ? Limits.Material : MaterialShown)] : [],
        .. post.About.IsEmpty ? (ImmutableArray<CardElement>)[] : [Lines.Named("About", About(post), whole ? Whole : AboutShown)],
    ];

    public static ImmutableArray<CardElement> Text(string heading, string text, int shown = Limits.PostShown) =>
    [
        Lines.Subheading(heading),
        new Container([Lines.Plain(UserText.Escape(UserText.Shorten(text, shown)))]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Small },
        .. text.Length > shown ? (ImmutableArray<CardElement>)[Lines.Quiet($"This is its beginning. All of it has {text.Length:N0} characters.")] : [],
    ];

    /// <summary>True where a card cannot show all of it.</summary>
    public static bool IsLong(WantedPost post, ImmutableArray<FoundInDraft> found) => post.Text.Length > Limits.PostShown || found.Length > MostFound || IsLongAround(post);

    /// <summary>True where a card cannot show all that stands around the text: nobody should agree to what they could not read.</summary>
    public static bool IsLongAround(WantedPost post) =>
        post.Comment?.Length > Limits.CommentShown || Account(post).Length > AccountShown || post.Pictures?.Length > PicturesShown || post.Material?.Length > MaterialShown || About(post).Length > AboutShown || Files(post).Length > PicturesShown;

    /// <summary>Each thing that a rule found, serious ones first, with the clause in its own words under it.</summary>
    public static ImmutableArray<CardElement> Found(ImmutableArray<FoundInDraft> found, PolicyLibrary library) => found.IsEmpty
        ? [Lines.Subheading("What the rules found"), Lines.Plain("No rule fired. Rules see little: a person decides whether this is right to post.")]
        :
        [
            Lines.Subheading(found.Length == 1 ? "The rules found one thing" : $"The rules found {found.Length} things"),
            .. Ordered(found).Take(MostFound).SelectMany(each => One(each, library)),
            .. found.Length > MostFound ? (ImmutableArray<CardElement>)[Lines.Quiet($"And {found.Length - MostFound} more: read all of it.")] : [],
        ];

    public static IEnumerable<FoundInDraft> Ordered(ImmutableArray<FoundInDraft> found) => found.OrderByDescending(each => each.Serious);

    public static ImmutableArray<CardElement> One(FoundInDraft found, PolicyLibrary library) =>
    [
        Lines.Plain($"**{(found.Serious ? "Serious" : "Worth a thought")}: {UserText.Escape(found.Title)}**") with { Spacing = Spacing.Medium },
        .. found.Words.Length == 0 ? (ImmutableArray<CardElement>)[] : [Lines.Plain($"Where it says: “{UserText.Escape(UserText.Shorten(found.Words, LongestWords))}”") with { Spacing = Spacing.Small }],
        Lines.Plain(UserText.Escape(found.Advice)) with { Spacing = Spacing.Small },
        .. found.Clause is { } named && QuestionClauses.Find(named, library) is { } clause ? (ImmutableArray<CardElement>)[Quote.Of(clause)] : [],
    ];

    /// <summary>Where two texts differ, word by word; what only looks alike is said to be another.</summary>
    public static ImmutableArray<CardElement> Differences(string before, string after)
    {
        var differences = WordDifferences.Of(before, after);
        return
        [
            .. differences.Take(MostDifferences).Select(each => Lines.Plain(Said(each)) with { Spacing = Spacing.Small }),
            .. differences.IsEmpty ? (ImmutableArray<CardElement>)[Lines.Plain("The words are the same. Spaces or lines between them are not.")] : [],
            .. differences.Length > MostDifferences ? (ImmutableArray<CardElement>)[Lines.Quiet($"And {differences.Length - MostDifferences} more.")] : [],
        ];
    }

    /// <summary>The clock of a reply, where one runs, with words that buy time.</summary>
    public static ImmutableArray<CardElement> ReplyClock(WantedPost post, Trust trust, DateTimeOffset now)
    {
        if (OpinionClock.Reply(post, trust) is not { } due)
            return [];
        return
        [
            Lines.Subheading(due.By < now ? "This reply is overdue" : $"Reply by {When.Full(due.By, trust)}"),
            Lines.Plain(due.Because is DueBecause.Weekend
                ? "The comment came in at a weekend: the policy gives until the end of the next working day."
                : due.NextWorkingDay ? Comments.CommentLines.Rule(due.Because, due.By, trust)
                : "The policy gives 24 hours, even if the response is only to acknowledge receipt."),
            Lines.Plain("You can send this now, and the reply itself when it is agreed:"),
            new Container([Lines.Plain(HoldingReply)]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Small },
        ];
    }

    private static string Account(WantedPost post) => $"{ReportChoices.TitleOf(OpinionChoices.Accounts, post.For.ToString())}{(post.Account is { } account ? $": {UserText.Shorten(account, Limits.Account)}" : "")}";

    private static string Files(WantedPost post) =>
        string.Join(", ", post.PictureFiles.Select(picture => $"{UserText.Shorten(picture.Name.ReplaceLineEndings(" "), Limits.FileName)} ({EvidenceTypes.TitleOf(picture.ContentType)}, {EvidenceLines.SizeOf(picture.Size)})"));

    private static string About(WantedPost post) => string.Join(", ", post.About.Select(person => UserText.Shorten(person.Name, LongestName)));

    private static string Said(WordDifference each) => (Part(each.Before), Part(each.After)) switch
    {
        ("", var put) => $"Put in: “{put}”",
        (var taken, "") => $"Taken out: “{taken}”",
        var (was, now) when was == now => $"“{was}” looks the same and is not: some of its characters are others, or cannot be seen.",
        var (was, now) => $"“{was}” became “{now}”",
    };

    private static string Part(string words) => UserText.Escape(UserText.Shorten(words, LongestDifference));
}
