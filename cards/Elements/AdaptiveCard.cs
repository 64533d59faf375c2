using System.Text.Json.Serialization;

namespace PolicyBot.Cards.Elements;

/// <summary>
/// A card, version 1.5: the newest that Teams draws reliably from a bot (statement CARD-01).
/// </summary>
/// <param name="FallbackText">What a client reads out that cannot draw cards at all.</param>
public sealed record AdaptiveCard(ImmutableArray<CardElement> Body, string FallbackText)
{
    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-3)]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-2)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyOrder(-1)]
    public string Version { get; } = "1.5";

    /// <summary>Two letters only: the renderer refuses the longer en-GB.</summary>
    public string Lang { get; } = "en";

    public Refresh? Refresh { get; init; }
}

/// <summary>
/// Asks the bot for the card again when somebody comes back to it, so that nobody acts on an old one. Nobody is named in it:
/// Teams then refreshes for everyone in a chat of up to 60 people (statement INV-03), and offers a refresh in larger ones.
/// </summary>
public sealed record Refresh(CardAction Action);
