using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Comments;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Comments;

/// <summary>What can be done with a comment that needs words or a choice.</summary>
public enum CommentAct
{
    Reply,
    Abuse,
    TakeOut,
}

/// <summary>What stands in a form, as it was typed.</summary>
public sealed record CommentTyped(string Kind, string Date, string Time, string Link, string Words, ImmutableArray<string> Steps, string AudienceTold, string Reason)
{
    public static readonly CommentTyped Nothing = new("", "", "", "", "", [], "", "");
}

/// <summary>The forms of a comment. Only whoever opened one sees it, in place of the card. None has a refresh, which would wipe what is being typed.</summary>
public static class CommentForms
{
    public const string Told = "told";
    private const string NotYet = "not_yet";
    private const string AbuseClause = "abuse.block-report-delete";

    private static readonly ImmutableArray<(string Value, string Title)> Audience = [(Told, "Yes, they know why"), (NotYet, "Not yet")];

    public static Message Form(CommentAct act, ReceivedComment comment, CommentTyped typed, ReportProblems problems, PolicyLibrary library, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{comment.Reference}: {Heading(act)}"),
                .. act switch
                {
                    CommentAct.Reply => Reply(comment, typed, problems),
                    CommentAct.Abuse => Abuse(comment, typed, problems, library),
                    _ => TakeOut(typed, problems),
                },
                .. act is CommentAct.Abuse ? [] : Lines.Buttons(Done(act, comment, deliveryKey), Back(comment, deliveryKey)),
                .. act is not CommentAct.Abuse ? [] : AbuseButtons(comment, deliveryKey),
            ],
            $"{comment.Reference}: {Heading(act)}."),
        $"{comment.Reference}: {Heading(act)}");

    /// <summary>Somebody was faster: what was typed stands there still.</summary>
    public static Message TooLate(CommentAct act, ReceivedComment comment, CommentTyped typed, string sentence, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{comment.Reference}: {Heading(act)}"),
                .. Lines.Problem(sentence),
                .. typed.Words.Length + typed.Link.Length + typed.Reason.Length == 0 ? (ImmutableArray<CardElement>)[] : [Lines.Plain("What you wrote is still here, so that you can copy it. Nobody else has it.")],
                .. typed.Words.Length == 0 ? (ImmutableArray<CardElement>)[] : [new TextInput(Fields.Wording, "What you said") { Value = UserText.Kept(typed.Words, Limits.Note), IsMultiline = true }],
                .. typed.Link.Length == 0 ? (ImmutableArray<CardElement>)[] : [new TextInput(Fields.Link, "Link to the reply") { Value = UserText.Kept(typed.Link, Limits.Link) }],
                .. typed.Reason.Length == 0 ? (ImmutableArray<CardElement>)[] : [new TextInput(Fields.Reason, "Why") { Value = UserText.Kept(typed.Reason, Limits.Because), IsMultiline = true }],
                .. Lines.Buttons(Back(comment, deliveryKey)),
            ],
            $"{comment.Reference}: {Heading(act)}."),
        $"{comment.Reference}: {Heading(act)}");

    private static ImmutableArray<CardElement> Reply(ReceivedComment comment, CommentTyped typed, ReportProblems problems) =>
    [
        Lines.Plain("Please reply on the platform first. I post nothing; I record that it was done."),
        .. comment.Status is CommentStatus.Acknowledged ? (ImmutableArray<CardElement>)[] : [Lines.Plain("To buy time you can copy this:"), new Container([Lines.Plain(Opinions.OpinionLines.HoldingReply)]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Small }],
        new ChoiceInput(Fields.ReplyKind, "What was sent?", Choices.Of(CommentChoices.Replies))
        {
            Value = Choices.Known(CommentChoices.Replies, typed.Kind.Length > 0 ? typed.Kind : comment.Status is CommentStatus.Acknowledged ? nameof(ReplyKind.Answer) : ""), Placeholder = "Choose one", Style = ChoiceStyle.Expanded,
        },
        .. Lines.Problem(problems.For(Fields.ReplyKind)),
        new DateInput(Fields.Date, "On which day (empty: just now)?", Readable(typed.Date, "yyyy-MM-dd")),
        .. Lines.Problem(problems.For(Fields.Date)),
        new TimeInput(Fields.Time, "At what time?", Readable(typed.Time, "HH:mm")),
        .. Lines.Problem(problems.For(Fields.Time)),
        new TextInput(Fields.Link, "Link to the reply (if it has one)") { Value = UserText.Kept(typed.Link, Limits.Link), MaxLength = Limits.Link, Placeholder = "https://" },
        .. Lines.Problem(problems.For(Fields.Link)),
        new TextInput(Fields.Wording, "What was said (if you want to keep it)?") { Value = UserText.Kept(typed.Words, Limits.Note), IsMultiline = true, MaxLength = Limits.Note },
        .. Lines.Problem(problems.For(Fields.Wording)),
    ];

    private static ImmutableArray<CardElement> Abuse(ReceivedComment comment, CommentTyped typed, ReportProblems problems, PolicyLibrary library) =>
    [
        Lines.Plain("If somebody is in danger, ring **999** first. If a child may be at risk, speak with the safeguarding lead now. Keep a copy before anything is taken down, unless it shows a child undressed."),
        .. library.Documents.Select(document => document.Clause(AbuseClause) is { } clause ? new Citation(document, clause) : null).FirstOrDefault(found => found is not null) is { } citation
            ? (ImmutableArray<CardElement>)[Quote.Of(citation)]
            : [],
        Lines.Plain("Tell the audience why. You can copy this:"),
        EvidenceOrder.Audience,
        new ChoiceInput(Fields.CommentSteps, "What was done?", Choices.Of(CommentChoices.Steps))
        {
            Value = Choices.Known(CommentChoices.Steps, [.. typed.Steps.IsDefaultOrEmpty ? comment.Removal?.Steps ?? [] : typed.Steps]), IsMultiSelect = true, Style = ChoiceStyle.Expanded,
        },
        .. Lines.Problem(problems.For(Fields.CommentSteps)),
        new ChoiceInput(Fields.AudienceTold, "Was the audience told why?", Choices.Of(Audience)) { Value = Choices.Known(Audience, typed.AudienceTold), Style = ChoiceStyle.Expanded },
        .. Lines.Problem(problems.For(Fields.AudienceTold)),
        Lines.Quiet("If it was deleted, or its author blocked, it needs no reply once the audience was told. If it was only reported to the platform, it is still there and the clock goes on."),
    ];

    private static ImmutableArray<CardElement> TakeOut(CommentTyped typed, ReportProblems problems) =>
    [
        Lines.Plain("Only for what was logged by mistake: twice, or no comment on an account of ours. It then counts neither as answered nor as late."),
        new TextInput(Fields.Reason, "Why?") { Value = UserText.Kept(typed.Reason, Limits.Because), IsMultiline = true, MaxLength = Limits.Because },
        .. Lines.Problem(problems.For(Fields.Reason)),
    ];

    private static ImmutableArray<CardElement> AbuseButtons(ReceivedComment comment, string? deliveryKey) => Lines.Buttons(
        Done(CommentAct.Abuse, comment, deliveryKey),
        new ExecuteAction("Report it as an incident", CommentCards.Data(Verbs.CommentReport, comment, deliveryKey)) { AssociatedInputs = AssociatedInputs.None },
        new ExecuteAction("Second opinion on a reply", CommentCards.Data(Verbs.CommentOpinion, comment, deliveryKey)) { AssociatedInputs = AssociatedInputs.None },
        Back(comment, deliveryKey));

    private static ExecuteAction Done(CommentAct act, ReceivedComment comment, string? deliveryKey) => new(
        act switch { CommentAct.Reply => "Record it", CommentAct.Abuse => "Record what was done", _ => "Take it out" },
        CommentCards.Data(act switch { CommentAct.Reply => Verbs.CommentReply, CommentAct.Abuse => Verbs.CommentRemove, _ => Verbs.CommentTakeOut }, comment, deliveryKey))
    {
        Style = ActionStyle.Positive,
    };

    private static ExecuteAction Back(ReceivedComment comment, string? deliveryKey) =>
        new("Back", CommentCards.Data(Verbs.CommentCard, comment, deliveryKey)) { AssociatedInputs = AssociatedInputs.None };

    private static string Heading(CommentAct act) => act switch
    {
        CommentAct.Reply => "record a reply",
        CommentAct.Abuse => "it is abusive",
        _ => "logged by mistake",
    };

    private static string? Readable(string typed, string format) =>
        DateTime.TryParseExact(typed, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? typed : null;
}
