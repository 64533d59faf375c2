using PolicyBot.Cards.Elements;

namespace PolicyBot.Cards;

/// <summary>What the bot says: a line of text, or a card.</summary>
/// <param name="Text">Markdown; whatever a person typed in it is escaped.</param>
/// <param name="Summary">For notifications, which show on locked screens: reference numbers at most, never names or details.</param>
public sealed record Message(string? Text, AdaptiveCard? Card, string Summary);
