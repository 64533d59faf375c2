using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Trail;
using PolicyBot.Policy;

namespace PolicyBot.Tests.Cards;

/// <summary>A small trust, its policy, and reports as people write them.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 32, 0, TimeSpan.Zero);

    public static readonly Trust Trust = new(
        "Dudley Academies Trust",
        TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
        [
            new Person("id-ann", "Ann Lee", "ann@trust.example", "north", null),
            new Person("id-bob", "Bob Ray", "bob@trust.example", "north", null),
            new Person("id-jane", "Jane Smith", "jane@trust.example", "north", null),
            new Person("id-omar", "Omar Khan", "omar@trust.example", "south", null),
            new Person("id-rita", "Rita Moss", "rita@trust.example", null, null),
            new Person("id-tom", "Tom_Hill", "tom@trust.example", "north", null),
        ],
        Held("id-rita"), Role.Empty, Role.Empty, null,
        [
            new Academy("north", "North Academy", new SeniorLeaders("19:t", "19:n@thread.tacv2", ["id-ann", "id-bob"]), Role.Empty, Held("id-jane", "01384 816001"), Role.Empty),
            new Academy("south", "South Academy", new SeniorLeaders("19:t", "19:s@thread.tacv2", ["id-omar"]), Role.Empty, Held("id-omar", "01384 816002"), Role.Empty),
        ]);

    public static readonly Trust OneAcademy = Trust with { Academies = [Trust.Academies[0]] };

    public static readonly Trust NobodyNamed = Trust with
    {
        People = [],
        SocialMediaManager = Role.Empty,
        Academies = [Trust.Academies[0] with { DesignatedSafeguardingLead = Role.Empty }],
    };

    /// <summary>The Trust that says what it means by one of the policy's words.</summary>
    public static Trust Explained(string text) => Trust with { Terms = ImmutableDictionary<string, string>.Empty.Add("appropriate-disclaimer", text) };

    public static readonly PolicyDocument Policy = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "documents")).Documents[0];

    public static readonly ReportDraft Draft = new("draft-1", Now, ReportStep.Danger)
    {
        Risk = Risk.None,
        What = "A parent posted on our page that a teacher \"should be sacked\".\n\nIt has 40 comments & counting.",
        Platform = "facebook",
        Account = "North Parents (unofficial)",
        Link = "https://www.facebook.com/north/posts/1?a=b_c",
        Date = "2026-11-21",
        Time = "09:00",
        Affected = ["staff", "trust"],
        AboutIds = ["id-tom", "id-from-the-directory"],
        AboutOthers = "A parent of a Year 8 pupil",
        Academy = "north",
    };

    /// <summary>All that a post can hold to break out of a card: links, mentions, headings, functions, text that runs backwards.</summary>
    public const string Hostile =
        "[win](https://evil.example) <at>Ann Lee</at> **bold** _it_ `code` ~~no~~ # head\n# heading\n- item\n1. one\n> quote\n"
        + "|a|b| <b>x</b> <script>alert(1)</script> &lt;i&gt; {{DATE(2026-11-22T10:32:00Z)}} \\*not\\* \u202Edesrever\u202C zero\u200Bwidth\0\a";

    public static readonly ReportDraft HostileDraft = Draft with
    {
        What = Hostile,
        Account = Hostile,
        Link = "javascript:alert(1) " + Hostile,
        AboutOthers = Hostile,
        Told = Hostile,
        Platform = Hostile,
        Date = Hostile,
        Time = Hostile,
        Affected = [Hostile],
        AboutIds = [Hostile],
    };

    public static ReportDraft Long(string piece) => Draft with
    {
        What = Repeat(piece),
        Account = Repeat(piece),
        Link = Repeat(piece),
        AboutOthers = Repeat(piece),
        Told = Repeat(piece),
        Platform = Repeat(piece),
        Date = Repeat(piece),
        Time = Repeat(piece),
    };

    /// <summary>About an indecent image, as somebody says who was asked.</summary>
    public static readonly ReportDraft Image = Draft with { Risk = Risk.ChildAtRisk, Answered = Route.IndecentImage, Told = "The safeguarding lead, by phone" };

    public static Incident Pictured(string told) => Open(Reported.Report with { Risk = Risk.ChildAtRisk, Answered = Route.IndecentImage, WhatHappened = Report.Image, Link = null, Told = told });

    public static readonly Incident Reported = Open(new Report(
        Risk.None, Draft.What, Draft.Platform, Draft.Account, Draft.Link, new DateTimeOffset(2026, 6, 21, 8, 0, 0, TimeSpan.Zero), true,
        Draft.Affected, [new PersonRef("id-tom", "Tom_Hill")], Draft.AboutOthers));

    public static readonly Incident Acknowledged = Take(Reported);

    public static readonly Incident Closed = End(Acknowledged, new Outcome(
        "content_removed", "The page owner took it down after we rang.", ["platform", "hr"], null, new PersonRef("id-bob", "Bob Ray"), Now.AddHours(3)));

    public static readonly Incident ClosedWithNobody = End(Acknowledged, new Outcome(
        "no_action", "A joke between friends.", [], "Nobody else needs to know.", new PersonRef("id-bob", "Bob Ray"), Now.AddHours(3)));

    /// <summary>Files as they stand with a report: some of each kind, one, and one with a name that was made to harm.</summary>
    public static readonly (string Name, ImmutableArray<EvidencePiece> Pieces)[] Evidence =
    [
        ("one kept", Files(1, "Screenshot 2026-11-21 at 09.00.png", EvidenceState.Kept)),
        ("under way", [.. Files(1, "Screenshot.png", EvidenceState.UnderWay), .. Files(1, "comments.pdf", EvidenceState.Kept)]),
        ("not taken", [.. Enum.GetValues<EvidenceFault>().SelectMany(fault => Files(1, "holiday film.mov", EvidenceState.NotTaken).Select(piece => piece with { Fault = fault }))]),
        ("the same again", [.. Files(1, "Screenshot.png", EvidenceState.Kept), .. Files(1, "Screenshot (1).png", EvidenceState.Duplicate)]),
        ("hostile", Files(2, Hostile, EvidenceState.Kept)),
    ];

    public static ImmutableArray<EvidencePiece> Files(int count, string name, EvidenceState state) =>
    [
        .. Enumerable.Range(1, count).Select(number => new EvidencePiece($"0000-{state}-{number}", "turn-1", new PersonRef("id-tom", "Tom_Hill"), Now, name, "https://trust-my.sharepoint.com/x")
        {
            State = state,
            Fault = state is EvidenceState.NotTaken ? EvidenceFault.WrongKind : null,
            ContentType = state is EvidenceState.Kept ? "image/png" : null,
            Size = state is EvidenceState.Kept ? 123_456 : 0,
            Hash = state is EvidenceState.Kept or EvidenceState.Duplicate ? new string('a', 64) : null,
        }),
    ];

    public static readonly Incident UnderHold = After(HoldRules.Place(Closed, new LegalHold("Inquiry of the local authority", new PersonRef("id-rita", "Rita Moss"), Now.AddDays(1))));

    /// <summary>The trail of a report that was taken on, closed and, where <paramref name="incident"/> is held, held.</summary>
    public static ImmutableArray<TrailEntry> Trail(Incident incident, string text)
    {
        var entries = ImmutableArray.CreateBuilder<TrailEntry>();
        var opened = IncidentRules.Open(incident.Reference, Reported.Report with { WhatHappened = text }, incident.Reporter, "north", "draft-42", Now);
        var now = Add(opened);
        now = Add(IncidentRules.Acknowledge(now, new PersonRef("id-ann", "Ann Lee"), Now.AddHours(1)));
        now = Add(IncidentRules.Close(now, incident.Outcome! with { Reason = text }));
        if (incident.Held is { } hold)
            Add(HoldRules.Place(now, hold));
        return entries.ToImmutable();

        Incident Add(Ruling<Incident> ruling)
        {
            entries.AddRange(((Ruling<Incident>.Allowed)ruling).Entries);
            return After(ruling);
        }
    }

    public static Incident Safeguarding(Incident incident, Risk risk = Risk.ChildAtRisk) => incident with { Report = incident.Report with { Risk = risk } };

    public static Incident Of(Route route) => Reported with { Report = Reported.Report with { Suggested = route } };

    public static readonly Incident Confidential = Reported with { Report = Reported.Report with { Confidential = true } };

    public static Incident Withdrawn(Incident incident) => After(ReporterRules.Withdraw(incident, Now.AddHours(1)));

    public static Incident WithText(string text) => End(
        Take(Open(Reported.Report with { WhatHappened = text, Account = text, Link = text, AboutOthers = text, Platform = text, About = [new PersonRef("id-tom", text)] })),
        new Outcome("no_action", text, [], text, new PersonRef("id-bob", "Bob Ray"), Now));

    public static Incident Open(Report report, int number = 42) =>
        IncidentRules.Open(new CaseReference(CaseReference.Incident, 2026, number), report, new PersonRef("id-tom", "Tom_Hill"), "north", $"draft-{number}", Now).After;

    public static Incident Take(Incident incident) => After(IncidentRules.Acknowledge(incident, new PersonRef("id-ann", "Ann Lee"), Now.AddHours(1)));

    /// <summary>A case with everything done to it that can be done, each time in these words.</summary>
    public static Incident Handled(string text, Route route = Route.Other)
    {
        var (ann, bob, rita) = (new PersonRef("id-ann", "Ann Lee"), new PersonRef("id-bob", "Bob Ray"), new PersonRef("id-rita", "Rita Moss"));
        var incident = Take(Open(Reported.Report with { WhatHappened = text, Suggested = route }));
        incident = After(OwnershipRules.HandOn(incident, bob, ann, Now));
        incident = After(AssessmentRules.Assess(incident, new Assessment("offensive", "high", text, ann, Now)));
        incident = After(InvolvementRules.Involve(incident, [rita], text, Trust.Academies[0], ann, Now));
        incident = After(InvolvementRules.Reply(incident, incident.Handling.Involved[0], text, Now));
        incident = After(ReporterQuestionRules.Ask(incident, text, ann, Now));
        incident = After(ReporterQuestionRules.Answer(incident, incident.Handling.Questions[0], text, Now));
        foreach (var (agency, _) in HandlingChoices.Agencies)
            incident = After(ReferralRules.Refer(incident, new ExternalReferral(agency, new DateOnly(2026, 11, 22), text, text, ann, Now)));
        if (route is Route.ParentComment)
            incident = After(CommentRules.Take(incident, new CommentStep("asked_to_remove", new DateOnly(2026, 11, 22), text, ann, Now)));
        if (route is Route.DataBreach)
            incident = After(BreachRules.Decide(incident, new BreachDecision(BreachDecision.NotReported, text, ann, Now)));
        incident = After(IncidentRules.Close(incident, new Outcome("advice", text, ["police"], null, ann, Now)));
        incident = After(ReopenRules.Reopen(incident, new Reopening(text, bob, Now)));
        return After(NoteRules.Add(incident, new CaseNote(text, ann, Now)));
    }

    public static readonly PolicyLibrary Library = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "documents"));

    /// <summary>Those that take the most room.</summary>
    public static readonly ImmutableArray<string> Situations = [.. Library.Guidance.Subjects.Situations.OrderByDescending(situation => situation.Asks.Length).Select(situation => situation.Id).Take(6)];

    public static readonly GivenAnswer Covered = new(
        AnswerKind.Found, "former-pupil", [.. Policy.Clauses.Take(3).Select(clause => new ClauseRef(Policy.Title, clause.Id))]);

    public static Question Ask(string text, GivenAnswer given, int number = 7) =>
        QuestionRules.Ask(new CaseReference(CaseReference.Question, 2026, number), text, given, new PersonRef("id-tom", "Tom_Hill"), "north", $"turn-{number}", Now).After;

    public static Question Answer(Question question, string text, ClauseRef? clause = null) =>
        After(QuestionRules.Answer(question, new PersonsAnswer(text, clause, new PersonRef("id-rita", "Rita Moss"), question.Desk, Now.AddHours(2))));

    public static Question Pass(Question question) => After(QuestionRules.PassOn(question, Desk.ChiefExecutive, new PersonRef("id-rita", "Rita Moss"), Now.AddHours(1)));

    public static Question TakeBack(Question question) => After(QuestionRules.Withdraw(question, Now.AddHours(1)));

    public static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

    private static Incident End(Incident incident, Outcome outcome) => After(IncidentRules.Close(incident, outcome));

    private static TRecord After<TRecord>(Ruling<TRecord> ruling) => ((Ruling<TRecord>.Allowed)ruling).After;

    private static Role Held(string person, string? phone = null) => new([person], null, phone);
}
