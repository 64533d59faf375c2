using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Policy.Drafts;

/// <summary>
/// One line of a file of drafts: the draft, and what a careful reader finds in it when that is known. In the bank that is learnt from, <paramref name="Words"/> says for each
/// rule which words raise it.
/// </summary>
internal sealed record DraftLine(
    string Text, string Kind = "post", string Platform = "", string Account = "trust", string Audience = "", string? Id = null, string? Comment = null, string? Images = null,
    string[]? Serious = null, string[]? Minor = null, Dictionary<string, string>? Words = null)
{
    [JsonIgnore]
    public Draft Draft => new(
        Kind == "reply" ? DraftKind.Reply : DraftKind.Post, Platform, Account == "personal" ? DraftAccount.Personal : DraftAccount.Trust, Audience, Text, Comment, Images);

    /// <summary>Every rule that applies, serious or not.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Rules => [.. Serious ?? [], .. Minor ?? []];

    /// <summary>Whether a line is of such a file, by its fields: a report has a place, a question has turns.</summary>
    public static bool IsOne(string line)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            return parsed.RootElement is { ValueKind: JsonValueKind.Object } fields && fields.TryGetProperty("text", out _) && fields.TryGetProperty("account", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads the line with this number, counted from 1.</summary>
    /// <exception cref="FormatException">The line is not a draft; the message says which line and why.</exception>
    public static DraftLine Parse(string line, int number)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize(line, DraftJson.Default.DraftLine) ?? throw new FormatException($"Line {number} is not a draft: it is empty.");
            return parsed.Kind is not ("post" or "reply") ? throw new FormatException($"Line {number} is not a draft: its kind is neither post nor reply.")
                : parsed.Account is not ("trust" or "personal") ? throw new FormatException($"Line {number} is not a draft: its account is neither trust nor personal.")
                : parsed;
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Line {number} is not a draft: {fault.Message}", fault);
        }
    }
}

/// <summary>What was found in a draft, in the words of the files.</summary>
internal sealed record FoundLine(string? Id, string[] Serious, string[] Minor);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DraftLine))]
[JsonSerializable(typeof(FoundLine))]
internal sealed partial class DraftJson : JsonSerializerContext;
