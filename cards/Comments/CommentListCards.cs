using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Comments;

/// <summary>The comments that somebody may see, the most urgent first, and for the Social Media Manager how they were dealt with. Only ever in their own chat.</summary>
public static class CommentListCards
{
    private const int PerPage = 8;
    private const int CountsPerPage = 12;

    /// <summary>One page.</summary>
    /// <param name="found">Those that this person may see and looks for.</param>
    /// <param name="page">From 1; one that is past the end shows the last.</param>
    /// <param name="office">True for whoever may see the counts.</param>
    public static Message List(ImmutableArray<ReceivedComment> found, CommentFilter filter, int page, bool office, Trust trust, DateTimeOffset now)
    {
        var pages = Math.Max(1, (found.Length + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 1, pages);
        var shown = found.Skip((page - 1) * PerPage).Take(PerPage).ToImmutableArray();
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading(filter switch { CommentFilter.Mine => "Comments that you have in hand", CommentFilter.Overdue => "Overdue comments", _ => "Open comments" }),
                    Lines.Plain(Count(found.Length, page, pages)),
                    .. shown.Select(comment => Row(comment, trust, now)),
                    .. shown.IsEmpty ? (ImmutableArray<CardElement>)[] :
                    [
                        new ChoiceInput(Fields.Chosen, "Look at one of them", [.. shown.Select(comment => new Choice(comment.Reference.ToString(), comment.Reference.ToString()))])
                        {
                            Value = shown[0].Reference.ToString(), Style = ChoiceStyle.Compact,
                        },
                    ],
                    .. Lines.Buttons(
                    [
                        .. shown.IsEmpty ? (ImmutableArray<CardAction>)[] : [new ExecuteAction("Open it", new CardData(Verbs.CommentOpen)) { Style = ActionStyle.Positive }],
                        .. page < pages ? [new ExecuteAction("Next", To(filter) with { Page = page + 1 })] : page > 1 ? [new ExecuteAction("From the start", To(filter))] : (ImmutableArray<CardAction>)[],
                        .. Enum.GetValues<CommentFilter>().Where(other => other != filter).Select(other => new ExecuteAction(other.ToString(), To(other))),
                        Press.LogComment,
                        .. office ? [new ExecuteAction("How we are doing", new CardData(Verbs.CommentCounts))] : (ImmutableArray<CardAction>)[],
                    ]),
                ],
                "The comments that came in."),
            "Comments");
    }

    /// <summary>How comments were dealt with, by month and account.</summary>
    public static Message Counts(ImmutableArray<CommentCount> counts, int page)
    {
        var pages = Math.Max(1, (counts.Length + CountsPerPage - 1) / CountsPerPage);
        page = Math.Clamp(page, 1, pages);
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading("How comments were dealt with"),
                    Lines.Plain(counts.IsEmpty ? "None has been logged yet." : "By the month in which they came in. An acknowledgement counts as an answer, as the policy has it."),
                    .. counts.Skip((page - 1) * CountsPerPage).Take(CountsPerPage).Select(Row),
                    .. Lines.Buttons(
                    [
                        .. page < pages ? [new ExecuteAction("Next", new CardData(Verbs.CommentCounts) { Page = page + 1 })] : (ImmutableArray<CardAction>)[],
                        new ExecuteAction("Back to the list", To(CommentFilter.Open)),
                    ]),
                ],
                "How comments were dealt with."),
            "Comments, counted");
    }

    /// <summary>Those of somebody's own list of cases.</summary>
    internal static ImmutableArray<CardElement> Mine(ImmutableArray<ReceivedComment> comments, Trust trust, DateTimeOffset now) => comments.IsEmpty
        ? []
        :
        [
            Lines.Subheading("Comments that I logged or have in hand"),
            .. comments.Take(5).Select(comment => Row(comment, trust, now)),
            .. comments.Length > 5 ? (ImmutableArray<CardElement>)[Lines.Quiet($"And {comments.Length - 5} more: type *comments*.")] : [],
            .. Lines.Buttons([.. comments.Take(2).Select(comment => new ExecuteAction($"Open {comment.Reference}", CommentCards.Data(Verbs.CommentOpen, comment, null)))]),
        ];

    private static CardData To(CommentFilter filter) => new(Verbs.CommentList) { Filter = filter.ToString() };

    private static string Count(int found, int page, int pages) => (found, pages) switch
    {
        (0, _) => "There are none.",
        (1, _) => "1 comment.",
        (_, 1) => $"{found} comments, the most urgent first.",
        _ => $"{found} comments, the most urgent first. Page {page} of {pages}.",
    };

    private static Container Row(ReceivedComment comment, Trust trust, DateTimeOffset now) => new(
        [
            new TextBlock($"{comment.Reference}: {CommentCards.InAWord(comment, now)}") { Weight = TextWeight.Bolder },
            Lines.Plain(UserText.Escape(UserText.Shorten(comment.What.Text, 100))) with { Spacing = Spacing.Small },
            Lines.Quiet($"{UserText.Escape(UserText.Shorten(CommentLines.Account(comment.What.Account), 100))}. Due by {When.Full(comment.DueBy, trust)}. {(comment.Holder is { } holder ? $"With {UserText.Escape(UserText.Shorten(holder.Name, 70))}." : "With nobody.")}"),
        ])
    { Separator = true, Spacing = Spacing.Medium };

    private static Container Row(CommentCount count) => new(
        [
            new TextBlock($"{Month(count.Month)}, {UserText.Escape(UserText.Shorten(CommentLines.Account(count.Account), 100))}") { Weight = TextWeight.Bolder },
            Lines.Plain(string.Create(CultureInfo.InvariantCulture, $"{count.InTime} in time, {count.Late} late, {count.Open} open{(count.TakenOut > 0 ? $", {count.TakenOut} taken out" : "")}")) with { Spacing = Spacing.Small },
        ])
    { Separator = true, Spacing = Spacing.Medium };

    private static string Month(string month) => DateOnly.ParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
