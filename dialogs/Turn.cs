using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs;

/// <summary>Something arrived: who sent it, where, when, and what it was.</summary>
/// <param name="Id">Names this turn for good: the same activity delivered twice has the same id, so what is made from it has too.</param>
/// <param name="Card">The message whose button was pressed, by its id in the conversation.</param>
public sealed record Turn(string Id, Arrival Arrival, Asker Who, Conversation Where, string? Card, DateTimeOffset When);

/// <summary>The person in front of the bot. <paramref name="Academy"/> is an academy's key, when the directory knows it.</summary>
public sealed record Asker(string Id, string Name, Standing Standing, string? Academy)
{
    public PersonRef Ref => new(Id, Name);
}

public enum Standing
{
    Staff,
    /// <summary>In the tenant, but not staff: a pupil perhaps. Met kindly, told whom to talk to, and given nothing else.</summary>
    NotStaff,
    /// <summary>The directory could not be asked: nothing is granted, and they are asked to try again.</summary>
    Unconfirmed,
    /// <summary>No directory id at all: a guest without an account, an anonymous meeting participant.</summary>
    Unknown,
}

public abstract record Arrival
{
    private Arrival() { }

    public sealed record Said(string Text) : Arrival;

    /// <summary>Files were sent in somebody's own chat, perhaps with words beside them.</summary>
    public sealed record Sent(ImmutableArray<OfferedFile> Files, string Text) : Arrival;

    /// <summary>Somebody was offered a file, and said yes or no.</summary>
    /// <param name="Context">What the offer carried: which case and which file.</param>
    /// <param name="Place">Where it may be put; null when they said no.</param>
    public sealed record Consented(PressedData Context, ConsentedPlace? Place) : Arrival;

    /// <summary>A button was pressed, or a client asked for a card again.</summary>
    /// <param name="Automatic">The client asked by itself, to refresh a card: nothing may change.</param>
    public sealed record Pressed(string Verb, PressedData Data, bool Automatic) : Arrival
    {
        /// <summary>An old client sent the press as a message: whatever answers it, everyone in the conversation reads.</summary>
        public bool AsMessage { get; init; }

        /// <summary>Teams asks for a dialog: the answer is a page or a sentence, never a card.</summary>
        public bool ForDialog { get; init; }
    }

    /// <summary>The bot was added here.</summary>
    public sealed record Added : Arrival
    {
        public static readonly Added Instance = new();
    }

    /// <summary>The bot was removed from here.</summary>
    public sealed record Removed : Arrival
    {
        public static readonly Removed Instance = new();
    }
}
