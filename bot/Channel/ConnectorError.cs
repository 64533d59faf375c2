using System.Text.Json;

namespace PolicyBot.Bot.Channel;

/// <summary>Finds the code in a Connector's error body, of which there are three shapes, and what it means for us.</summary>
internal static class ConnectorError
{
    /// <summary>The person pressed Stop.</summary>
    public const string StreamStopped = "StreamStopped";

    /// <summary>The stream's last message is there already.</summary>
    public const string StreamCompleted = "StreamCompleted";

    /// <summary>More than two minutes have passed since the stream began.</summary>
    public const string StreamTooLate = "StreamTooLate";

    /// <summary>The code, or <c>Http404</c> and the like when the body has none, is empty or is not JSON. Its words are left behind: they may name people.</summary>
    public static string CodeOf(int status, ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            var code = In(document.RootElement) ?? $"Http{status}";
            return code == "ContentStreamNotAllowed" ? OfStream(document.RootElement.Inner("error").Text("message") ?? document.RootElement.Text("message")) ?? code : code;
        }
        catch (JsonException)
        {
            return $"Http{status}";
        }
    }

    public static RefusalScope ScopeOf(int status, string code) => (status, code) switch
    {
        (403, "BotNotInConversationRoster") or (404, "ConversationNotFound") => RefusalScope.Conversation,
        (403, "ConversationBlockedByUser" or "MessageWritesBlocked" or "ForbiddenOperationException") => RefusalScope.User,
        (403, "BotDisabledByAdmin") => RefusalScope.Tenant,
        _ => RefusalScope.None,
    };

    // Teams has one code for all that can be wrong with a stream, and tells them apart in words.
    private static string? OfStream(string? message) =>
        message is null ? null
        : message.Contains("cancel", StringComparison.OrdinalIgnoreCase) ? StreamStopped
        : message.Contains("already completed", StringComparison.OrdinalIgnoreCase) ? StreamCompleted
        : message.Contains("exceeded streaming time", StringComparison.OrdinalIgnoreCase) ? StreamTooLate
        : null;

    private static string? In(JsonElement body) =>
        Filled(body.Inner("error").Text("code"))    // { "error": { "code": … } }
        ?? SubCode(body.Text("message"))            // { "errorCode": 209, "message": "{\"subCode\":…}" }
        ?? Filled(body.Text("code"));               // { "message": … } says nothing by itself, unless a code stands beside it

    private static string? SubCode(string? message)
    {
        if (message is not ['{', ..])
            return null;
        try
        {
            using var document = JsonDocument.Parse(message);
            return Filled(document.RootElement.Text("subCode"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Filled(string? code) => string.IsNullOrEmpty(code) ? null : code;
}
