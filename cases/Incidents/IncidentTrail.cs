using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Each step of an incident is one entry in its trail.</summary>
internal static class IncidentTrail
{
    public static Ruling<Incident>.Allowed Record(Incident changed, DateTimeOffset at, PersonRef by, string type, string data)
    {
        var (head, entry) = changed.Trail.Append(changed.Reference, at, by.Id, type, data);
        return new Ruling<Incident>.Allowed(changed with { Trail = head }, [entry]);
    }
}
