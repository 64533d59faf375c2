using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Bot.Channel;

/// <summary>
/// One Bot Framework activity, arriving or leaving. Only what we read or write is here; everything else on the wire is ignored, and a
/// field of the wrong type reads as absent (ACT-01), so that a new Teams client never silences the bot.
/// </summary>
internal sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public string? ServiceUrl { get; init; }
    public string? ChannelId { get; init; }

    [JsonConverter(typeof(Tolerant<ChannelAccount>))]
    public ChannelAccount? From { get; init; }

    [JsonConverter(typeof(Tolerant<ChannelAccount>))]
    public ChannelAccount? Recipient { get; init; }

    [JsonConverter(typeof(Tolerant<ConversationAccount>))]
    public ConversationAccount? Conversation { get; init; }

    [JsonConverter(typeof(Tolerant<ChannelData>))]
    public ChannelData? ChannelData { get; init; }

    public string? Text { get; init; }
    public string? Summary { get; init; }
    public string? Locale { get; init; }

    /// <summary>The name of an invoke or event, for example <c>adaptiveCard/action</c>.</summary>
    public string? Name { get; init; }

    /// <summary>What a card or an invoke sent: any shape, written by whoever holds the client. Never trusted.</summary>
    public JsonElement? Value { get; init; }

    public string? ReplyToId { get; init; }

    [JsonConverter(typeof(TolerantList<Attachment>))]
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    [JsonConverter(typeof(TolerantList<JsonElement>))]
    public IReadOnlyList<JsonElement>? Entities { get; init; }

    [JsonConverter(typeof(TolerantList<ChannelAccount>))]
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    [JsonConverter(typeof(TolerantList<ChannelAccount>))]
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>What an installationUpdate did: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; init; }

    /// <summary>The tenant this came from; the two places that may name it were compared when it was authenticated.</summary>
    [JsonIgnore]
    public string? TenantId => Conversation?.TenantId ?? ChannelData?.Tenant?.Id;
}
