using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Readings;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Storage;

/// <summary>Everything that one turn decided, to be stored whole or not at all.</summary>
/// <param name="ConversationId">With <paramref name="ActivityId"/>, what makes a second delivery of the same activity known.</param>
/// <param name="Answer">What an invoke is answered, to be given again to a duplicate.</param>
public sealed record TurnCommit(string ConversationId, string ActivityId, DateTimeOffset At, string? Answer)
{
    /// <summary>The conversation as it is now; its <see cref="Conversation.Version"/> is the one that was loaded.</summary>
    public Conversation? Conversation { get; init; }

    /// <summary>True when the bot can reach this person (again): what could not be delivered to them goes out now.</summary>
    public bool Reachable { get; init; }

    public CaseChange? Case { get; init; }

    /// <summary>A second case that the same step changes: both are stored, or neither.</summary>
    public CaseChange? Also { get; init; }

    /// <summary>Answers that were given in this conversation before, and hold words that are not to be kept.</summary>
    public ForgottenAnswers? Forgotten { get; init; }

    /// <summary>A question that found no good answer, to be counted.</summary>
    public Unmet? Unmet { get; init; }

    /// <summary>Stored once: where there is one for this text already, the commit is a <see cref="CommitResult.Conflict"/>.</summary>
    public ConfirmedReading? Reading { get; init; }

    /// <summary>A code for a page of the vault that this turn gave somebody.</summary>
    public VaultTicket? Ticket { get; init; }

    public ImmutableArray<PostedCard> PostedCards { get; init; } = [];

    public ImmutableArray<Delivery> Deliveries { get; init; } = [];
}

/// <summary>A case's next version with the trail entries that lead to it. <paramref name="Loaded"/> is the version that was decided on; 0 opens the case.</summary>
public sealed record CaseChange(int Loaded, ICase After, ImmutableArray<TrailEntry> Entries)
{
    /// <summary>When somebody has to be reminded of it; null when nobody has.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>Stored answers that name something which is no more, and what a press that is delivered again is answered in their place.</summary>
public sealed record ForgottenAnswers(string Naming, string Instead);

public abstract record CommitResult
{
    private CommitResult() { }

    public sealed record Committed : CommitResult
    {
        public static readonly Committed Instance = new();
    }

    /// <summary>This activity was handled before.</summary>
    public sealed record Duplicate(string? Answer) : CommitResult;

    /// <summary>Somebody else was faster: load again and decide again.</summary>
    public sealed record Conflict : CommitResult
    {
        public static readonly Conflict Instance = new();
    }
}
