using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Policy.Reports;

/// <summary>Where something was seen, as a report file says it.</summary>
internal sealed record ReportPlace(string? Platform = null, string? Account = null, string? Link = null);

/// <summary>One line of a report file: the form's fields, and the route that it must go when that is known.</summary>
internal sealed record ReportLine(string Id, string Text, bool DangerNow = false, ReportPlace? Where = null, string? About = null, string? Route = null)
{
    [JsonIgnore]
    public ReportWords Words => new(Text, Where?.Platform, Where?.Account, Where?.Link, About, DangerNow);

    /// <summary>Whether a line is of a report file, by its fields. A question has turns, a draft no place.</summary>
    public static bool IsOne(string line)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            return parsed.RootElement is { ValueKind: JsonValueKind.Object } fields
                && fields.TryGetProperty("text", out _)
                && (fields.TryGetProperty("where", out _) || fields.TryGetProperty("danger_now", out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads the line with this number, counted from 1.</summary>
    /// <exception cref="FormatException">The line is not a report; the message says which line and why.</exception>
    public static ReportLine Parse(string line, int number)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize(line, ReportJson.Default.ReportLine) ?? throw new FormatException($"Line {number} is not a report: it is empty.");
            return parsed.Route is not { } route || ReportRoutes.Named(route) is not null
                ? parsed
                : throw new FormatException($"Line {number} is not a report: no route is called \"{route}\".");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Line {number} is not a report: {fault.Message}", fault);
        }
    }
}

/// <summary>Which way a report was read, in the words of the report files.</summary>
internal sealed record RouteLine(string Id, string Route);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReportLine))]
[JsonSerializable(typeof(RouteLine))]
internal sealed partial class ReportJson : JsonSerializerContext;
