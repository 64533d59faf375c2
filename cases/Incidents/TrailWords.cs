using System.Text.Json;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Incidents;

/// <summary>What people wrote or chose at a step, as its trail entry keeps it. Names of people are not among it.</summary>
public static class TrailWords
{
    private static readonly ImmutableArray<string> Read = ["result", "reason", "noReferralBecause", "because", "category", "severity", "note", "text", "question", "answer", "words"];

    /// <summary>Field by field, in the order in which they are read.</summary>
    public static ImmutableArray<(string Field, string Text)> In(TrailEntry entry)
    {
        try
        {
            using var data = JsonDocument.Parse(entry.Data);
            return data.RootElement.ValueKind is JsonValueKind.Object
                ? [.. Read.Where(field => data.RootElement.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String)
                    .Select(field => (field, data.RootElement.GetProperty(field).GetString()!)).Where(each => each.Item2.Length > 0)]
                : [];
        }
        catch (JsonException)
        {
            return []; // somebody altered it; the check of the chain says so
        }
    }
}
