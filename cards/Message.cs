using PolicyBot.Cards.Elements;

namespace PolicyBot.Cards;

/// <summary>What the bot says: a line of text, or a card.</summary>
/// <param name="Text">Markdown; whatever a person typed in it is escaped.</param>
/// <param name="Summary">For notifications, which show on locked screens: reference numbers at most, never names or details.</param>
public sealed record Message(string? Text, AdaptiveCard? Card, string Summary)
{
    /// <summary>What a language model's words rest on, in the order of the [n] in the text; empty where people wrote every word.</summary>
    public ImmutableArray<Source> Generated { get; init; } = [];

    /// <summary>A file that goes into the person's OneDrive when they agree; null when none is offered.</summary>
    public FileOffer? File { get; init; }
}

/// <summary>A file that is offered.</summary>
/// <param name="Name">Our name for it, never the sender's.</param>
/// <param name="Ref">The case that it belongs to.</param>
/// <param name="Chosen">Which of the case's files it is; comes back with the answer, as <paramref name="Ref"/> does.</param>
public sealed record FileOffer(string Name, string Description, long Size, string Ref, string Chosen);

/// <summary>One thing that generated words rest on: where it stands, and how it begins.</summary>
public sealed record Source(string Name, string Abstract);
