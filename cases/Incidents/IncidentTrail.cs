using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>How each step of an incident gets into its trail: one entry, and the record's head moves with it.</summary>
internal static class IncidentTrail
{
    public static Ruling<Incident>.Allowed Record(Incident changed, DateTimeOffset at, PersonRef by, string type, string data)
    {
        var (head, entry) = changed.Trail.Append(changed.Reference, at, by.Id, type, data);
        return new Ruling<Incident>.Allowed(changed with { Trail = head }, [entry]);
    }
}
