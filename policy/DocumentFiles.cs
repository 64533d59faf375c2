using System.Text.Json.Serialization;

namespace PolicyBot.Policy;

// The shapes of the files in a policy folder. An unknown or a missing key is refused: a misspelt key would silently lose a clause.

internal sealed record PolicyFile(
    string Title,
    string Trust,
    string IssueNumber,
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

internal sealed record GuidanceFile(GuidanceEntry[] Clauses);

/// <summary>How staff ask about a clause, grouped by the short answer that each question gets.</summary>
internal sealed record GuidanceEntry(string Clause, NextStep Next, string[] Related, Dictionary<Verdict, string[]> Asked);

internal sealed record NotCoveredFile(Topic[] Topics);

internal sealed record Topic(string LikelierPlace, string[] Asked);

internal sealed record OffTopicFile(string[] Asked);

internal sealed record RequestsFile(Request[] Requests);

internal sealed record Request(NextStep Next, string[] Asked);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(StatusConverter), typeof(VerdictConverter), typeof(NextStepConverter)])]
[JsonSerializable(typeof(PolicyFile))]
[JsonSerializable(typeof(GuidanceFile))]
[JsonSerializable(typeof(NotCoveredFile))]
[JsonSerializable(typeof(OffTopicFile))]
[JsonSerializable(typeof(RequestsFile))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
internal sealed partial class FileJson : JsonSerializerContext;

internal sealed class StatusConverter() : JsonStringEnumConverter<PolicyStatus>(System.Text.Json.JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false);

internal sealed class VerdictConverter() : JsonStringEnumConverter<Verdict>(System.Text.Json.JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

internal sealed class NextStepConverter() : JsonStringEnumConverter<NextStep>(System.Text.Json.JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
