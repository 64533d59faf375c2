using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PolicyBot.Tests.Fakes;

/// <summary>One request to the fake Connector, read once.</summary>
/// <param name="Segments">The path after <c>/v3/</c>, decoded: <c>conversations</c>, the conversation's id, <c>activities</c>, an activity's id.</param>
internal sealed record ConnectorCall(
    int Number, string Method, string RawPath, IReadOnlyList<string> Segments, IQueryCollection Query, JsonElement? Body, long BodyChars, string? Authorization, string? ContentType)
{
    public string? ConversationId => Segments.Count > 1 ? Segments[1] : null;

    public string? ActivityId => Segments is [_, _, "activities", var id, ..] ? id : null;

    /// <summary>The message in it, also inside a request for a new thread.</summary>
    public JsonElement? Activity => Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("activity", out var inner) ? inner : Body;

    /// <summary>Whether every id was percent-encoded: those characters may not stand in the path as they are.</summary>
    public bool IsEncoded => RawPath.IndexOfAny([':', '@', ';', '=']) < 0;

    /// <summary>Reads a request; null when the body is not JSON.</summary>
    public static async Task<ConnectorCall?> ReadAsync(HttpContext context, int number)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?')[0];
        var at = path.IndexOf("/v3/", StringComparison.Ordinal);
        IReadOnlyList<string> segments = at < 0 ? [] : [.. path[(at + 4)..].Split('/').Select(Uri.UnescapeDataString)];

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            JsonElement? body = text.Length == 0 ? null : JsonElement.Parse(text);
            var authorization = context.Request.Headers.Authorization.FirstOrDefault();
            return new(number, context.Request.Method, path, segments, context.Request.Query, body, text.Length, authorization, context.Request.ContentType);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A message that Teams now shows, or showed until it was deleted.</summary>
internal sealed record PostedMessage(string ConversationId, string ActivityId, JsonElement Activity)
{
    public bool Deleted { get; init; }

    /// <summary>How often it was replaced after it was posted.</summary>
    public int Updates { get; init; }

    public string? Text => Activity.TryGetProperty("text", out var text) ? text.GetString() : null;
}
