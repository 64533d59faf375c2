using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Every step of an incident leaves one entry in its trail, and the record carries the trail's end.</summary>
internal static class IncidentTrail
{
    public static Ruling<Incident>.Allowed Record(Incident changed, DateTimeOffset at, PersonRef by, string type, string data)
    {
        var (head, entry) = changed.Trail.Append(changed.Reference, at, by.Id, type, data);
        return new Ruling<Incident>.Allowed(changed with { Trail = head }, [entry]);
    }
}
