using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Who reported something in confidence can be looked up by those who handle it, and never without a trace.</summary>
public static class RevealRules
{
    public static Ruling<Incident> Reveal(Incident incident, PersonRef by, DateTimeOffset now) => incident.Report.Confidential
        ? IncidentTrail.Record(incident, now, by, "incident.revealed", IncidentJson.Write(new NothingMore()))
        : new Ruling<Incident>.Refused($"{incident.Reporter.Name} reported this. The card says so.");
}
