using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>A closed incident as the Trust's own record keeps it: how it ended, not what people wrote about each other.</summary>
internal sealed record OutcomeRecord(
    string Reference, string Academy, DateTimeOffset ReportedAt, string Status, string Result, string Reason, ImmutableArray<string> Referrals,
    string? NoReferralBecause, string ClosedBy, DateTimeOffset ClosedAt, int Version, string TrailHash)
{
    public static string Write(Incident incident)
    {
        var outcome = incident.Outcome!;
        return JsonSerializer.Serialize(
            new OutcomeRecord(
                incident.Reference.ToString(), incident.Academy, incident.ReportedAt, incident.Status.ToString(), outcome.Result, outcome.Reason, outcome.Referrals,
                outcome.NoReferralBecause, outcome.By.Id, outcome.At, incident.Version, incident.Trail.Hash),
            OutcomeRecordJson.Default.OutcomeRecord);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutcomeRecord))]
internal sealed partial class OutcomeRecordJson : JsonSerializerContext;
