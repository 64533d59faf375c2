namespace PolicyBot.Cases.Outbox;

public enum DeliveryKind
{
    /// <summary>A message into a conversation that the bot is in. Target: the conversation's key.</summary>
    Reply,
    /// <summary>A new post in a channel. Target: the channel's id.</summary>
    ChannelPost,
    /// <summary>A message to one person, in their own chat with the bot. Target: the Entra object id.</summary>
    PersonalPost,
    /// <summary>A new face for a card that was sent before. Target: the card's key.</summary>
    CardUpdate,
    /// <summary>Takes away a copy of a card that arrived twice. Target: the conversation's id; <see cref="Delivery.Activity"/>: the copy.</summary>
    CardRemoval,
    /// <summary>A case's outcome for the Trust's own SharePoint, through Microsoft Graph. Target: the case's reference.</summary>
    GraphRecord,
    /// <summary>A file that somebody sent for a report, to be fetched and kept. Target: the file's id.</summary>
    FileFetch,
    /// <summary>A kept file into the OneDrive of somebody who said yes to it. Target: the file's id.</summary>
    FileUpload,
    /// <summary>Deletes the kept files of a report that was thrown away. Target: the draft's id.</summary>
    FileDisposal,
    /// <summary>A line in somebody's activity feed, through Microsoft Graph. Target: the Entra object id.</summary>
    GraphNotification,
}

/// <summary>
/// Something that must reach somebody, written in the same transaction as the decision that caused it.
/// </summary>
/// <param name="Key">Unique, and derived from what caused it, so that the same turn decided twice makes the same delivery.</param>
/// <param name="Payload">The activity, or the errand, as JSON.</param>
public sealed record Delivery(string Key, DeliveryKind Kind, string Target, Utf8Text Payload)
{
    /// <summary>Names the card that this delivery posts, so that a later update finds it.</summary>
    public string? Card { get; init; }

    /// <summary>Deliveries of one lane go out one after the other, by <see cref="Position"/>; null: on its own.</summary>
    public string? Lane { get; init; }

    public long Position { get; init; }

    /// <summary>The message that is answered, updated, removed or, where its beginning was sent before, completed, when it is known by its own id.</summary>
    public string? Activity { get; init; }

    /// <summary>Of an update: the card itself must not arrive any more where it has not yet. Heard once, when it is committed.</summary>
    public bool Recalls { get; init; }
}

/// <summary>A delivery in a worker's hands. <paramref name="Attempts"/> counts this one; <paramref name="Doubts"/> how often it may have arrived.</summary>
public sealed record ClaimedDelivery(Delivery Delivery, int Attempts, int Doubts);

/// <summary>Where a card stands that the bot has sent.</summary>
/// <param name="ConversationKey">What finds the conversation's address.</param>
/// <param name="ConversationId">The id to update it at: in a channel with its thread.</param>
public sealed record PostedCard(string Key, string ConversationKey, string ConversationId, string ActivityId);

/// <summary>How an attempt at a delivery ended.</summary>
public abstract record Settlement
{
    /// <summary>The reason of what is parked because the person, or a channel, removed the bot.</summary>
    public const string RemovedFromConversation = nameof(RemovedFromConversation);

    private Settlement() { }

    /// <summary>It arrived; <paramref name="Posted"/> where it was a card that may be updated later.</summary>
    public sealed record Delivered(PostedCard? Posted) : Settlement;

    /// <summary>It certainly did not arrive.</summary>
    public sealed record Later(DateTimeOffset DueAt, string Reason) : Settlement;

    /// <summary>It may have arrived: wait for a sign of it until <paramref name="DueAt"/>, then repeat.</summary>
    public sealed record Ambiguous(DateTimeOffset DueAt, string Reason) : Settlement;

    /// <summary>It cannot be delivered; an administrator must look.</summary>
    public sealed record Parked(string Reason) : Settlement;
}

/// <summary>What waits, for <c>/health/ready</c> and the log.</summary>
public sealed record Backlog(int Waiting, int Ambiguous, int Parked, int WaitingForGraph);
