using System.Text.Json.Serialization;

namespace PolicyBot.Policy;

// The shapes of the files in a policy folder. An unknown or a missing key is refused: a misspelt key would silently lose a clause.

internal sealed record PolicyFile(
    string Title,
    string Trust,
    string? IssueNumber,
    PolicyStatus Status,
    string? Responsible,
    string? ApprovedBy,
    string? Date,
    string? ReviewDate,
    string? SponsoredBy,
    string? Mission,
    SectionFile[] Sections);

internal sealed record SectionFile(string[] Path, ClauseFile[] Clauses);

/// <summary>Either an id of its own, or <c>sameAs</c>: a second place of a clause printed earlier.</summary>
internal sealed record ClauseFile(string Text, string? Id = null, string? SameAs = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(StatusConverter), typeof(VerdictConverter), typeof(NextStepConverter)])]
[JsonSerializable(typeof(PolicyFile))]
internal sealed partial class FileJson : JsonSerializerContext;

internal sealed class StatusConverter() : JsonStringEnumConverter<PolicyStatus>(System.Text.Json.JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false);

internal sealed class VerdictConverter() : JsonStringEnumConverter<Verdict>(System.Text.Json.JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

internal sealed class NextStepConverter() : JsonStringEnumConverter<NextStep>(System.Text.Json.JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
