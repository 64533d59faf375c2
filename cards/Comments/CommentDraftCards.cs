using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Policy;
using Choice = PolicyBot.Cards.Elements.Choice;

namespace PolicyBot.Cards.Comments;

/// <summary>Logging a comment: one form, and then what was understood of it, with the last moment for an answer.</summary>
public static class CommentDraftCards
{
    /// <summary>The choice of an account that is not in the register.</summary>
    public const string AnotherAccount = "another";

    private const int MostAccounts = 25;
    private const string Clause = "monitoring.24-hours";

    public static Message Card(CommentDraftView view) => new(
        null,
        new AdaptiveCard(
            view.Draft.Page is CommentPage.Check && view is { What: { } what, Due: { } due } ? Check(view, what, due) : Form(view),
            "A comment that came in, not logged yet.")
        {
            Refresh = new Refresh(new ExecuteAction(null, view.Data(Verbs.CommentDraft))),
        },
        "A comment that came in, not logged yet");

    public static Message Resume(CommentDraft draft, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("You have a comment that is not logged yet"),
                Lines.Plain($"You began on {When.Full(draft.StartedAt, trust)}. What you wrote is still there. Nobody has been told."),
                .. Lines.Buttons(
                    new ExecuteAction("Carry on", new CardData(Verbs.CommentResume) { Draft = draft.Id }) { Style = ActionStyle.Positive },
                    new ExecuteAction("Start again", new CardData(Verbs.CommentRestart) { Draft = draft.Id }),
                    new ExecuteAction("Throw it away", new CardData(Verbs.CommentCancel) { Draft = draft.Id })),
            ],
            "You have a comment that is not logged yet."),
        "You have a comment that is not logged yet");

    public static Message Cancelled() => new(
        null,
        new AdaptiveCard(
            [Lines.Heading("Not logged"), Lines.Plain("It was thrown away. Nobody has been told, and no clock runs here. The comment still has to be answered."), .. Lines.Buttons(Press.LogComment)],
            "The comment was not logged."),
        "The comment was not logged");

    public static Message Gone() => new(
        null,
        new AdaptiveCard(
            [Lines.Heading("This is not here any more"), Lines.Plain("It was logged or thrown away already. Type *comments* to see those that are open."), .. Lines.Buttons(Press.LogComment)],
            "This is not here any more."),
        "This is not here any more");

    private static ImmutableArray<CardElement> Form(CommentDraftView view) =>
    [
        Lines.Heading("A comment, query or complaint came in"),
        .. Quoted(view.Library),
        .. Account(view),
        new ChoiceInput(Fields.CommentKind, "What is it?", Choices.Of(CommentChoices.Kinds)) { Value = Choices.Known(CommentChoices.Kinds, view.Draft.Kind), Style = ChoiceStyle.Compact },
        .. view.Problem(Fields.CommentKind),
        new TextInput(Fields.CameIn, "When did it come in?")
        {
            Value = UserText.Kept(view.Draft.WhenSaid, Limits.CameIn), MaxLength = Limits.CameIn, Placeholder = "In your words: Saturday at six",
        },
        .. view.Problem(Fields.CameIn),
        new DateInput(Fields.Date, "Or the day", Readable(view.Draft.Date, "yyyy-MM-dd")),
        .. view.Problem(Fields.Date),
        new TimeInput(Fields.Time, "and the time", Readable(view.Draft.Time, "HH:mm")),
        .. view.Problem(Fields.Time),
        new TextInput(Fields.Comment, "What does it say, in short?") { Value = UserText.Kept(view.Draft.Text, Limits.Comment), IsMultiline = true, MaxLength = Limits.Comment },
        .. view.Problem(Fields.Comment),
        Lines.Quiet("Please leave out who wrote it. I do not need the name, and do not ask for it."),
        new TextInput(Fields.Link, "Link to it (if you have one)") { Value = UserText.Kept(view.Draft.Link, Limits.Link), MaxLength = Limits.Link, Placeholder = "https://" },
        .. view.Problem(Fields.Link),
        new ChoiceInput(Fields.About, "Is it about somebody who works here?", [])
        {
            Value = view.Draft.AboutIds.IsEmpty ? null : string.Join(',', view.Draft.AboutIds.Take(Limits.People).Select(id => UserText.Kept(id, 36))),
            Placeholder = "Type a name: they will not see it",
            IsMultiSelect = true,
            ChoicesData = ChoiceQuery.People,
        },
        .. view.Problem(Fields.About),
        .. Lines.Buttons(new ExecuteAction("Next", view.Data(Verbs.CommentNext)) { Style = ActionStyle.Positive }, view.Cancel()),
    ];

    private static ImmutableArray<CardElement> Account(CommentDraftView view)
    {
        var draft = view.Draft;
        var known = view.Accounts.Take(MostAccounts).ToImmutableArray();
        return
        [
            .. known.IsEmpty ? (ImmutableArray<CardElement>)[] :
            [
                new ChoiceInput(Fields.Register, "On which account?",
                    [.. known.Select(account => new Choice(Title(account), account.Reference.ToString())), new Choice("Another one (say which below)", AnotherAccount)])
                {
                    Value = known.Any(account => account.Reference.ToString() == draft.Register) ? draft.Register : draft.Platform.Length > 0 ? AnotherAccount : null,
                    Placeholder = "Choose one", Style = ChoiceStyle.Compact,
                },
                .. view.Problem(Fields.Register),
            ],
            new ChoiceInput(Fields.Platform, known.IsEmpty ? "On which platform?" : "If it is another one: which platform?", Choices.Of(ReportChoices.Platforms))
            {
                Value = Choices.Known(ReportChoices.Platforms, draft.Platform), Placeholder = "Choose one", Style = ChoiceStyle.Compact,
            },
            .. view.Problem(Fields.Platform),
            new TextInput(Fields.Account, known.IsEmpty ? "Which account or page?" : "And which account or page?") { Value = UserText.Kept(draft.Account, Limits.Account), MaxLength = Limits.Account },
            .. view.Problem(Fields.Account),
        ];
    }

    private static ImmutableArray<CardElement> Check(CommentDraftView view, LoggedComment what, ReplyDue due)
    {
        var days = (int)(view.Now - what.Received.At).TotalDays;
        var old = days > view.Trust.Comments.OldestDays;
        return
        [
            Lines.Heading(view.Now > due.By ? "This answer is overdue" : $"Answer by {By(due.By, due.NextWorkingDay, view.Trust)}"),
            .. CommentLines.Understood(what.Received, view.Trust),
            .. old ? (ImmutableArray<CardElement>)[Lines.Urgent(Lines.Plain(string.Create(CultureInfo.InvariantCulture, $"**That is {days} days ago.** Is it right? If not, please change it.")))] : [],
            Lines.Plain($"{CommentLines.Rule(due.Because, due.By, view.Trust)} The last moment is {When.Full(due.By, view.Trust)}."),
            .. due.NextWorkingDay && view.Trust.Local(due.By).Year > BankHolidays.LastYear ? (ImmutableArray<CardElement>)[Lines.Plain($"I know the bank holidays up to {BankHolidays.LastYear} only.")] : [],
            .. CommentLines.What(what),
            Lines.Plain(view.First is { } first ? $"**It goes to {UserText.Escape(UserText.Shorten(first.Name, 100))}.** The clock stops when somebody records a reply here." : "I know nobody whom I could tell. You would have it yourself."),
            .. About(view, what),
            .. Lines.Buttons(
                new ExecuteAction(old ? "Yes, it is right: log it" : "Log it", view.Data(Verbs.CommentSave) with { Seal = SealOf(what) }) { Style = ActionStyle.Positive },
                new ExecuteAction("Change it", view.Data(Verbs.CommentGoTo)), view.Cancel()),
        ];
    }

    // From the words alone nobody was asked whom it is about.
    private static ImmutableArray<CardElement> About(CommentDraftView view, LoggedComment what) =>
    [
        .. view.Named.IsEmpty ? (ImmutableArray<CardElement>)[] :
        [
            Lines.Urgent(Lines.Plain($"**Is it about {string.Join(" or ", view.Named.Take(3).Select(person => UserText.Escape(UserText.Shorten(person.Name, 100))))}?** The name stands in it, and they would see it. If it is, press *Change it* and choose them there.")),
        ],
        .. !what.About.IsEmpty ? (ImmutableArray<CardElement>)[Lines.Quiet("Whoever it is about does not see it.")]
            : view.Named.IsEmpty ? [Lines.Quiet("If it is about somebody who works here, press Change it and choose them: they will not see it.")]
            : [],
    ];

    /// <summary>What somebody had in front of them when they agreed that it was understood: the moment and the account.</summary>
    public static string SealOf(LoggedComment what) => string.Create(CultureInfo.InvariantCulture, $"{what.Received.At.ToUnixTimeSeconds()}/{what.Account.Register}/{UserText.Shorten(what.Account.Platform, 50)}");

    internal static string By(DateTimeOffset by, bool endOfDay, Trust trust) =>
        trust.Local(by).ToString(endOfDay ? "'the end of' dddd d MMMM, HH:mm" : "dddd d MMMM, HH:mm", CultureInfo.InvariantCulture);

    private static ImmutableArray<CardElement> Quoted(PolicyLibrary library) =>
        library.Documents.Select(document => document.Clause(Clause) is { } clause ? new Citation(document, clause) : null).FirstOrDefault(found => found is not null) is { } citation
            ? [Quote.Of(citation)]
            : [];

    private static string Title(Account account) =>
        UserText.Kept($"{ReportChoices.TitleOf(ReportChoices.Platforms, account.Platform)}: {(account.Name.Length > 0 ? account.Name : account.Handle)}", 40);

    /// <summary>A client draws an unreadable date or time as an error of its own; the sentence beside the field says it better.</summary>
    private static string? Readable(string typed, string format) =>
        DateTime.TryParseExact(typed, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? typed : null;
}
