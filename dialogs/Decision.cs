using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Readings;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs.Vault;

namespace PolicyBot.Dialogs;

/// <summary>Everything that a turn causes, as a value: the turn stores it, then sends it.</summary>
public sealed record Decision
{
    public static readonly Decision Nothing = new();

    /// <summary>Where the talk stands now; null: as before.</summary>
    public ConversationState? State { get; init; }

    /// <summary>False when the bot was removed, true when it was added; null: as before.</summary>
    public bool? Active { get; init; }

    public CaseChange? Case { get; init; }

    /// <summary>A second case that the same step changes, such as the account of a handover: both are stored, or neither.</summary>
    public CaseChange? Also { get; init; }

    /// <summary>A draft that was thrown away: what presses on it were answered holds its words, and is kept no longer.</summary>
    public string? Forgets { get; init; }

    /// <summary>A question that found no good answer, to be counted.</summary>
    public Unmet? Unmet { get; init; }

    /// <summary>The person confirms to have read a policy.</summary>
    public ConfirmedReading? Reading { get; init; }

    /// <summary>What the bot says in this conversation.</summary>
    public ImmutableArray<Reply> Replies { get; init; } = [];

    /// <summary>What the person who pressed sees in place of the card.</summary>
    public Message? Shown { get; init; }

    /// <summary>A sentence for the person who pressed, beside the card, which stays.</summary>
    public string? Told { get; init; }

    /// <summary>The pressed card is known by this key from now on.</summary>
    public string? AdoptedAs { get; init; }

    /// <summary>A code that this turn gives somebody.</summary>
    public VaultTicket? Ticket { get; init; }

    /// <summary>What is kept in place of <see cref="Shown"/>, and given to a press that is delivered twice: what was shown was for one look.</summary>
    public Message? Kept { get; init; }

    /// <summary>The page that Teams is to show as a dialog.</summary>
    public VaultPage? Page { get; init; }

    public ImmutableArray<Send> Sends { get; init; } = [];

    /// <summary>A step that decides in this one's place, once what it needs is known: only now was it clear that it is needed at all.</summary>
    public Step? Rather { get; init; }

    public static Decision Say(Message message) => new() { Replies = [new Reply(message)] };

    public static Decision Show(Message message) => new() { Shown = message };

    public static Decision Tell(string sentence) => new() { Told = sentence };
}

/// <summary>A message into the conversation that this turn came from.</summary>
/// <param name="Card">Names the card, where a later turn must find it again.</param>
public sealed record Reply(Message Message, string? Card = null);

/// <summary>Something for somebody else, or for another conversation. Those with the same card go out in the order of <paramref name="Position"/>.</summary>
public abstract record Send(string Card, long Position)
{
    public sealed record ToChannel(string ChannelId, string Card, long Position, Message Message) : Send(Card, Position);

    public sealed record ToPerson(string PersonId, string Card, long Position, Message Message) : Send(Card, Position);

    /// <summary>A new face for a card that was sent before.</summary>
    public sealed record Update(string Card, long Position, Message Message) : Send(Card, Position)
    {
        /// <summary>The card is not for its reader any more: where it has not arrived yet, it never does.</summary>
        public bool Recalls { get; init; }
    }

    /// <summary>A line in somebody's activity feed, where Microsoft Graph is configured: it names the case and nothing else.</summary>
    /// <param name="Shows">The card that it leads to.</param>
    public sealed record Notification(string PersonId, CaseReference Reference, FeedKind Kind, string Shows, long Position) : Send(Shows, Position);

    /// <summary>Something to be done with a file.</summary>
    public sealed record File(string Card, FileErrand Errand) : Send(Card, 0);
}
