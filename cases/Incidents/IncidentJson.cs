using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>What the first trail entry of an incident says.</summary>
internal sealed record ReportedData(string Academy, PersonRef Reporter, string DraftId, Report Report);

/// <summary>What a trail entry about files says: the files that the step was about, as they were after it.</summary>
internal sealed record EvidenceData(ImmutableArray<EvidencePiece> Pieces, bool NoFiles);

/// <summary>What the reporter made of it before anybody had it.</summary>
internal sealed record ChangedData(Report Report);

/// <summary>An entry that says all by its name, its actor and its time.</summary>
internal sealed record NothingMore;

/// <summary>The stored form of an incident's trail entries.</summary>
internal static class IncidentJson
{
    public static string Write(ReportedData data) => JsonSerializer.Serialize(data, StoredJson.Default.ReportedData);

    public static string Write(ChangedData data) => JsonSerializer.Serialize(data, StoredJson.Default.ChangedData);

    public static string Write(NothingMore data) => JsonSerializer.Serialize(data, StoredJson.Default.NothingMore);

    public static string Write(Acknowledgement data) => JsonSerializer.Serialize(data, StoredJson.Default.Acknowledgement);

    public static string Write(Reminder data) => JsonSerializer.Serialize(data, StoredJson.Default.Reminder);

    public static string Write(Outcome data) => JsonSerializer.Serialize(data, StoredJson.Default.Outcome);

    public static string Write(EvidenceData data) => JsonSerializer.Serialize(data, StoredJson.Default.EvidenceData);
}
