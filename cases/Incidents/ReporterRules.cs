using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>
/// What a reporter may still do with what they sent: change it or take it back, until somebody has it in hand. Who the reporter is, is asked before
/// (<c>dialogs</c>).
/// </summary>
public static class ReporterRules
{
    public static Ruling<Incident> Change(Incident incident, Report report, DateTimeOffset now) => InHand(incident) is { } sentence
        ? new Ruling<Incident>.Refused(sentence)
        : IncidentTrail.Record(incident with { Report = report }, now, incident.Reporter, "incident.changed", IncidentJson.Write(new ChangedData(report)));

    /// <summary>Where a child may be at risk, the safeguarding lead decides whether it is over, not whoever reported it: somebody may have leant on them.</summary>
    public static Ruling<Incident> Withdraw(Incident incident, DateTimeOffset now) => incident switch
    {
        _ when InHand(incident) is { } sentence => new Ruling<Incident>.Refused(sentence),
        { WithdrawnAt: not null } => new Ruling<Incident>.Refused("You asked for that already. Those who handle it know."),
        _ when incident.Report.Route.IsSafeguarding() =>
            IncidentTrail.Record(incident with { WithdrawnAt = now }, now, incident.Reporter, "incident.withdrawal-asked", IncidentJson.Write(new NothingMore())),
        _ => IncidentTrail.Record(
            incident with { WithdrawnAt = now, Status = IncidentStatus.Withdrawn }, now, incident.Reporter, "incident.withdrawn", IncidentJson.Write(new NothingMore())),
    };

    /// <summary>Why it is the reporter's no longer; null while it is.</summary>
    public static string? InHand(Incident incident) => incident switch
    {
        { IsReportersStill: true } => null,
        { Status: IncidentStatus.Withdrawn } => "You have withdrawn this already.",
        { Acknowledged: { } seen } => $"{seen.By.Name} has this in hand, so it can no longer be changed or withdrawn here. Please speak with them.",
        _ => "This can no longer be changed or withdrawn here.",
    };
}
