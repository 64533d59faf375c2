using System.Text.Json.Serialization;

namespace PolicyBot.Policy.Guidance;

// The shapes of the guidance files. An unknown or a missing key is refused: a misspelt key would silently lose an answer.

internal sealed record SituationsFile(SituationEntry[] Situations);

/// <summary>How staff ask about one thing that the policy settles, and what to answer.</summary>
internal sealed record SituationEntry(string Id, string[] Clauses, Verdict Verdict, NextStep Next, string Asks, string Says);

/// <summary>By the ids of the situations, a mark of the clauses' words that each short answer was reviewed for.</summary>
internal sealed record ReviewedFile(Dictionary<string, string> Situations);

internal sealed record UndefinedTermsFile(UndefinedTermEntry[] Terms);

internal sealed record UndefinedTermEntry(string Key, string Words, string[] Clauses);

internal sealed record DraftRulesFile(DraftRuleEntry[] Rules);

internal sealed record DraftRuleEntry(string Id, string Title, string Clause, string? Serious = null, string? Minor = null, string[]? Phrases = null);

internal sealed record ElsewhereFile(UncoveredEntry[] Uncovered, ErrandEntry[] Errands, EmergencyEntry[] Emergencies, string[] Chatter, string[] Attacks);

internal sealed record UncoveredEntry(string Id, string Place, string About);

internal sealed record ErrandEntry(string Id, NextStep Next);

internal sealed record EmergencyEntry(string Id, UrgentKind Kind);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(VerdictConverter), typeof(NextStepConverter), typeof(UrgentKindConverter)])]
[JsonSerializable(typeof(SituationsFile))]
[JsonSerializable(typeof(ReviewedFile))]
[JsonSerializable(typeof(UndefinedTermsFile))]
[JsonSerializable(typeof(DraftRulesFile))]
[JsonSerializable(typeof(ElsewhereFile))]
internal sealed partial class GuidanceJson : JsonSerializerContext;

internal sealed class UrgentKindConverter() : JsonStringEnumConverter<UrgentKind>(System.Text.Json.JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
