using System.Text.Json;

namespace PolicyBot.Cases.Storage;

/// <summary>Reads a stored record as the kind of case that it is.</summary>
internal static class CaseShapes
{
    public static ICase Read(string kind, string record) => kind switch
    {
        CaseReference.Question => JsonSerializer.Deserialize(record, StoredJson.Default.Question)!,
        CaseReference.Opinion => JsonSerializer.Deserialize(record, StoredJson.Default.SecondOpinion)!,
        CaseReference.Comment => JsonSerializer.Deserialize(record, StoredJson.Default.ReceivedComment)!,
        CaseReference.Release => JsonSerializer.Deserialize(record, StoredJson.Default.Release)!,
        CaseReference.Account => JsonSerializer.Deserialize(record, StoredJson.Default.Account)!,
        CaseReference.Handover => JsonSerializer.Deserialize(record, StoredJson.Default.AccountHandover)!,
        _ => JsonSerializer.Deserialize(record, StoredJson.Default.Incident)!,
    };
}
