using PolicyBot.Cards;
using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Readings;
using PolicyBot.Policy;

namespace PolicyBot.Tests.Cards;

/// <summary>Every card that the bot can send, in every state, under a name that does for a file. A card that is not here is a card that nobody has looked at.</summary>
internal static class CardGallery
{
    /// <summary>What is worth looking at. Of the longest texts that is the one of words; the others differ in size alone.</summary>
    public static IEnumerable<(string Name, string Json)> All => Cards
        .Where(entry => !entry.Name.Contains("100000", StringComparison.Ordinal) || entry.Name.EndsWith("letters", StringComparison.Ordinal))
        .Select(entry => (entry.Name, CardJson.Write(entry.Card)));

    public static IEnumerable<(string Name, AdaptiveCard Card)> Cards =>
        Messages.Where(entry => entry.Message.Card is not null).Select(entry => (entry.Name, entry.Message.Card!));

    /// <summary>Pieces that grow most when they are escaped or encoded, in different ways.</summary>
    private static readonly (string Name, string Piece)[] Pieces =
        [("letters", "word "), ("quotes", "\""), ("less-than", "<"), ("entities", "&a"), ("a link", "https://example.test/😀"), ("stars", "*"), ("emoji", "😀"), ("chinese", "学"), ("lines", "1.\n"), ("unassigned", "\uFFF0")];

    private static readonly ReportProblems Problems = ReportProblems.None
        .With(Fields.What, "Please say what happened.").With(Fields.Platform, "Please choose a platform.").With(Fields.Account, "Please shorten this.")
        .With(Fields.Link, "Please give a link that starts with https.").With(Fields.Date, "Please choose a date that is not in the future.")
        .With(Fields.Time, "Please give a time as hours and minutes.").With(Fields.Academy, "Please choose an academy.")
        .With(Fields.Affected, "Please choose who is affected.").With(Fields.About, "Please choose people from the list.").With(Fields.AboutOthers, "Please shorten this.").With(Fields.Told, "Please shorten this.");

    /// <summary>The same and the answers that are plain text. Stands below what it is made from: fields are set in their order.</summary>
    public static readonly ImmutableArray<(string Name, Message Message)> Messages =
        [.. ((IEnumerable<(string Name, Message Message)>)
            [
                .. Talk(), .. Answers(), .. InDoubt(), .. Reporting(), .. Incidents(), .. Evidence(), .. HandlingGallery.Cards(), .. Clocks(), .. Drills(), .. Questions(), .. OpinionGallery.Cards(),
                .. AccountGallery.Cards(),
                .. CommentGallery.Cards(),
                .. HandoverGallery.Cards(),
                .. ReleaseGallery.Cards(),
                .. Longest(),
            ])
            .Select(entry => (FileName(entry.Name), entry.Message))];

    private static string FileName(string name) =>
        string.Join('-', name.ToLowerInvariant().Split([' ', ',', '/', '\'', '&'], StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<(string, Message)> Talk()
    {
        yield return ("welcome", WelcomeCards.Welcome(Sample.Trust));
        yield return ("help in private", HelpCards.Help(Sample.Trust, inChannel: false));
        yield return ("help in a channel", HelpCards.Help(Sample.Trust, inChannel: true));
        yield return ("did not understand", HelpCards.DidNotUnderstand());
        yield return ("ask a person", AskPersonCards.Ask(Sample.Trust));
        yield return ("ask a person, nobody named", AskPersonCards.Ask(Sample.NobodyNamed));
        yield return ("pupil", OutsiderCards.Pupil());
        yield return ("cannot confirm", OutsiderCards.CannotConfirm());
        yield return ("not staff", OutsiderCards.NotStaff(Sample.Trust));
        yield return ("secret ends", ExpiryCards.Soon([("Graph:ClientSecret", new DateOnly(2026, 12, 14))], new DateOnly(2026, 11, 23)));
        yield return ("secrets end", ExpiryCards.Soon([("Bot:ClientSecret", new DateOnly(2026, 11, 20)), ("Graph:CertificatePath", new DateOnly(2026, 12, 1))], new DateOnly(2026, 11, 23)));
        yield return ("in private", NoticeCards.InPrivate());
        yield return ("notice", NoticeCards.Sentence("Ann Lee acknowledged this already."));
    }

    private static IEnumerable<(string, Message)> InDoubt()
    {
        var says = new Answer.Found([new Citation(Sample.Policy, Sample.Policy.Clauses[0])], Verdict.No, NextStep.Report) { Says = "No. Pictures of students belong on the Trust's own accounts only." };
        yield return ("in doubt, an answer and a wish", AnswerCards.For(says with { Errand = NextStep.LogComment }, Sample.Trust, null));
        foreach (var (name, answer) in (ImmutableArray<(string, Answer)>)[("answer", says), ("not covered", new Answer.NotCovered(null, NextStep.AskManager)), ("off topic", new Answer.OffTopic()), ("wanted", new Answer.Wanted(NextStep.SecondOpinion))])
            yield return ($"in doubt, {name} and perhaps urgent", AnswerCards.For(answer with { Perhaps = UrgentKind.AdultContact }, Sample.Trust, Sample.Trust.Academies[0]));
    }

    private static IEnumerable<(string, Message)> Answers()
    {
        var clauses = Sample.Policy.Clauses.Take(3).Select(clause => new Citation(Sample.Policy, clause)).ToImmutableArray();
        foreach (var verdict in Enum.GetValues<Verdict>())
            yield return ($"answer {verdict}", AnswerCards.For(new Answer.Found([clauses[0]], verdict, NextStep.SecondOpinion), Sample.Trust, null));
        yield return ("answer of three clauses", AnswerCards.For(new Answer.Found(clauses, Verdict.None, NextStep.Report), Sample.Trust, null));
        var says = new Answer.Found([clauses[0]], Verdict.No, NextStep.Report) { Says = "No. Pictures of students belong on the Trust's own accounts only, and never on a personal one." };
        yield return ("answer in our words", AnswerCards.For(says, Sample.Trust, null));
        foreach (var next in Enum.GetValues<NextStep>())
            yield return ($"answer and then {next}", AnswerCards.For(says with { Next = next }, Sample.Trust, null));
        var undefined = says with
        {
            Clauses = clauses,
            Undefined = [new("appropriate-disclaimer", "appropriate disclaimer"), new("agreed-protocols", "agreed Trust protocols"), new("no-publish-list", "list of children whose images must not be published")],
        };
        yield return ("answer with open terms", AnswerCards.For(undefined, Sample.Trust, null));
        yield return ("answer with open terms, one explained", AnswerCards.For(undefined, Sample.Explained(Sample.Repeat("word ")[..900]), null));
        yield return ("answer with open terms, hostile", AnswerCards.For(undefined, Sample.Explained(Sample.Hostile), null));
        var rule = says with { Clauses = [new Citation(Sample.Policy, Sample.Policy.Clause("monitoring.24-hours")!)], Next = NextStep.LogComment };
        foreach (var reading in Enum.GetValues<TimeReading>())
            foreach (var days in (int[])[-3, -1, 1])
                yield return ($"reply due, {reading} {days + 3}", AnswerCards.For(rule, Sample.Trust, null, new ReplyWanted(new ReceivedTime(Sample.Now.AddDays(days), reading), Sample.Now)));
        yield return ("unclear", AnswerCards.For(new Answer.Unclear([
            new("A student at our academy now", "Can I follow a student?"), new("A former student", "Can I follow a former student?"),
            new("A parent or carer, or somebody else who is looking after a child", "Can I follow a parent?"), new("Another", "?")]), Sample.Trust, null));
        yield return ("refused", AnswerCards.For(new Answer.Refused(null), Sample.Trust, null));
        yield return ("refused and answered", AnswerCards.For(new Answer.Refused(says), Sample.Trust, null));
        yield return ("not covered, a topic", AnswerCards.For(new Answer.NotCovered("HR or the staff handbook", NextStep.AskManager) { Topic = "annual leave" }, Sample.Trust, null));
        yield return ("not covered, several policies", AnswerCards.For(new Answer.NotCovered("payroll or HR", NextStep.AskManager) { Topic = "annual leave" }, Sample.Trust, null, several: true));
        yield return ("read the policy", ContentsCards.Sections(Sample.Policy));
        var several = (ImmutableArray<PolicyDocument>)[Sample.Policy, Sample.Policy with { Title = "Staff Code of Conduct and Acceptable Use", Status = PolicyStatus.Approved, Sections = [] }];
        yield return ("read one of several policies", ContentsCards.Documents(several));
        yield return ("acknowledge", AcknowledgeCards.Offer([Sample.Policy]));
        yield return ("acknowledge one of several", AcknowledgeCards.Offer(several));
        yield return ("acknowledge, changed since", AcknowledgeCards.Changed([Sample.Policy]));
        yield return ("acknowledged", AcknowledgeCards.Made(new ConfirmedReading("id-tom", "Social Media", "e", "001", Sample.Now), Sample.Trust));
        yield return ("hand over an account", AskPersonCards.Handover(Sample.Trust, Sample.Library));
        yield return ("not covered", AnswerCards.For(new Answer.NotCovered(null, NextStep.None), Sample.Trust, null));
        yield return ("not covered, another place", AnswerCards.For(new Answer.NotCovered("payroll or HR", NextStep.None), Sample.Trust, null));
        yield return ("off topic", AnswerCards.For(new Answer.OffTopic(), Sample.Trust, null));
        foreach (var next in (NextStep[])[NextStep.MyCases, NextStep.AskManager, NextStep.None])
            yield return ($"wanted {next}", AnswerCards.For(new Answer.Wanted(next), Sample.Trust, null));
        foreach (var kind in Enum.GetValues<UrgentKind>())
            yield return ($"urgent {kind}", AnswerCards.For(new Answer.Urgent(kind), Sample.Trust, Sample.Trust.Academies[0]));
        yield return ("urgent, academy unknown", AnswerCards.For(new Answer.Urgent(UrgentKind.Danger), Sample.Trust, null));
        foreach (var section in Sample.Policy.Sections)
            yield return ($"section {string.Join(" / ", section.Path)}", AnswerCards.Section(Sample.Policy, section));
    }

    private static IEnumerable<(string, Message)> Reporting()
    {
        var empty = new ReportDraft("draft-1", Sample.Now, ReportStep.Danger);
        foreach (var step in Enum.GetValues<ReportStep>())
        {
            yield return ($"report {step}, empty", ReportCards.Card(empty with { Step = step }, ReportProblems.None, Sample.Trust, null, Sample.Now));
            yield return ($"report {step}", ReportCards.Card(Sample.Draft with { Step = step }, ReportProblems.None, Sample.Trust, "north", Sample.Now));
            yield return ($"report {step}, one academy", ReportCards.Card(empty with { Step = step }, ReportProblems.None, Sample.OneAcademy, null, Sample.Now));
            yield return ($"report {step}, nobody named", ReportCards.Card(empty with { Step = step }, ReportProblems.None, Sample.NobodyNamed, null, Sample.Now));
            yield return ($"report {step}, problems", ReportCards.Card(empty with { Step = step }, Problems, Sample.Trust, null, Sample.Now));
            yield return ($"report {step}, hostile", ReportCards.Card(Sample.HostileDraft with { Step = step }, ReportProblems.None, Sample.Trust, null, Sample.Now));
            yield return ($"report {step}, safeguarding",
                ReportCards.Card(Sample.Draft with { Step = step, Risk = Risk.DangerNow }, ReportProblems.None, Sample.Trust, "north", Sample.Now));
        }
        foreach (var route in Enum.GetValues<Route>())
        {
            yield return ($"report check, {route}", ReportCards.Card(Sample.Draft with { Step = ReportStep.Check, Suggested = route }, ReportProblems.None, Sample.Trust, "north", Sample.Now, Sample.Library));
            yield return ($"confirmation of {route}", ConfirmationCards.For(Sample.Of(route), Sample.Trust));
        }
        foreach (var step in (ReportStep[])[ReportStep.Help, ReportStep.Where, ReportStep.Who, ReportStep.Review])
        {
            yield return ($"report image {step}", ReportCards.Card(Sample.Image with { Step = step, What = "" }, ReportProblems.None, Sample.Trust, "north", Sample.Now));
            yield return ($"report image {step}, hostile", ReportCards.Card(Sample.HostileDraft with { Step = step, Answered = Route.IndecentImage }, Problems, Sample.Trust, null, Sample.Now));
        }
        yield return ("report image Review, words before", ReportCards.Card(Sample.Image with { Step = ReportStep.Review }, ReportProblems.None, Sample.Trust, "north", Sample.Now));
        yield return ("report Who, a child", ReportCards.Card(Sample.Draft with { Step = ReportStep.Who, Risk = Risk.ChildAtRisk, Told = "Nobody yet" }, ReportProblems.None, Sample.Trust, "north", Sample.Now));
        yield return ("slt image", SltCards.Card(Sample.Pictured("The safeguarding lead, by phone"), Sample.Trust, "post-1"));
        yield return ("slt image, hostile", SltCards.Card(Sample.Pictured(Sample.Hostile), Sample.Trust, "post-1"));
        yield return ("report change", ReportCards.Card(Sample.Draft with { Step = ReportStep.Review, Case = "INC-2026-0042", Confidential = true }, ReportProblems.None, Sample.Trust, "north", Sample.Now));
        yield return ("slt confidential", SltCards.Card(Sample.Confidential, Sample.Trust, "post-1"));
        yield return ("confirmation confidential", ConfirmationCards.For(Sample.Confidential, Sample.Trust));
        foreach (var (name, incident) in ((string, Incident)[])[("ordinary", Sample.Reported), ("safeguarding", Sample.Of(Route.ChildAtRisk))])
        {
            yield return ($"withdraw, {name}", MineCards.Ask(incident));
            yield return ($"withdrawn, {name}", ConfirmationCards.For(Sample.Withdrawn(incident), Sample.Trust));
            yield return ($"slt withdrawn, {name}", SltCards.Card(Sample.Withdrawn(incident), Sample.Trust, "post-1"));
        }
        yield return ("no longer with you", MineCards.Elsewhere());
        yield return ("report resume", ReportCards.Resume(Sample.Draft, Sample.Trust));
        yield return ("report cancelled", ReportCards.Cancelled());
        yield return ("report gone", ReportCards.Gone());
    }

    private static IEnumerable<(string, Message)> Incidents()
    {
        (string Name, Incident Incident)[] states =
        [
            ("reported", Sample.Reported), ("acknowledged", Sample.Acknowledged), ("closed", Sample.Closed), ("closed, nobody", Sample.ClosedWithNobody),
            ("hostile", Sample.WithText(Sample.Hostile)),
        ];
        foreach (var (name, incident) in states.SelectMany(state => new[] { state, ($"{state.Name}, safeguarding", Sample.Safeguarding(state.Incident)) }))
        {
            yield return ($"confirmation {name}", ConfirmationCards.For(incident, Sample.Trust));
            yield return ($"slt {name}", SltCards.Card(incident, Sample.Trust, "post-1"));
            yield return ($"acknowledged note {name}", ReporterCards.Acknowledged(incident, Sample.Trust, "note-1"));
            yield return ($"closed note {name}", ReporterCards.Closed(incident, Sample.Trust, "note-2"));
            yield return ($"referral {name}", ReferralCards.For(incident, Sample.Trust, "referral-1"));
            yield return ($"outcome form {name}", SltCards.OutcomeForm(incident, OutcomeTyped.Nothing, ReportProblems.None, "post-1"));
        }
        var wrong = ReportProblems.None.With(Fields.Result, "Please choose an outcome.").With(Fields.Reason, "Please say why.")
            .With(Fields.Referrals, "Please say who it was referred to.").With(Fields.NoReferral, "Please say why nobody.");
        yield return ("outcome form with problems", SltCards.OutcomeForm(Sample.Acknowledged, new OutcomeTyped("advice", Sample.Hostile, ["police", "hr"], "no"), wrong));
        foreach (var entry in Finding())
            yield return entry;
        yield return ("my reports, none", MyReportsCards.List([], [], Sample.Trust));
        yield return ("my reports, twelve", MyReportsCards.List([.. Enumerable.Range(1, 12).Select(number => Sample.Open(Sample.Reported.Report, number))], [], Sample.Trust));
    }

    private static IEnumerable<(string, Message)> Evidence()
    {
        yield return ("file question", FileQuestionCards.Question("turn-1", 1));
        yield return ("file question, several", FileQuestionCards.Question("turn-1", 3));
        yield return ("file for which report", FileQuestionCards.WhichReport("turn-1", [.. Enumerable.Range(1, 9).Select(number => Sample.Open(Sample.Reported.Report, number))], Sample.Trust));
        yield return ("file without a report", FileQuestionCards.NoReport());
        yield return ("file question answered", FileQuestionCards.Gone());
        yield return ("file, too many", FileQuestionCards.TooMany());
        yield return ("file indecent, draft", IndecentFileCards.For(Sample.Draft, null, Sample.Trust, Sample.Trust.Academies[0]));
        yield return ("file indecent, case", IndecentFileCards.For(null, Sample.Reported, Sample.Trust, Sample.Trust.Academies[0]));
        yield return ("file indecent, nobody named", IndecentFileCards.For(null, null, Sample.NobodyNamed, null));
        yield return ("file indecent, note to the lead", IndecentFileCards.Note(Sample.Reported, Sample.Trust, "note-1"));
        foreach (var (name, pieces) in Sample.Evidence)
        {
            var incident = Sample.Reported with { Evidence = pieces };
            yield return ($"files sent {name}", SentFilesCards.Card(pieces, incident.Reference, Route.Other, Sample.Library));
            yield return ($"files sent for a draft {name}", SentFilesCards.Card(pieces, null, Route.ChildAtRisk, Sample.Library));
            yield return ($"evidence {name}", EvidenceListCards.List(incident, Sample.Trust, "post-1"));
            yield return ($"evidence confidential {name}", EvidenceListCards.List(incident with { Report = incident.Report with { Confidential = true } }, Sample.Trust, "post-1", "Please choose a file from the list."));
            yield return ($"slt with evidence {name}", SltCards.Card(incident, Sample.Trust, "post-1"));
            yield return ($"report review with files {name}", ReportCards.Card(Sample.Draft with { Step = ReportStep.Review, Evidence = pieces }, ReportProblems.None, Sample.Trust, "north", Sample.Now));
            yield return ($"evidence lies at {name}", EvidenceListCards.LiesAt(incident, pieces[0], "/data/evidence/0_1"));
            yield return ($"evidence offered {name}", EvidenceListCards.Offer(incident, pieces[0]));
        }
        yield return ("evidence on its way", EvidenceListCards.OnItsWay());
        yield return ("evidence not wanted", EvidenceListCards.NotWanted());
    }

    private static IEnumerable<(string, Message)> Finding()
    {
        var twelve = Enumerable.Range(1, 12).Select(number => Sample.Open(Sample.Reported.Report, number)).ToImmutableArray();
        yield return ("cases, none", CaseListCards.List([], new CaseSearch(CaseFilter.Open), 1, [Sample.Trust.Academies[0]], Sample.Trust, Sample.Now));
        yield return ("cases, open", CaseListCards.List(twelve, new CaseSearch(CaseFilter.Open), 1, Sample.Trust.Academies, Sample.Trust, Sample.Now));
        yield return ("cases, last page", CaseListCards.List(twelve, new CaseSearch(CaseFilter.Open), 9, Sample.Trust.Academies, Sample.Trust, Sample.Now));
        yield return ("cases, overdue", CaseListCards.List(twelve[..2], new CaseSearch(CaseFilter.Overdue), 1, Sample.Trust.Academies, Sample.Trust, Sample.Now.AddDays(9)));
        yield return ("cases, mine", CaseListCards.List([Sample.Acknowledged], new CaseSearch(CaseFilter.Mine), 1, [], Sample.Trust, Sample.Now));
        yield return ("cases, closed", CaseListCards.List([Sample.Closed, Sample.UnderHold], new CaseSearch(CaseFilter.Closed), 1, [], Sample.Trust, Sample.Now));
        yield return ("cases, hostile", CaseListCards.List(
            [.. Enumerable.Repeat(Sample.WithText(Sample.Hostile), 10)], new CaseSearch(CaseFilter.Open, Sample.Hostile, Sample.Hostile), 1, Sample.Trust.Academies, Sample.Trust, Sample.Now));
        yield return ("timeline", TimelineCards.Card(Sample.UnderHold, Sample.Trail(Sample.UnderHold, "A rude comment"), [], 1, mayHold: true, Sample.Trust, "post-1"));
        yield return ("timeline, seen before", TimelineCards.Card(
            Sample.Closed, Sample.Trail(Sample.Closed, "A rude comment"), [.. twelve.Select(each => each.Reference)], 1, mayHold: true, Sample.Trust, "post-1"));
        yield return ("timeline, confidential, long", TimelineCards.Card(
            Sample.Reported with { Report = Sample.Reported.Report with { Confidential = true } }, [.. Enumerable.Repeat(Sample.Trail(Sample.Closed, Sample.Hostile), 5).SelectMany(each => each)],
            [], 1, mayHold: false, Sample.Trust, "post-1"));
        yield return ("timeline, hostile", TimelineCards.Card(Sample.WithText(Sample.Hostile), Sample.Trail(Sample.Closed, Sample.Hostile), [], 1, mayHold: false, Sample.Trust, "post-1"));
        yield return ("legal hold form", HoldCards.Form(Sample.Closed, "", ReportProblems.None, "post-1"));
        yield return ("legal hold form, hostile", HoldCards.Form(Sample.Closed, Sample.Hostile, ReportProblems.None.With(Fields.HoldReason, "Please say why it must be kept."), "post-1"));
    }

    private static IEnumerable<(string, Message)> Clocks()
    {
        foreach (var route in (Route[])[Route.Other, Route.DataBreach, Route.AllegationStaff, Route.ChildAtRisk])
        {
            var incident = Sample.Reported with { Report = Sample.Reported.Report with { Answered = route } };
            yield return ($"slt deadlines {route}", SltCards.Card(incident, Sample.Trust, "post-1"));
            foreach (var step in Enum.GetValues<ChaseStep>())
                yield return ($"chase {route} {step}", ReminderCards.For(incident, Reminded(ReminderKind.Chase, (int)step), Sample.Trust));
        }
        var breach = Sample.Reported with { Report = Sample.Reported.Report with { Answered = Route.DataBreach } };
        foreach (var hours in (int[])[24, 48, 66, 72])
            yield return ($"breach reminder {hours}", ReminderCards.For(breach, Reminded(ReminderKind.Breach, hours), Sample.Trust));
        yield return ("lado reminder", ReminderCards.For(Sample.Reported with { Report = Sample.Reported.Report with { Answered = Route.AllegationStaff } }, Reminded(ReminderKind.Lado, 1), Sample.Trust));
        yield return ("reminder, done", ReminderCards.For(Sample.Acknowledged, Reminded(ReminderKind.Chase, 1), Sample.Trust));
    }

    private static Reminder Reminded(ReminderKind kind, int step) => new(kind, step, Channel: false, ["id-ann"], Sample.Now.AddHours(4));

    private static IEnumerable<(string, Message)> Drills()
    {
        yield return ("drill offer", DrillCards.Offer(Sample.Trust.Academies, "north", "turn-1", ReportProblems.None));
        yield return ("drill offer, one academy", DrillCards.Offer(Sample.OneAcademy.Academies, null, "turn-1", ReportProblems.None));
        yield return ("drill offer, problems", DrillCards.Offer(
            Sample.Trust.Academies, Sample.Hostile, "turn-1", ReportProblems.None.With(Fields.Academy, "Please choose the academy.").With(Fields.DrillKind, "Please choose the kind of report.")));
        foreach (var (name, incident) in ((string, Incident)[])[("reported", Sample.Reported), ("acknowledged", Sample.Acknowledged), ("closed", Sample.Closed)])
        {
            var drill = incident with { Drill = true };
            yield return ($"drill {name}", DrillCards.Running(drill, Sample.Trust));
            yield return ($"slt drill {name}", SltCards.Card(drill, Sample.Trust, "post-1"));
            yield return ($"drill timings {name}", DrillCards.Timings(drill, name == "reported" ? null : Sample.Now.AddSeconds(2), Sample.Trust));
        }
        yield return ("drill chase", ReminderCards.For(Sample.Safeguarding(Sample.Reported with { Drill = true }), Reminded(ReminderKind.Chase, 1), Sample.Trust));
        yield return ("drill outcome form", SltCards.OutcomeForm(Sample.Acknowledged with { Drill = true }, OutcomeTyped.Nothing, ReportProblems.None, "post-1"));
    }

    private static IEnumerable<(string, Message)> Questions()
    {
        var asked = Sample.Ask("How many days of annual leave do I get?", new GivenAnswer(AnswerKind.NotCovered, "leave", []));
        var found = Sample.Ask("Can I follow a former pupil?", Sample.Covered);
        var answered = Sample.Answer(found, "No. Please use the academy's own account.", Sample.Covered.Clauses[0]);
        var hostile = Sample.Ask(Sample.Hostile, Sample.Covered) with { Before = Sample.Hostile };
        (string Name, Question Question)[] states =
        [
            ("asked", asked), ("asked, found", found), ("asked, a follow-up", Sample.Ask("And what about their parents?", Sample.Covered) with { Before = "Can I follow a former pupil?" }), ("passed on", Sample.Pass(asked)), ("taken back", Sample.TakeBack(asked)), ("answered", answered),
            ("hostile", hostile), ("answered, hostile", Sample.Answer(hostile, Sample.Hostile)),
        ];
        foreach (var (name, question) in states)
        {
            yield return ($"question confirmation {name}", QuestionCards.Confirmation(question, Sample.Trust));
            foreach (var may in (bool[])[true, false])
                yield return ($"question desk {name}, {(may ? "theirs" : "not theirs")}", DeskCards.Card(question, may, Sample.Trust, Sample.Library, "post-1"));
            yield return ($"question form {name}", Form(question, new AnswerTyped("", "", "")));
        }
        yield return ("question passed on note", QuestionCards.PassedOn(Sample.Pass(asked), Sample.Trust, "note-1"));
        yield return ("question back at a desk", DeskCards.Back(Sample.Pass(asked), "note-1"));
        yield return ("question answer", QuestionCards.Answered(answered, new Citation(Sample.Policy, Sample.Policy.Clauses[0]), changed: false, "note-1"));
        yield return ("question answer, changed", QuestionCards.Answered(answered, null, changed: true, "note-1"));
        yield return ("question answer, hostile", QuestionCards.Answered(Sample.Answer(hostile, Sample.Hostile), null, changed: false, "note-1"));
        yield return ("question form, hostile and wrong", QuestionForms.Form(
            hostile, new AnswerTyped(Sample.Hostile, Sample.Hostile, Sample.Hostile),
            ReportProblems.None.With(Fields.Answer, "Please keep this under 1,800 characters.").With(Fields.Clause, "Please choose a clause from the list, or none.").With(Fields.PassTo, "Please choose who should have it."),
            null, Sample.Trust, Sample.Library, "post-1"));
        yield return ("question form, too late", QuestionForms.Form(
            answered, new AnswerTyped("My own words", "", ""), ReportProblems.None, "Rita Moss answered this already. Yours was not sent.", Sample.Trust, Sample.Library, "post-1"));
        yield return ("question offer", QuestionOffers.Offer("Can I follow a former pupil?", null, "turn-1", ["id-rita"], Sample.Trust));
        yield return ("question offer, a follow-up", QuestionOffers.Offer("And what about their parents?", "Can I follow a former pupil?", "turn-1", ["id-rita"], Sample.Trust));
        yield return ("question offer, hostile", QuestionOffers.Offer(Sample.Hostile, Sample.Hostile, "turn-1", [], Sample.Trust));
        yield return ("question to report", QuestionOffers.Report());
        yield return ("question under an answer", QuestionOffers.Under(
            AnswerCards.For(new Answer.NotCovered("payroll or HR", NextStep.None), Sample.Trust, null), asked.Given, "turn-1", null, ["id-rita"], Sample.Trust));
        yield return ("question under an answer, a follow-up", QuestionOffers.Under(
            AnswerCards.For(new Answer.NotCovered("payroll or HR", NextStep.None), Sample.Trust, null), asked.Given, "turn-1", "Can I follow a former pupil?", ["id-rita"], Sample.Trust));
        yield return ("question under an answer, hostile", QuestionOffers.Under(
            AnswerCards.For(new Answer.NotCovered(null, NextStep.None), Sample.Trust, null), asked.Given, "turn-1", Sample.Hostile, ["id-rita"], Sample.Trust));
        yield return ("question under a clause", QuestionOffers.Under(
            AnswerCards.For(new Answer.Found([new Citation(Sample.Policy, Sample.Policy.Clauses[0])], Verdict.No, NextStep.None), Sample.Trust, null), Sample.Covered, "turn-1", null, [], Sample.Trust));
        ImmutableArray<Question> many = [.. Enumerable.Range(1, 12).Select(number => Sample.Ask("How many days of annual leave do I get?", asked.Given, number))];
        ImmutableArray<UnmetCount> counts =
            [new(UnmetKind.NotCovered, "out.leave", 7), new(UnmetKind.NotCovered, "gone-by-now", 2), new(UnmetKind.NotCovered, Unmet.Other, 1), .. Sample.Situations.Select((id, place) => new UnmetCount(UnmetKind.Disliked, id, place + 1)), new(UnmetKind.Unclear, Unmet.Other, 3)];
        yield return ("what is asked", AskedCards.List(many, counts, 90, _ => true, Sample.Trust, Sample.Library));
        yield return ("what is asked, nothing", AskedCards.List([], [], 90, _ => true, Sample.Trust, Sample.Library));
        yield return ("what is asked, hostile", AskedCards.List([hostile], [new(UnmetKind.NotCovered, Sample.Hostile, 1)], 90, _ => true, Sample.Trust, Sample.Library));
        yield return ("my questions", MyReportsCards.List([Sample.Reported], [hostile, .. many], Sample.Trust));
    }

    private static Message Form(Question question, AnswerTyped typed) =>
        QuestionForms.Form(question, typed, ReportProblems.None, null, Sample.Trust with { ChiefExecutive = Sample.Trust.SocialMediaManager }, Sample.Library, "post-1");

    private static IEnumerable<(string, Message)> Longest()
    {
        foreach (var (name, piece) in Pieces)
        {
            var question = Sample.Ask(Sample.Repeat(piece), Sample.Covered) with { Before = Sample.Repeat(piece) };
            var answered = Sample.Answer(question, Sample.Repeat(piece), Sample.Covered.Clauses[0]);
            yield return ($"question confirmation, 100000 {name}", QuestionCards.Confirmation(question, Sample.Trust));
            yield return ($"question desk, 100000 {name}", DeskCards.Card(answered, mayAnswer: true, Sample.Trust, Sample.Library, "post-1"));
            yield return ($"question answer, 100000 {name}", QuestionCards.Answered(answered, new Citation(Sample.Policy, Sample.Policy.Clauses[0]), changed: false, "note-1"));
            yield return ($"question form, 100000 {name}", Form(question, new AnswerTyped(Sample.Repeat(piece), Sample.Repeat(piece), Sample.Repeat(piece))));
            yield return ($"question change, 100000 {name}", Form(answered, new AnswerTyped(Sample.Repeat(piece)[1..], "", "")));
            yield return ($"question offer, 100000 {name}", QuestionOffers.Offer(Sample.Repeat(piece), Sample.Repeat(piece), "turn-1", ["id-rita"], Sample.Trust));
            yield return ($"what is asked, 100000 {name}", AskedCards.List([.. Enumerable.Repeat(question, 12)], [], 90, _ => true, Sample.Trust, Sample.Library));
            yield return ($"my questions, 100000 {name}", MyReportsCards.List([], [.. Enumerable.Repeat(question, 12)], Sample.Trust));
            foreach (var step in Enum.GetValues<ReportStep>())
                yield return ($"report {step}, 100000 {name}", ReportCards.Card(Sample.Long(piece) with { Step = step }, ReportProblems.None, Sample.Trust, null, Sample.Now));
            var files = Sample.Files(EvidencePieces.Most, Sample.Repeat(piece), EvidenceState.Kept);
            yield return ($"files sent, 100000 {name}", SentFilesCards.Card(files, Sample.Reported.Reference, Route.Other, Sample.Library));
            yield return ($"evidence, 100000 {name}", EvidenceListCards.List(Sample.Reported with { Evidence = [.. files, .. Sample.Files(30, Sample.Repeat(piece), EvidenceState.NotTaken)] }, Sample.Trust, "post-1"));
            var incident = Sample.WithText(Sample.Repeat(piece));
            foreach (var entry in ((IEnumerable<(string, Message)>)
                [
                    .. HandlingGallery.Longest(name, piece),
                    .. OpinionGallery.Longest(name, piece),
                    .. AccountGallery.Longest(name, piece),
                    .. CommentGallery.Longest(name, piece),
                    .. HandoverGallery.Longest(name, piece),
                    .. ReleaseGallery.Longest(name, piece),
                ]))
                yield return entry;
            yield return ($"slt, 100000 {name}", SltCards.Card(incident, Sample.Trust, "post-1"));
            yield return ($"referral, 100000 {name}", ReferralCards.For(Sample.Safeguarding(incident), Sample.Trust, "referral-1"));
            yield return ($"outcome form, 100000 {name}",
                SltCards.OutcomeForm(incident, new OutcomeTyped("advice", Sample.Repeat(piece), [], Sample.Repeat(piece)), ReportProblems.None));
        }
    }
}
