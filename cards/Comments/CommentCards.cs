using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Comments;

/// <summary>A comment that came in, as those see it who may: its clock, who has it, and what was done.</summary>
public static class CommentCards
{
    /// <summary>The comment as it is now, with the buttons that fit.</summary>
    /// <param name="office">True for whoever may also take it out.</param>
    /// <param name="personId">Who looks at it.</param>
    /// <param name="now">The clock is drawn as it stands at this moment.</param>
    /// <param name="deliveryKey">Which delivery this card is; null for one that was opened from a note or a list.</param>
    public static Message Card(ReceivedComment comment, string personId, bool office, Trust trust, DateTimeOffset now, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{comment.Reference}: {State(comment, trust, now)}"),
                .. Clock(comment, trust, now),
                Lines.Named("With", comment.Holder is { } holder ? $"{holder.Name}, since {When.Full(comment.Held[^1].At, trust)}" : "nobody yet", 200),
                .. CommentLines.What(comment.What),
                .. Done(comment, trust),
                Lines.Quiet($"Logged by {UserText.Escape(UserText.Shorten(comment.Logger.Name, 100))} on {When.Full(comment.LoggedAt, trust)}."),
                .. Lines.Buttons([.. Buttons(comment, personId, office, deliveryKey)]),
            ],
            $"{comment.Reference}: {InAWord(comment, now)}.")
        {
            Refresh = new Refresh(new ExecuteAction(null, Data(Verbs.CommentView, comment, deliveryKey))),
        },
        $"{comment.Reference}: {InAWord(comment, now)}");

    /// <summary>Somebody must hear of it: what is wanted and until when, and none of its words.</summary>
    /// <param name="personId">Who reads it.</param>
    public static Message Reminder(ReceivedComment comment, CommentReminder reminder, string personId, Trust trust, string deliveryKey)
    {
        var says = reminder.Step switch
        {
            CommentDue.LongOverdue => $"has been overdue since {When.Full(comment.DueBy, trust)}, and nobody has recorded a reply",
            CommentDue.Overdue => $"was due by {When.Full(comment.DueBy, trust)}, and nobody has recorded a reply",
            _ => $"is due by {When.Full(comment.DueBy, trust)}, and nobody has recorded a reply",
        };
        var late = reminder.Step >= CommentDue.Overdue;
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading($"{comment.Reference} {(late ? "is overdue" : "waits for an answer")}"),
                    Lines.Plain($"An answer on {UserText.Escape(CommentLines.Account(comment.What.Account))} {says}."),
                    Lines.Plain(Has(comment, personId) ? "It is with you." : comment.Holder is { } holder ? $"It is with {UserText.Escape(UserText.Shorten(holder.Name, 100))}. Anybody who gets this can take it over." : "Nobody has it. Anybody who gets this can take it over."),
                    Lines.Plain("A short reply that it has arrived is enough. Please record it here, or the clock goes on."),
                    .. Lines.Buttons(new ExecuteAction($"Open {comment.Reference}", Data(Verbs.CommentOpen, comment, deliveryKey)) { Style = ActionStyle.Positive }),
                ],
                $"{comment.Reference} waits for an answer."),
            $"{comment.Reference}: {(late ? "overdue" : "waits for an answer")}");
    }

    /// <summary>For those who have nothing to do with it any more.</summary>
    public static Message Elsewhere(ReceivedComment comment) => new(
        null,
        new AdaptiveCard(
            [Lines.Heading($"{comment.Reference}: others see to it"), Lines.Plain("It is logged, its clock runs, and you need not do anything.")],
            $"{comment.Reference}: others see to it."),
        $"{comment.Reference}: others see to it");

    internal static CardData Data(string verb, ReceivedComment comment, string? deliveryKey) => new(verb) { Ref = comment.Reference.ToString(), Delivery = deliveryKey };

    internal static string InAWord(ReceivedComment comment, DateTimeOffset now) => comment.Status switch
    {
        CommentStatus.Waiting => comment.IsOverdue(now) ? "overdue" : "waits for an answer",
        CommentStatus.Acknowledged => "acknowledged, a full answer is still to come",
        CommentStatus.Answered => "answered",
        CommentStatus.Removed => "taken down, the audience was told",
        _ => "taken out",
    };

    private static string State(ReceivedComment comment, Trust trust, DateTimeOffset now) => comment.Status switch
    {
        CommentStatus.Waiting when !comment.IsOverdue(now) => $"answer by {CommentDraftCards.By(comment.DueBy, comment.Because is not DueBecause.Hours, trust)}",
        CommentStatus.Waiting => "overdue",
        _ => $"{InAWord(comment, now)}{(comment.WasLate ? ", late" : "")}",
    };

    private static ImmutableArray<CardElement> Clock(ReceivedComment comment, Trust trust, DateTimeOffset now) =>
    [
        Lines.Named("Came in", CommentLines.CameIn(comment.What.Received, trust), 60),
        Lines.Named("Answer due by", When.Full(comment.DueBy, trust), 60),
        Lines.Quiet(CommentLines.Rule(comment.Because, comment.DueBy, trust)),
        .. comment.Status is CommentStatus.Waiting ? (ImmutableArray<CardElement>)[Lines.Plain(Left(comment, now))] : [],
        .. comment.StoppedAt is { } at ? (ImmutableArray<CardElement>)[Lines.Named("The clock stopped", $"{When.Full(at, trust)}{(comment.WasLate ? ", late" : ", in time")}", 80)] : [],
        .. comment.Status is CommentStatus.Acknowledged ? (ImmutableArray<CardElement>)[Lines.Plain("**A full answer is still to come.** The policy's 24 hours were kept.")] : [],
    ];

    private static string Left(ReceivedComment comment, DateTimeOffset now)
    {
        var left = comment.DueBy - now;
        var over = left < TimeSpan.Zero;
        var length = left.Duration();
        var words = over && length.TotalDays >= 2 ? string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalDays} days")
            : length.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalHours} {((int)length.TotalHours == 1 ? "hour" : "hours")}")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, length.Minutes)} {(Math.Max(1, length.Minutes) == 1 ? "minute" : "minutes")}");
        return over ? $"**Overdue by {words}.** Please reply now, even if only to say that it has arrived." : $"**{words} left.** A short reply that it has arrived is enough.";
    }

    private static ImmutableArray<CardElement> Done(ReceivedComment comment, Trust trust) =>
    [
        .. comment.Replies.TakeLast(2).SelectMany(reply => Reply(reply, trust)),
        .. comment.Removal is { } removal ? Removed(comment, removal, trust) : [],
        .. comment.Reported is { } reported ? (ImmutableArray<CardElement>)[Lines.Plain($"{Who(reported.By)} opened a report about it on {When.Full(reported.At, trust)}. That answers nobody: the clock goes on until a reply is recorded.")] : [],
        .. comment.Out is { } gone ? [Lines.Plain($"{Who(gone.By)} took it out on {When.Full(gone.At, trust)}."), .. Lines.Typed("Why", gone.Because, Limits.Because)] : (ImmutableArray<CardElement>)[],
    ];

    private static ImmutableArray<CardElement> Reply(RecordedReply reply, Trust trust) =>
    [
        Lines.Subheading(reply.Kind switch { ReplyKind.Answer => "Answered", ReplyKind.Acknowledgement => "Acknowledged", _ => "A holding reply was sent" }),
        Lines.Plain($"{Who(reply.By)}, {When.Full(reply.SentAt, trust)}") with { Spacing = Spacing.Small },
        .. reply.Link is { } link ? (ImmutableArray<CardElement>)[Lines.Named("Link", link, Limits.LinkShown)] : [],
        .. reply.Words is { } words ? (ImmutableArray<CardElement>)[Lines.Plain(UserText.Escape(UserText.Shorten(words, Limits.Newest)))] : [],
    ];

    private static ImmutableArray<CardElement> Removed(ReceivedComment comment, CommentRemoval removal, Trust trust) =>
    [
        Lines.Subheading("It was abuse"),
        Lines.Plain($"{Who(removal.By)}, {When.Full(removal.At, trust)}: {string.Join("; ", removal.Steps.Select(step => Cases.Incidents.ReportChoices.TitleOf(CommentChoices.Steps, step)))}.") with { Spacing = Spacing.Small },
        .. removal.Audience is { } told
            ? (ImmutableArray<CardElement>)[Lines.Plain($"{Who(told.By)} told the audience why, {When.Full(told.At, trust)}.")]
            : [Lines.Plain("**The audience has not been told why yet.** You can copy this:"), EvidenceOrder.Audience],
        .. comment.Status is CommentStatus.Removed ? (ImmutableArray<CardElement>)[Lines.Plain("What was taken down needs no reply.")] : [],
    ];

    private static IEnumerable<CardAction> Buttons(ReceivedComment comment, string personId, bool office, string? deliveryKey)
    {
        if (!comment.IsOpen)
            yield break;
        yield return Form(comment.Status is CommentStatus.Acknowledged ? "Record the full answer" : "Record a reply", CommentAct.Reply) with { Style = ActionStyle.Positive };
        if (!Has(comment, personId))
            yield return new ExecuteAction("I take it over", Data(Verbs.CommentTake, comment, deliveryKey) with { Seen = comment.Held.Length });
        yield return new ExecuteAction("Check my reply first", Data(Verbs.CommentOpinion, comment, deliveryKey));
        yield return Form("This is abusive", CommentAct.Abuse);
        if (office)
            yield return Form("Logged by mistake", CommentAct.TakeOut);

        ExecuteAction Form(string title, CommentAct act) => new(title, Data(Verbs.CommentForm, comment, deliveryKey) with { Step = act.ToString() });
    }

    private static bool Has(ReceivedComment comment, string personId) => comment.Holder?.Id.Equals(personId, StringComparison.OrdinalIgnoreCase) is true;

    private static string Who(PersonRef person) => UserText.Escape(UserText.Shorten(person.Name, 100));
}
