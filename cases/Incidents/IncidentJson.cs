using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>What the first trail entry of an incident says.</summary>
internal sealed record ReportedData(string Academy, PersonRef Reporter, string DraftId, Report Report);

/// <summary>The stored form of an incident's trail entries.</summary>
internal static class IncidentJson
{
    public static string Write(ReportedData data) => JsonSerializer.Serialize(data, StoredJson.Default.ReportedData);

    public static string Write(Acknowledgement data) => JsonSerializer.Serialize(data, StoredJson.Default.Acknowledgement);

    public static string Write(Reminder data) => JsonSerializer.Serialize(data, StoredJson.Default.Reminder);

    public static string Write(Outcome data) => JsonSerializer.Serialize(data, StoredJson.Default.Outcome);
}
