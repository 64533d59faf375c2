using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;
using PolicyBot.Tests.Storage;
using Outcome = PolicyBot.Cases.Incidents.Outcome;

namespace PolicyBot.Tests.Incidents;

/// <summary>Whatever people press, in whatever order, an incident is never in a state that it may not be in.</summary>
public sealed class IncidentRulesTests
{
    private static readonly PersonRef[] People = [Sample.Priya, Sample.Martin, new("00000000-0000-4000-8000-0000000000b2", "Grace Okafor")];
    private static readonly string[] Results = ["", "advice", "no_action"];
    private static readonly string[] Reasons = ["", "It was a misunderstanding."];
    private static readonly ImmutableArray<string>[] Referrals = [[], ["police"], ["hr", "platform"]];
    private static readonly string?[] WhyNobody = [null, "", "Nobody needs to know."];

    [Fact]
    public void No_order_of_presses_leads_to_a_forbidden_state() => Check.One(Properties.Of(), Prop.ForAll(Presses, presses =>
    {
        var opened = IncidentRules.Open(Sample.Reference(1), Sample.Report, Sample.Priya, "north", "draft", Sample.Now);
        var incident = opened.After;
        List<TrailEntry> trail = [.. opened.Entries];
        foreach (var press in presses)
        {
            if (press(incident) is not Ruling<Incident>.Allowed allowed)
                continue;
            if (allowed.After.Version != incident.Version + 1 || allowed.After.Status <= incident.Status)
                return false; // each change is one version, and the state only moves forward
            incident = allowed.After;
            trail.AddRange(allowed.Entries);
        }
        return IsSound(incident) && incident.Trail.FaultIn(incident.Reference, trail) is null;
    }));

    [Fact]
    public void Who_is_second_reads_who_was_first()
    {
        var first = Assert.IsType<Ruling<Incident>.Allowed>(IncidentRules.Acknowledge(Sample.Incident(1), Sample.Martin, Sample.Now)).After;
        var outcome = new Outcome("advice", "It was a misunderstanding.", ["hr"], null, Sample.Martin, Sample.Now);
        var closed = Assert.IsType<Ruling<Incident>.Allowed>(IncidentRules.Close(first, outcome)).After;

        Assert.Equal("Martin Hughes acknowledged this already.", Refusal(IncidentRules.Acknowledge(first, Sample.Priya, Sample.Now)));
        Assert.Equal("Martin Hughes recorded the outcome already.", Refusal(IncidentRules.Close(closed, outcome with { By = Sample.Priya })));
    }

    [Fact]
    public void An_outcome_comes_after_an_acknowledgement()
    {
        var outcome = new Outcome("advice", "It was a misunderstanding.", ["hr"], null, Sample.Martin, Sample.Now);

        Assert.StartsWith("Please acknowledge this first", Refusal(IncidentRules.Close(Sample.Incident(1), outcome)), StringComparison.Ordinal);
    }

    private static bool IsSound(Incident incident) => incident.Status switch
    {
        IncidentStatus.Reported => incident is { Acknowledged: null, Outcome: null },
        IncidentStatus.Acknowledged => incident is { Acknowledged: not null, Outcome: null },
        _ => incident is { Acknowledged: not null, Outcome: { Result.Length: > 0, Reason.Length: > 0 } outcome }
            && (outcome.Referrals.Length > 0 || outcome.NoReferralBecause is { Length: > 0 }),
    };

    private static string Refusal(Ruling<Incident> ruling) => Assert.IsType<Ruling<Incident>.Refused>(ruling).Sentence;

    private static Arbitrary<Func<Incident, Ruling<Incident>>[]> Presses
    {
        get
        {
            var acknowledge = Gen.Elements(People).Select<PersonRef, Func<Incident, Ruling<Incident>>>(by => incident => IncidentRules.Acknowledge(incident, by, Sample.Now));
            var close =
                from person in Gen.Elements(People)
                from result in Gen.Elements(Results)
                from reason in Gen.Elements(Reasons)
                from referrals in Gen.Elements(Referrals)
                from nobody in Gen.Elements(WhyNobody)
                select (Func<Incident, Ruling<Incident>>)(incident => IncidentRules.Close(incident, new Outcome(result, reason, referrals, nobody, person, Sample.Now)));
            return Gen.OneOf(acknowledge, close).ListOf().Select(presses => presses.ToArray()).ToArbitrary();
        }
    }
}
