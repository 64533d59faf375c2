using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>What the steps of those who handle an incident share: when they may be taken, and that each leaves who and when.</summary>
internal static class HandlingTrail
{
    /// <summary>Null while somebody has it in hand; otherwise why nothing can be done about it now.</summary>
    public static Ruling<Incident>.Refused? Obstacle(Incident incident) => incident.Status switch
    {
        IncidentStatus.Acknowledged => null,
        IncidentStatus.Closed => new("This is closed. Please open it again first."),
        _ => new("Please acknowledge this first, so that the reporter knows that somebody has it."),
    };

    public static Ruling<Incident>.Allowed Record<TData>(Incident incident, Handling handling, PersonRef by, DateTimeOffset at, string type, TData data, JsonTypeInfo<TData> shape) =>
        IncidentTrail.Record(incident with { Handling = handling with { Last = new HandlingStep(by, at) } }, at, by, type, JsonSerializer.Serialize(data, shape));
}
