using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Bot.People;
using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;
using PolicyBot.Dialogs;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using Sample = PolicyBot.Tests.Storage.Sample;

namespace PolicyBot.Tests.Incidents;

/// <summary>Random people press random buttons with random words, on the cards that they have and on those that they have not.</summary>
public sealed class HandlingPropertyTests
{
    private static readonly Trust Trust = TrustFile.Parse(Cast.TrustJson(), "trust.json");
    private static readonly Academy North = Trust.FindAcademy("north")!;
    private static readonly Member[] People = [Cast.Teachers[0], Cast.Teachers[1], Cast.Martin, Cast.Grace, Cast.Helen, Cast.Dina, Cast.Farah, Cast.Sam];
    private static readonly Member?[] About = [null, null, Cast.Grace, Cast.Martin, Cast.Teachers[1]];
    private static readonly Route[] Routes = [Route.Other, Route.ParentComment, Route.DataBreach, Route.ChildAtRisk, Route.AllegationStaff, Route.AllegationHead];

    private static readonly string[] Verbs =
    [
        "incident.acknowledge", "incident.acknowledge", "incident.close", "incident.close", "incident.more", "incident.do", "incident.takeover", "incident.handon", "incident.assess",
        "incident.involve", "incident.refer", "incident.askreporter", "incident.note", "incident.commentstep", "incident.breach", "incident.reopen", "involved.reply", "reporter.answer",
    ];

    private sealed record Pressing(string Verb, Member Who, bool InChannel, bool Current, int Number, string Words, Member Other, bool Full);

    [Fact]
    public void No_order_of_presses_by_anybody_leads_where_it_must_not() => Check.One(Properties.Of(300), Prop.ForAll(Cases, each =>
    {
        var (route, about, presses) = each;
        var report = Sample.Report with { Suggested = route, About = about is null ? [] : [new PersonRef(about.DirectoryId!, about.Name)] };
        var reporter = new PersonRef(Cast.Teachers[0].DirectoryId!, Cast.Teachers[0].Name);
        var opened = IncidentRules.Open(Sample.Reference(1), report, reporter, "north", "draft", Sample.Now);
        var (incident, trail) = (opened.After, opened.Entries.ToList());
        foreach (var press in presses)
        {
            var turn = TurnOf(press, incident);
            var decision = Routing.Route(turn).Decide(turn, new Known(Trust, PolicyBot.Tests.Cards.Sample.Library, new ScriptedPolicy(), new ScriptedReader(), new ScriptedDrafts()) { Case = incident });
            if (decision.Sends.Any(send => send is Send.ToPerson to && IncidentSubjects.Include(report, North, to.PersonId) && to.PersonId != reporter.Id))
                return false; // nothing reaches whom it is about
            if (decision.Case is not { After: Incident after } change)
                continue;
            if (IncidentSubjects.Include(report, North, turn.Who.Id) || !MayPress(press.Verb, turn, incident))
                return false;
            if (change.Loaded != incident.Version || change.Entries.Length == 0 || after.Version != incident.Version + change.Entries.Length)
                return false;
            trail.AddRange(change.Entries);
            incident = after;
            if (!IsSound(incident, trail))
                return false;
        }
        return incident.Trail.FaultIn(incident.Reference, trail) is null;
    }));

    [Fact]
    public void The_presses_reach_every_step()
    {
        // The property above says nothing if nothing ever succeeds: of many sequences, each kind of step is in one.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (route, about, presses) in Cases.Generator.Sample(300, Properties.Seed, 60))
        {
            var report = Sample.Report with { Suggested = route, About = about is null ? [] : [new PersonRef(about.DirectoryId!, about.Name)] };
            var incident = IncidentRules.Open(Sample.Reference(1), report, new PersonRef(Cast.Teachers[0].DirectoryId!, "Priya"), "north", "draft", Sample.Now).After;
            foreach (var press in presses)
            {
                var turn = TurnOf(press, incident);
                var decision = Routing.Route(turn).Decide(turn, new Known(Trust, PolicyBot.Tests.Cards.Sample.Library, new ScriptedPolicy(), new ScriptedReader(), new ScriptedDrafts()) { Case = incident });
                incident = decision.Case?.After as Incident ?? incident;
                seen.UnionWith(decision.Case?.Entries.Select(entry => entry.Type) ?? []);
            }
        }
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "incident.acknowledged", "incident.closed", "incident.reopened", "incident.assessed", "incident.noted", "incident.referred", "incident.involved", "incident.reporter_asked" },
            seen);
    }

    private static bool MayPress(string verb, Turn turn, Incident incident) => verb switch
    {
        "involved.reply" => incident.Handling.Involved.Any(involved => involved.Person.Id == turn.Who.Id),
        "reporter.answer" => incident.Reporter.Id == turn.Who.Id,
        _ => IncidentAudience.Of(incident.Report, North, Trust).MayHandle(turn.Who.Id),
    };

    private static bool IsSound(Incident incident, List<TrailEntry> trail) =>
        incident.Trail.FaultIn(incident.Reference, trail) is null
        && incident.Handling.Reopenings.Length == incident.Handling.EarlierOutcomes.Length
        && trail.Count(entry => entry.Type == "incident.closed") == incident.Handling.EarlierOutcomes.Length + (incident.Outcome is null ? 0 : 1)
        && trail.Count(entry => entry.Type == "incident.noted") == incident.Handling.Notes.Length
        && incident.Status switch
        {
            IncidentStatus.Reported => incident is { Acknowledged: null, Outcome: null, Owner: null } && trail.Count == 1,
            IncidentStatus.Acknowledged => incident is { Acknowledged: not null, Outcome: null, Owner: not null },
            _ => incident is { Acknowledged: not null, Outcome: { Result.Length: > 0, Reason.Length: > 0 } outcome }
                && (outcome.Referrals.Length > 0 || outcome.NoReferralBecause is { Length: > 0 }),
        };

    private static Turn TurnOf(Pressing press, Incident incident)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Fields.Verb] = press.Verb,
            [Fields.Ref] = incident.Reference.ToString(),
            [Fields.Number] = press.Number.ToString(CultureInfo.InvariantCulture),
            [Fields.Seen] = (press.Current ? incident.Version : incident.Version - 1).ToString(CultureInfo.InvariantCulture),
        };
        if (press.Full)
            foreach (var (field, value) in ((string, string)[])
                [(Fields.Result, "advice"), (Fields.Reason, press.Words), (Fields.Referrals, "police"), (Fields.Category, "offensive"), (Fields.Severity, "high"), (Fields.Harm, press.Words),
                    (Fields.Involve, press.Other.DirectoryId!), (Fields.HandTo, press.Other.DirectoryId!), (Fields.Tell, press.Words), (Fields.Agency, "lado"), (Fields.Date, "2026-11-20"),
                    (Fields.Note, press.Words), (Fields.Inquiry, press.Words), (Fields.Reply, press.Words), (Fields.BreachResult, BreachDecision.NotReported), (Fields.Act, nameof(HandlingAct.Note))])
                data[field] = value;
        var json = JsonElement.Parse(JsonSerializer.Serialize(data));
        return new Turn(
            "turn", new Arrival.Pressed(press.Verb, new PressedData(json), Automatic: false), new Asker(press.Who.DirectoryId!, press.Who.Name, Standing.Staff, "north"),
            Sample.Conversation(1) with { Kind = press.InChannel ? ConversationKind.Channel : ConversationKind.Personal }, null, Sample.Now);
    }

    private static Arbitrary<(Route, Member?, Pressing[])> Cases
    {
        get
        {
            var press =
                from verb in Gen.Elements(Verbs)
                from who in Gen.Frequency((3, Gen.Elements(People)), (3, Gen.Elements(Cast.Martin, Cast.Grace)), (1, Gen.Constant(Cast.Teachers[0])))
                from inChannel in Gen.Elements(true, false, false)
                from current in Gen.Elements(true, true, true, false)
                from number in Gen.Elements(1, 1, 2, 0)
                from words in Gen.Elements("Some words", "Others", "")
                from other in Gen.Elements(People)
                from full in Gen.Elements(true, true, true, true, false)
                select new Pressing(verb, who, inChannel, current, number, words, other, full);
            return (from route in Gen.Elements(Routes)
                    from about in Gen.Elements(About)
                    from presses in press.ListOf()
                    select (route, about, presses.ToArray())).ToArbitrary();
        }
    }
}
