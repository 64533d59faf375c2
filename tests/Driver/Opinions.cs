namespace PolicyBot.Tests.Driver;

/// <summary>The way through a request for a second opinion, for tests that are about what comes after.</summary>
internal static class Opinions
{
    /// <summary>Describes a post and reaches the review.</summary>
    public static async Task DescribesAsync(this Participant author, string text, Member? about = null, (string Day, string Time)? goesOut = null)
    {
        await author.SaysAsync("can someone check this before I post?");
        author.Fills("The text, word for word", text).Chooses("Which platform?", "Instagram").Chooses("From which account?", "An account of the Trust or an academy");
        await author.PressesAsync("Next");
        author.Chooses("Who is it for?", "Families");
        if (about is not null)
            author.Picks("Who is it about (if they work here)?", about);
        if (goesOut is { } at)
            author.Fills("On which day should it go out (if that is fixed)?", at.Day).Fills("At what time?", at.Time);
        await author.PressesAsync("Next");
        author.Sees("Before a person reads it");
    }

    /// <summary>Describes a post and sends it to be read.</summary>
    /// <returns>The reference.</returns>
    public static async Task<string> AsksAboutAsync(
        this Participant author, string text, Member? about = null, Member? reader = null, (string Day, string Time)? goesOut = null)
    {
        await author.DescribesAsync(text, about, goesOut);
        if (reader is not null)
            author.Picks("Somebody else (if you want)", reader);
        await author.PressesAsync("Send it to them");
        author.Sees("Your draft is being read");
        var reference = author.Reference;
        await author.GetsAsync("Your draft is being read", reference);
        return reference;
    }

    /// <summary>The reader has the card.</summary>
    public static Task HasToReadAsync(this Participant reader, string reference, params string[] words) => reader.GetsAsync([$"{reference}: please read this before it goes out", .. words]);
}
