using System.Text.Json;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Keeps a case from being disposed of, and lets it go again. Open or closed makes no difference.</summary>
public static class HoldRules
{
    public const string Placed = "incident.held";
    public const string Lifted = "incident.hold.lifted";

    public static Ruling<Incident> Place(Incident incident, LegalHold hold) => incident switch
    {
        { Held: { } before } => new Ruling<Incident>.Refused($"{before.By.Name} placed a legal hold on this already."),
        _ when hold.Reason.Length == 0 => new Ruling<Incident>.Refused("A legal hold needs a reason."),
        _ => IncidentTrail.Record(incident with { Held = hold }, hold.At, hold.By, Placed, JsonSerializer.Serialize(hold, StoredJson.Default.LegalHold)),
    };

    public static Ruling<Incident> Lift(Incident incident, PersonRef by, DateTimeOffset now) => incident.Held is null
        ? new Ruling<Incident>.Refused("There is no legal hold on this.")
        : IncidentTrail.Record(incident with { Held = null }, now, by, Lifted, JsonSerializer.Serialize(new HoldLifted(by, now), StoredJson.Default.HoldLifted));

    /// <summary>
    /// The chief executive, the data protection officer and the academy's headteacher decide about a hold, as far as they handle the case. Where none of
    /// them does, as with a child-protection case, whoever handles it decides: nobody else may know of it.
    /// </summary>
    public static bool MayHold(IncidentAudience audience, Academy academy, Trust trust, string personId)
    {
        var deciding = trust.ChiefExecutive.People.Concat(trust.DataProtectionOfficer.People).Concat(academy.Headteacher.People)
            .Where(audience.MayHandle).ToImmutableArray();
        return audience.MayHandle(personId) && (deciding.IsEmpty || deciding.Contains(personId, StringComparer.OrdinalIgnoreCase));
    }
}
