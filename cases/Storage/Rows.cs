namespace PolicyBot.Cases.Storage;

// The tables, as plain classes. They do not leave this folder.

/// <summary>An activity that was handled, and what an invoke was answered.</summary>
internal sealed class InboxRow
{
    public required string Conversation { get; set; }
    public required string Activity { get; set; }
    public string? Answer { get; set; }
    public DateTimeOffset At { get; set; }
}

internal sealed class ConversationRow
{
    public required string Key { get; set; }
    public required string Tenant { get; set; }
    public required string Kind { get; set; }
    public string? Person { get; set; }
    public required string Address { get; set; }
    public bool Active { get; set; }
    public required string State { get; set; }
    public int Version { get; set; }
}

internal sealed class CaseRow
{
    public required string Reference { get; set; }
    public required string Kind { get; set; }
    public int Year { get; set; }
    public int Number { get; set; }
    public required string Academy { get; set; }
    public required string Status { get; set; }
    public required string Reporter { get; set; }
    public required string Draft { get; set; }
    public int Version { get; set; }
    public required string Record { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>A hash over the record, which holds the hash of its trail's end: so neither can be changed alone.</summary>
    public required string Seal { get; set; }
    public DateTimeOffset? DueAt { get; set; }
}

/// <summary>How often something was asked in vain on a day. No text and no person.</summary>
internal sealed class AskedRow
{
    public int Day { get; set; }
    public required string Kind { get; set; }
    public required string Subject { get; set; }
    public int Times { get; set; }

    /// <summary>As <c>20261123</c>: people can read it and both databases compare it.</summary>
    public static int DayOf(DateOnly day) => (day.Year * 100 + day.Month) * 100 + day.Day;
}

internal sealed class TrailRow
{
    public required string Reference { get; set; }
    public int Sequence { get; set; }
    public DateTimeOffset At { get; set; }
    public required string Actor { get; set; }
    public required string Type { get; set; }
    public required string Data { get; set; }
    public required string Previous { get; set; }
    public required string Hash { get; set; }
}

internal sealed class OutboxRow
{
    public required string Key { get; set; }
    public required string Kind { get; set; }
    public required string Target { get; set; }
    public required string Payload { get; set; }
    public string? Card { get; set; }
    public string? Lane { get; set; }
    public long Position { get; set; }
    public string? Activity { get; set; }
    public required string State { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public int Attempts { get; set; }
    public int Doubts { get; set; }
    public string? Reason { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class ReadingRow
{
    public required string Person { get; set; }
    public required string Document { get; set; }
    public required string Edition { get; set; }
    public required string Issue { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>What is left of a case that was disposed of. No text and no person.</summary>
internal sealed class DisposalRow
{
    public required string Reference { get; set; }
    public required string Kind { get; set; }
    public int Year { get; set; }
    public int Number { get; set; }
    public required string Class { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    public DateTimeOffset ClosedAt { get; set; }
    public DateTimeOffset DisposedAt { get; set; }
    public required string Rule { get; set; }
    public required string LastHash { get; set; }
}

internal sealed class PostedCardRow
{
    public required string Key { get; set; }
    public required string ConversationKey { get; set; }
    public required string ConversationId { get; set; }
    public required string ActivityId { get; set; }
    public DateTimeOffset? PostedAt { get; set; }
}

/// <summary>One version of what the embedded vault keeps: sealed with a key of its own, which is wrapped by the master key. Both keys' home is elsewhere.</summary>
internal sealed class VaultRow
{
    public required string Entry { get; set; }
    public int Version { get; set; }

    /// <summary>Which master key wraps <see cref="Wrapped"/>.</summary>
    public required string KeyId { get; set; }
    public required string Wrapped { get; set; }
    public required string Sealed { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>A code for a page of the vault: its hash, never itself.</summary>
internal sealed class VaultCodeRow
{
    public required string Hash { get; set; }
    public required string Person { get; set; }
    public required string Purpose { get; set; }
    public required string Subject { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
}
