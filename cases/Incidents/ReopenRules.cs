namespace PolicyBot.Cases.Incidents;

/// <summary>A closed incident is opened again. Nothing is erased: how it ended before stays in the record and in the trail.</summary>
public static class ReopenRules
{
    public static Ruling<Incident> Reopen(Incident incident, Reopening reopening)
    {
        if (incident is not { Status: IncidentStatus.Closed, Outcome: { } outcome })
            return new Ruling<Incident>.Refused("This is not closed.");
        if (reopening.Reason.Length == 0)
            return new Ruling<Incident>.Refused("Please say why it is opened again.");
        var handling = incident.Handling with { EarlierOutcomes = incident.Handling.EarlierOutcomes.Add(outcome), Reopenings = incident.Handling.Reopenings.Add(reopening) };
        return HandlingTrail.Record(
            incident with { Status = IncidentStatus.Acknowledged, Outcome = null, Owner = reopening.By }, handling, reopening.By, reopening.At, "incident.reopened", reopening, StoredJson.Default.Reopening);
    }
}
