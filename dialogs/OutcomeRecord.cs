using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>
/// A closed incident as the Trust's own record keeps it: how it ended, not what people wrote about each other. That list has other readers
/// than the case: the words of a safeguarding report's outcome, or of one about a leader, stay in the case.
/// </summary>
internal sealed record OutcomeRecord(
    string Reference, string Academy, DateTimeOffset ReportedAt, string Status, string Result, string? Reason, ImmutableArray<string> Referrals,
    string? NoReferralBecause, string ClosedBy, DateTimeOffset ClosedAt, int Version, string TrailHash)
{
    public static string Write(Incident incident, IncidentAudience audience)
    {
        var outcome = incident.Outcome!;
        var wordsMayLeave = audience.InChannel && !incident.Report.Route.IsSafeguarding();
        return JsonSerializer.Serialize(
            new OutcomeRecord(
                incident.Reference.ToString(), incident.Academy, incident.ReportedAt, incident.Status.ToString(), outcome.Result,
                wordsMayLeave ? outcome.Reason : null, outcome.Referrals, wordsMayLeave ? outcome.NoReferralBecause : null, outcome.By.Id, outcome.At, incident.Version, incident.Trail.Hash),
            OutcomeRecordJson.Default.OutcomeRecord);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutcomeRecord))]
internal sealed partial class OutcomeRecordJson : JsonSerializerContext;
