using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>An exercise: a report that nobody made, which goes the whole way of a real one, to the people who would get it.</summary>
public static class DrillRules
{
    public const string Ordinary = "ordinary";
    public const string Safeguarding = "safeguarding";

    public static readonly ImmutableArray<(string Value, string Title)> Kinds =
        [(Ordinary, "An ordinary report, to SLT"), (Safeguarding, "A safeguarding report, to the safeguarding lead")];

    /// <summary>The academies that this person may hold a drill in: those that they lead or guard; the Social Media Manager in each.</summary>
    public static ImmutableArray<Academy> Academies(string personId, Trust trust) =>
    [
        .. trust.Academies.Where(academy =>
            ((Role[])[trust.SocialMediaManager, academy.Headteacher, academy.DesignatedSafeguardingLead]).SelectMany(role => role.People).Concat(academy.Slt.People)
                .Contains(personId, StringComparer.OrdinalIgnoreCase)),
    ];

    public static Ruling<Incident>.Allowed Start(
        CaseReference reference, string kind, PersonRef starter, string academy, string draftId, DateTimeOffset now)
    {
        var report = new Report(
            kind == Safeguarding ? Risk.ChildAtRisk : Risk.None, "This is a drill. Nothing has happened.", "other", null, null, now, TimeKnown: true, ["other"], [], null);
        var incident = new Incident(reference, academy, starter, now, draftId, report, IncidentStatus.Reported, null, null, Trail.TrailHead.Start) { Drill = true };
        return IncidentTrail.Record(incident, now, starter, "incident.drill", IncidentJson.Write(new ReportedData(academy, starter, draftId, report)));
    }
}
