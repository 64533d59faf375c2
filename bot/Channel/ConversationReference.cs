using System.Text.Json;

namespace PolicyBot.Bot.Channel;

/// <summary>All that is needed to write to a conversation later, also after a restart. Made only from an authenticated activity.</summary>
internal sealed record ConversationReference
{
    public required string ServiceUrl { get; init; }
    public required string ChannelId { get; init; }

    /// <summary>In a channel this names the thread as well: <c>19:…@thread.tacv2;messageid=…</c>.</summary>
    public required string ConversationId { get; init; }

    public string? ConversationType { get; init; }
    public string? TenantId { get; init; }
    public required string BotId { get; init; }
    public string? UserId { get; init; }
    public string? UserAadObjectId { get; init; }
    public string? TeamId { get; init; }
    public string? TeamChannelId { get; init; }
    public string? Locale { get; init; }

    /// <summary>The reference of where this activity came from, or null when it does not say enough to answer it.</summary>
    public static ConversationReference? From(Activity activity) =>
        activity is { ServiceUrl: { } serviceUrl, ChannelId: { } channelId, Conversation: { Id: { } conversation }, Recipient.Id: { } bot }
            ? new()
            {
                ServiceUrl = serviceUrl,
                ChannelId = channelId,
                ConversationId = conversation,
                ConversationType = activity.Conversation.ConversationType,
                TenantId = activity.TenantId,
                BotId = bot,
                UserId = activity.From?.Id,
                UserAadObjectId = activity.From?.AadObjectId,
                TeamId = activity.ChannelData?.Team?.Id,
                TeamChannelId = activity.ChannelData?.Channel?.Id ?? activity.ChannelData?.Settings?.SelectedChannel?.Id,
                Locale = activity.Locale,
            }
            : null;

    public string ToJson() => JsonSerializer.Serialize(this, ActivityJson.Default.ConversationReference);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The stored text is not a reference.</exception>
    public static ConversationReference FromJson(string json) =>
        JsonSerializer.Deserialize(json, ActivityJson.Default.ConversationReference) ?? throw new JsonException("The stored conversation reference is empty.");
}

/// <summary>Channel threads: only the <c>;messageid=</c> part of a conversation id decides in which thread a message lands (REST-04).</summary>
internal static class ChannelThread
{
    private const string Mark = ";messageid=";

    /// <summary>The channel without its thread; other ids are returned as they are.</summary>
    public static string ChannelOf(string conversationId) =>
        conversationId.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at ? conversationId[..at] : conversationId;

    /// <summary>The conversation id of the thread under a root message.</summary>
    public static string Of(string channelId, string rootActivityId) => ChannelOf(channelId) + Mark + rootActivityId;
}
