using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Bot.Channel;

/// <summary>Asks for a conversation: a one-to-one chat, or a new thread in a channel (then with its first message).</summary>
internal sealed record CreateConversation(
    bool IsGroup, ChannelAccount Bot, string TenantId, ChannelData ChannelData, IReadOnlyList<ChannelAccount>? Members = null, JsonElement? Activity = null);

/// <summary>What the Connector answers to a send or a create.</summary>
internal sealed record ConnectorAnswer(string? Id, string? ActivityId)
{
    /// <summary>Reads an answer; an empty or foreign body is an answer without ids.</summary>
    public static ConnectorAnswer Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ActivityJson.Default.ConnectorAnswer) ?? new(null, null);
        }
        catch (JsonException)
        {
            return new(null, null);
        }
    }
}

/// <summary>A person in a conversation. Guests may lack an address. The Connector writes the Entra id under either of two names (REST-11).</summary>
internal sealed record ChannelMember
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? ObjectId { get; init; }
    public string? AadObjectId { get; init; }
    public string? Email { get; init; }
    public string? TenantId { get; init; }

    [JsonIgnore]
    public string? EntraId => AadObjectId ?? ObjectId;
}

internal sealed record MemberPage
{
    [JsonConverter(typeof(TolerantList<ChannelMember>))]
    public IReadOnlyList<ChannelMember>? Members { get; init; }

    public string? ContinuationToken { get; init; }
}
