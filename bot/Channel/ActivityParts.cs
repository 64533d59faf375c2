using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Bot.Channel;

/// <summary>A person or a bot in a conversation. <c>AadObjectId</c> is the Entra object id; guests without an account and bots have none.</summary>
internal sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }
}

/// <summary>A conversation: <c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
internal sealed record ConversationAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? ConversationType { get; init; }
    public string? TenantId { get; init; }
}

/// <summary>A card or a file. <c>Content</c> is a card's JSON, or a file's download details.</summary>
internal sealed record Attachment
{
    public string? ContentType { get; init; }
    public string? ContentUrl { get; init; }
    public string? Name { get; init; }
    public JsonElement? Content { get; init; }
}

/// <summary>What Teams adds to an activity: the tenant, and where in a team it happened.</summary>
internal sealed record ChannelData
{
    public string? EventType { get; init; }

    [JsonConverter(typeof(Tolerant<Named>))]
    public Named? Tenant { get; init; }

    [JsonConverter(typeof(Tolerant<Named>))]
    public Named? Team { get; init; }

    [JsonConverter(typeof(Tolerant<Named>))]
    public Named? Channel { get; init; }

    [JsonConverter(typeof(Tolerant<InstallSettings>))]
    public InstallSettings? Settings { get; init; }
}

/// <summary>A tenant, a team or a channel.</summary>
internal sealed record Named
{
    public string? Id { get; init; }
    public string? Name { get; init; }
}

/// <summary>The channel that was picked when the app was added to a team.</summary>
internal sealed record InstallSettings
{
    [JsonConverter(typeof(Tolerant<Named>))]
    public Named? SelectedChannel { get; init; }
}
