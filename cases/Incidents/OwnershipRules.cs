using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Who has an incident in hand. Who may have it is asked of its audience before (<see cref="IncidentAudience.MayHandle"/>).</summary>
public static class OwnershipRules
{
    public static Ruling<Incident> TakeOver(Incident incident, PersonRef by, DateTimeOffset now) => Change(incident, by, by, now, "incident.taken_over");

    public static Ruling<Incident> HandOn(Incident incident, PersonRef to, PersonRef by, DateTimeOffset now) => Change(incident, to, by, now, "incident.handed_on");

    private static Ruling<Incident> Change(Incident incident, PersonRef to, PersonRef by, DateTimeOffset now, string type)
    {
        if (HandlingTrail.Obstacle(incident) is { } obstacle)
            return obstacle;
        if (to.Id.Equals(incident.Owner?.Id, StringComparison.OrdinalIgnoreCase))
            return new Ruling<Incident>.Refused($"{to.Name} has it already.");
        var way = new HandOver(incident.Owner, to, by, now);
        return HandlingTrail.Record(
            incident with { Owner = to }, incident.Handling with { HandOvers = incident.Handling.HandOvers.Add(way) }, by, now, type, way, StoredJson.Default.HandOver);
    }
}
