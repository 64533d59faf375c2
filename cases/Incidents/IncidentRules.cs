using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Incidents;

/// <summary>
/// What may happen to an incident, and what it leaves in the trail. Pure: the old record and a command in, the new record
/// and its trail entries out, or a refusal. Who may press is asked before (<c>dialogs</c>); whether it still makes sense is asked here.
/// </summary>
public static class IncidentRules
{
    public static Ruling<Incident>.Allowed Open(
        CaseReference reference, Report report, PersonRef reporter, string academy, string draftId, DateTimeOffset now)
    {
        var incident = new Incident(reference, academy, reporter, now, draftId, report, IncidentStatus.Reported, null, null, TrailHead.Start);
        return IncidentTrail.Record(incident, now, reporter, "incident.reported", IncidentJson.Write(new ReportedData(academy, reporter, draftId, report)));
    }

    public static Ruling<Incident> Acknowledge(Incident incident, PersonRef by, DateTimeOffset now) => incident switch
    {
        { Acknowledged: { } before } => new Ruling<Incident>.Refused($"{before.By.Name} acknowledged this already."),
        { Status: IncidentStatus.Closed } => new Ruling<Incident>.Refused("This is closed already."),
        _ => IncidentTrail.Record(incident with { Status = IncidentStatus.Acknowledged, Acknowledged = new Acknowledgement(by, now) },
            now, by, "incident.acknowledged", IncidentJson.Write(new Acknowledgement(by, now))),
    };

    /// <summary>Closing needs an acknowledgement first, and a complete <paramref name="outcome"/> (the form sees to that, this refuses it all the same).</summary>
    public static Ruling<Incident> Close(Incident incident, Outcome outcome)
    {
        if (incident.Outcome is { } before)
            return new Ruling<Incident>.Refused($"{before.By.Name} recorded the outcome already.");
        if (incident.Status is not IncidentStatus.Acknowledged)
            return new Ruling<Incident>.Refused("Please acknowledge this first, so that the reporter knows that somebody has it.");
        if (outcome.Reason.Length == 0 || outcome.Result.Length == 0)
            return new Ruling<Incident>.Refused("An outcome needs a result and a reason.");
        if (outcome.Referrals.IsEmpty && outcome.NoReferralBecause is null or "")
            return new Ruling<Incident>.Refused("Please say who this was referred to, or why nobody.");
        return IncidentTrail.Record(
            incident with { Status = IncidentStatus.Closed, Outcome = outcome }, outcome.At, outcome.By, "incident.closed", IncidentJson.Write(outcome));
    }
}
