namespace PolicyBot.Tests.Cards;

/// <summary>Every card that the bot can send, under a name that does for a file. A card that is not here is a card that nobody has looked at.</summary>
internal static class CardGallery
{
    internal static IEnumerable<(string Name, string Json)> All => [];
}
