using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Fakes.Graph;

/// <summary>One request to Microsoft Graph: on its own, or a part of a batch.</summary>
/// <param name="Number">Counts the requests from 1, in the order of arrival; the parts of a batch count on their own.</param>
/// <param name="Segments">The path below <c>/v1.0</c>, each piece decoded.</param>
/// <param name="Path">The same as it was written, without the query.</param>
/// <param name="Bytes">The body; <paramref name="Body"/> is the same where it is a JSON object.</param>
internal sealed record GraphRequest(
    int Number, string Method, string[] Segments, string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Bytes, JsonObject? Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string? Parameter(string name) => Query.GetValueOrDefault(name);

    /// <summary>The properties that are asked for; none when the request does not say.</summary>
    public string[] Selected => Parameter("$select")?.Split(',') ?? [];

    public override string ToString() => $"{Method} {Path}";

    public static async Task<GraphRequest> ReadAsync(HttpContext context, int number)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return Of(
            number, context.Request.Method, context.Request.Path.Value!, context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray());
    }

    public static GraphRequest Of(int number, string method, string path, string query, IReadOnlyDictionary<string, string> headers, byte[] bytes) => new(
        number, method,
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile((segment, at) => at == 0 && segment == "v1.0").Select(Uri.UnescapeDataString)],
        path,
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
        headers, bytes, ObjectOf(bytes));

    private static JsonObject? ObjectOf(byte[] bytes)
    {
        try
        {
            return bytes.Length == 0 ? null : JsonNode.Parse(bytes) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

/// <summary>What Graph answers.</summary>
internal sealed record GraphReply(int Status, JsonNode? Body = null)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Instead of a body in JSON.</summary>
    public byte[]? Bytes { get; init; }

    public static GraphReply Error(int status, string code, string message = "Made up for a test.") => new(status, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = message,
            ["innerError"] = new JsonObject { ["date"] = "2026-11-23T09:00:00", ["request-id"] = "5e6d0000-0000-0000-0000-000000000001", ["client-request-id"] = "5e6d0000-0000-0000-0000-000000000001" },
        },
    });
}
