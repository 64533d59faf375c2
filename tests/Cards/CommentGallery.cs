using PolicyBot.Cards;
using PolicyBot.Cards.Comments;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;

namespace PolicyBot.Tests.Cards;

/// <summary>Comments that came in, from the form to the counts.</summary>
internal static class CommentGallery
{
    private static readonly PersonRef Tom = new("id-tom", "Tom_Hill");
    private static readonly PersonRef Ann = new("id-ann", "Ann Lee");
    private static readonly PersonRef Rita = new("id-rita", "Rita Moss");

    private static readonly ReportProblems Problems = ((string[])[
        Fields.Register, Fields.Platform, Fields.Account, Fields.CommentKind, Fields.CameIn, Fields.Date, Fields.Time, Fields.Comment, Fields.Link, Fields.About, Fields.ReplyKind, Fields.Wording,
        Fields.CommentSteps, Fields.AudienceTold, Fields.Reason])
        .Aggregate(ReportProblems.None, (all, field) => all.With(field, "Please mend this."));

    private static readonly CommentDraft Empty = new("draft-1", Sample.Now, CommentPage.Form);

    public static IEnumerable<(string, Message)> Cards()
    {
        yield return ("comment resume", CommentDraftCards.Resume(Empty, Sample.Trust));
        yield return ("comment cancelled", CommentDraftCards.Cancelled());
        yield return ("comment gone", CommentDraftCards.Gone());
        yield return ("comment form, empty", Draft(Empty, [], null));
        yield return ("comment form, accounts", Draft(Empty, Accounts("North Academy page"), null));
        yield return ("comment form, problems", Draft(Empty, Accounts("North Academy page"), null, Problems));
        foreach (var reading in Enum.GetValues<TimeReading>())
            yield return ($"comment check, {reading}", Check(What("Is the fair on?") with { Received = new ReceivedTime(Sample.Now.AddDays(-1), reading) }, DueBecause.Hours));
        foreach (var because in Enum.GetValues<DueBecause>())
            yield return ($"comment check, {because}", Check(What("Is the fair on?"), because));
        yield return ("comment check, old", Check(What("Is the fair on?") with { Received = new ReceivedTime(Sample.Now.AddDays(-50), TimeReading.AsSaid) }, DueBecause.Hours));
        foreach (var (name, text) in ((string, string)[])[("", "A parent asks whether the fair is on, and whether dogs may come."), (", hostile", Sample.Hostile), (", one character", "a"), (", only emoji", "🎉👨‍👩‍👧🏆"), (", right to left", "ברוכים הבאים לבית הספר")])
        {
            foreach (var entry in Of(name, What(text)))
                yield return entry;
        }
        yield return ("comment check, about nobody", Check(What("Is the fair on?") with { About = [] }, DueBecause.Hours));
        yield return ("comment check, names of readers", Check(What("Mrs Lee never answers, says a parent") with { About = [] }, DueBecause.Hours, [Ann]));
        yield return ("comments, none", CommentListCards.List([], CommentFilter.Mine, 1, office: false, Sample.Trust, Sample.Now));
        yield return ("comment counts, none", CommentListCards.Counts([], 1));
    }

    public static IEnumerable<(string, Message)> Longest(string name, string piece)
    {
        var text = Sample.Repeat(piece);
        var what = What(text) with { Account = new CommentedAccount(null, text, text), Link = text };
        var comment = Logged(what) with { Logger = new PersonRef("id-tom", text), Held = [new CommentHolding(new PersonRef("id-ann", text), Sample.Now)] };
        comment = comment with
        {
            Replies = [.. Enumerable.Repeat(new RecordedReply(ReplyKind.Holding, Sample.Now, new PersonRef("id-ann", text), Sample.Now, text, text), 4)],
            Removal = new CommentRemoval(["reported", CommentChoices.Deleted, CommentChoices.Blocked], new PersonRef("id-ann", text), Sample.Now, null),
            Reported = new CommentStepTaken(new PersonRef("id-ann", text), Sample.Now),
            Out = new CommentTakenOut(text, new PersonRef("id-ann", text), Sample.Now),
        };
        var typed = new CommentTyped(text, text, text, text, text, [text], text, text);
        var draft = Empty with { Register = text, Platform = text, Account = text, Kind = text, WhenSaid = text, Date = text, Time = text, Text = text, Link = text, AboutIds = [.. Enumerable.Repeat(text, 30)] };
        yield return ($"comment form, 100000 {name}", Draft(draft, [.. Enumerable.Repeat(Accounts(text)[0], 60)], null, Problems));
        yield return ($"comment check, 100000 {name}", Check(what, DueBecause.Hours, [.. Enumerable.Repeat(new PersonRef("id-ann", text), 30)]));
        yield return ($"comment card, 100000 {name}", CommentCards.Card(comment, "id-rita", office: true, Sample.Trust, Sample.Now, "post-1"));
        yield return ($"comment reminder, 100000 {name}", CommentCards.Reminder(comment, new CommentReminder(100, Sample.Now, []), "id-rita", Sample.Trust, "post-1"));
        foreach (var act in Enum.GetValues<CommentAct>())
        {
            yield return ($"comment form {act}, 100000 {name}", CommentForms.Form(act, comment, typed, Problems, Sample.Library, "post-1"));
            yield return ($"comment too late to {act}, 100000 {name}", CommentForms.TooLate(act, comment, typed, "Somebody was faster.", "post-1"));
        }
        yield return ($"comments, 100000 {name}", CommentListCards.List([.. Enumerable.Repeat(comment, 30)], CommentFilter.Open, 2, office: true, Sample.Trust, Sample.Now));
        yield return ($"my comments, 100000 {name}", MyReportsCards.List([], [], Sample.Trust, comments: [.. Enumerable.Repeat(comment, 12)], now: Sample.Now));
        yield return ($"comment counts, 100000 {name}", CommentListCards.Counts([.. Enumerable.Repeat(new CommentCount(what.Account, "2026-11", 12345, 12345, 12345, 12345), 40)], 2));
    }

    private static IEnumerable<(string, Message)> Of(string name, LoggedComment what)
    {
        var logged = Logged(what);
        var acknowledged = After(ReceivedCommentRules.Reply(logged, new RecordedReply(ReplyKind.Acknowledgement, Sample.Now.AddHours(1), Ann, Sample.Now.AddHours(1), "https://example.test/1", what.Text)));
        var abuse = After(ReceivedCommentRules.Remove(logged, [CommentChoices.Deleted, "reported"], audienceTold: false, Ann, Sample.Now.AddHours(1)));
        (string State, ReceivedComment Comment)[] states =
        [
            ("waiting", logged), ("nobody has it", logged with { Held = [] }), ("taken over", After(ReceivedCommentRules.TakeOver(logged, 1, Rita, Sample.Now.AddHours(1)))), ("acknowledged", acknowledged),
            ("answered", After(ReceivedCommentRules.Reply(acknowledged, new RecordedReply(ReplyKind.Answer, Sample.Now.AddHours(2), Rita, Sample.Now.AddHours(2), null, null)))),
            ("answered late", After(ReceivedCommentRules.Reply(logged, new RecordedReply(ReplyKind.Answer, Sample.Now.AddDays(9), Rita, Sample.Now.AddDays(9), null, "Sorry")))),
            ("abuse", abuse), ("taken down", After(ReceivedCommentRules.Remove(abuse, [CommentChoices.Blocked], audienceTold: true, Rita, Sample.Now.AddHours(2)))),
            ("reported", ReceivedCommentRules.Report(logged, Ann, Sample.Now.AddHours(1)).After), ("taken out", After(ReceivedCommentRules.TakeOut(logged, what.Text, Rita, Sample.Now.AddHours(1)))),
        ];
        foreach (var (state, comment) in states)
            yield return ($"comment {state}{name}", CommentCards.Card(comment, "id-tom", office: true, Sample.Trust, Sample.Now, "post-1"));
        yield return ($"comment overdue{name}", CommentCards.Card(logged, "id-ann", office: false, Sample.Trust, Sample.Now.AddDays(3), "post-1"));
        yield return ($"comment elsewhere{name}", CommentCards.Elsewhere(logged));
        foreach (var step in (int[])[50, 100, 200])
            yield return ($"comment reminder {step}{name}", CommentCards.Reminder(logged, new CommentReminder(step, Sample.Now, ["id-ann"]), step == 50 ? "id-ann" : "id-tom", Sample.Trust, "note-1"));
        foreach (var act in Enum.GetValues<CommentAct>())
        {
            yield return ($"comment form {act}{name}", CommentForms.Form(act, logged, CommentTyped.Nothing, ReportProblems.None, Sample.Library, "post-1"));
            yield return ($"comment form {act}, wrong{name}", CommentForms.Form(act, logged, new CommentTyped(what.Text, what.Text, what.Text, what.Text, what.Text, [what.Text], what.Text, what.Text), Problems, Sample.Library, "post-1"));
            yield return ($"comment too late to {act}{name}", CommentForms.TooLate(act, logged, CommentTyped.Nothing with { Words = what.Text, Link = "https://example.test", Reason = what.Text }, "Ann Lee has recorded an answer already. Nothing was changed.", "post-1"));
        }
        yield return ($"comment check{name}", Check(what, DueBecause.Weekend));
        yield return ($"comments{name}", CommentListCards.List([.. states.Select(each => each.Comment)], CommentFilter.Open, 1, office: true, Sample.Trust, Sample.Now));
        yield return ($"my comments{name}", MyReportsCards.List([], [], Sample.Trust, comments: [logged, acknowledged], now: Sample.Now));
        yield return ($"comment counts{name}", CommentListCards.Counts(CommentCounts.Of(states.Select(each => each.Comment), Sample.Trust), 1));
    }

    private static Message Draft(CommentDraft draft, ImmutableArray<Account> accounts, LoggedComment? what, ReportProblems? problems = null) => CommentDraftCards.Card(
        new CommentDraftView(draft, problems ?? ReportProblems.None, accounts, what, null, Sample.Trust, Sample.Library, Sample.Now));

    private static Message Check(LoggedComment what, DueBecause because, ImmutableArray<PersonRef> named = default) => CommentDraftCards.Card(
        new CommentDraftView(Empty with { Page = CommentPage.Check }, ReportProblems.None, [], what, new ReplyDue(what.Received.At.AddHours(24), because), Sample.Trust, Sample.Library, Sample.Now) { First = Ann, Named = named });

    private static LoggedComment What(string text) => new(
        new CommentedAccount("ACC-2026-0001", "facebook", "North Academy page"), CommentKind.Query, new ReceivedTime(Sample.Now.AddHours(-3), TimeReading.AsSaid), text, "https://www.facebook.com/north/posts/1", [new PersonRef("id-bob", "Bob Ray")]);

    private static ReceivedComment Logged(LoggedComment what) => ReceivedCommentRules.Log(
        new CaseReference(CaseReference.Comment, 2026, 3), what, ReplyDue.For(what.Received.At, Sample.Trust), new AccountTeam(Ann, Tom, []), Sample.Trust, Tom, "north", "draft-3", Sample.Now).After;

    private static ImmutableArray<Account> Accounts(string name) =>
        [After(AccountRules.Add(new CaseReference(CaseReference.Account, 2026, 1), new AccountFacts("north", "facebook", name, name), Ann, [], Rita, "draft-9", Sample.Now))];

    private static TRecord After<TRecord>(Ruling<TRecord> ruling) => ((Ruling<TRecord>.Allowed)ruling).After;
}
