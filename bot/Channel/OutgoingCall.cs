namespace PolicyBot.Bot.Channel;

/// <summary>One request to the Connector.</summary>
/// <param name="Repeatable">Doing it twice changes nothing more: then a lost answer is no doubt, only another try (REST-06).</param>
internal sealed record OutgoingCall(HttpMethod Method, string ServiceUrl, string Path, ReadOnlyMemory<byte>? Body, bool Repeatable)
{
    // Ids hold ':', '@', ';' and '=', so every one is percent-encoded (REST-01).
    public static string Conversation(string id, string rest) => $"/v3/conversations/{Uri.EscapeDataString(id)}{rest}";

    public static string Activity(string conversationId, string activityId) =>
        Conversation(conversationId, $"/activities/{Uri.EscapeDataString(activityId)}");

    public Uri Address => new(ServiceUrl.TrimEnd('/') + Path);
}

/// <summary>The answer to a call: its body when it was a success, otherwise what that means.</summary>
internal readonly record struct CallAnswer(ReadOnlyMemory<byte> Body, ConnectorResult? Failure);
