using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Cases.Opinions;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>
/// A second opinion as the Trust's own record keeps it: who decided what, by which clauses, and the seal of the text. Not the text, nor what people wrote to each other:
/// that list has other readers than the case.
/// </summary>
internal sealed record OpinionRecord(
    string Reference, string Academy, DateTimeOffset AskedAt, string Status, string Kind, string Platform, string Account, ImmutableArray<string> Found, ImmutableArray<string> Clauses,
    ImmutableArray<string> DecidedBy, DateTimeOffset? DecidedAt, string? PostedAt, string Seal, int Version, string TrailHash)
{
    public static string Write(SecondOpinion opinion) => JsonSerializer.Serialize(
        new OpinionRecord(
            opinion.Reference.ToString(), opinion.Academy, opinion.AskedAt, opinion.Status.ToString(), opinion.Post.Kind.ToString(), opinion.Post.Platform, opinion.Post.For.ToString(),
            [.. opinion.Found.Select(found => found.Rule).Distinct(StringComparer.Ordinal)],
            [.. opinion.Found.Select(found => found.Clause?.Clause).Concat(opinion.Words.Select(word => word.Clause?.Clause)).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. opinion.Words.Select(word => word.By.Id)], opinion.EndedAt, opinion.Link?.Link, opinion.Seal, opinion.Version, opinion.Trail.Hash),
        OpinionRecordJson.Default.OpinionRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OpinionRecord))]
internal sealed partial class OpinionRecordJson : JsonSerializerContext;
