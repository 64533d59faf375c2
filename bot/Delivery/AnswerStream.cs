using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Bot.Delivery;

/// <summary>
/// A message that begins as "Looking in the policy…" and becomes the answer (STR-01, STR-02). The beginning is worth a try and no more; the answer is a
/// row of the outbox like any other, and a chat that takes no stream gets it as a plain message.
/// </summary>
internal sealed class AnswerStream(ConnectorClient connector, Pace pace, TimeProvider time)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly byte[] Beginning =
        """{"type":"typing","text":"Looking in the policy…","entities":[{"type":"streaminfo","streamType":"informative","streamSequence":1}],"channelData":{"streamType":"informative","streamSequence":1}}"""u8.ToArray();

    /// <summary>Begins; null when the chat takes no stream, or not now.</summary>
    public async Task<string?> OpenAsync(ConversationReference chat) =>
        pace.Reserve(chat.ConversationId, chat.TenantId, time.GetUtcNow()) == TimeSpan.Zero
        && await connector.SendAsync(chat, Beginning, CancellationToken.None) is ConnectorResult.Delivered { ActivityId: { } id }
            ? id
            : null;

    /// <summary>Completes it with a message as the outbox holds it. Repeating this is harmless: a stream is completed once.</summary>
    public async Task<ConnectorResult> CompleteAsync(ConversationReference chat, string stream, ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        await connector.SendAsync(chat, Last(message.Span, stream), cancellationToken) switch
        {
            // Completed by the attempt whose answer was lost, or stopped by the person, who wants no more of it.
            ConnectorResult.Refused { Code: ConnectorError.StreamCompleted or ConnectorError.StreamStopped } => new ConnectorResult.Delivered(stream, chat.ConversationId),
            ConnectorResult.Refused { Code: ConnectorError.StreamTooLate } => await connector.UpdateAsync(chat, stream, message, cancellationToken),
            ConnectorResult.Refused { Scope: RefusalScope.None, Status: 400 or 403 or 404 or 405 } => await connector.SendAsync(chat, message, cancellationToken),
            var result => result,
        };

    /// <summary>Takes away a beginning that nothing follows. One that stays is ended by Teams after two minutes.</summary>
    public Task WithdrawAsync(ConversationReference chat, string stream) => connector.DeleteAsync(chat, stream, CancellationToken.None);

    // The last message of a stream needs words of its own; a card alone does not count as any.
    private static byte[] Last(ReadOnlySpan<byte> message, string stream)
    {
        var last = JsonNode.Parse(message)!.AsObject();
        if (last["text"] is null)
            last["text"] = last["summary"]!.DeepClone();
        if (last["entities"] is not JsonArray entities)
            last["entities"] = entities = [];
        entities.Add((JsonNode)new JsonObject { ["type"] = "streaminfo", ["streamId"] = stream, ["streamType"] = "final" });
        return JsonSerializer.SerializeToUtf8Bytes(last, Relaxed);
    }
}
