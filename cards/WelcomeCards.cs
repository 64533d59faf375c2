using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>The bot's first words in a chat.</summary>
public static class WelcomeCards
{
    private static readonly Message Greeting = new(
        "Hello! Ask me anything about the social media policy, or type **report** to report something. **help** shows what I can do.", null, "Hello from PolicyBot");

    private static readonly Message Welcomed = new("You are welcome.", null, "You are welcome");

    public static Message Thanks() => Welcomed;

    /// <summary>To somebody who says hello: short, because they know us already.</summary>
    public static Message Hello() => Greeting;

    public static Message Welcome(Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Hello, I am PolicyBot"),
                Lines.Plain($"I know the social media policy of {UserText.Escape(trust.Name)}. Ask me in your own words, for example: *Can I share a photo of my class?*"),
                Lines.Plain("If you have seen something online that worries you, I help you report it to the right people."),
                Lines.Plain("If someone is in danger, ring **999** first."),
                .. Lines.Buttons(Press.Report, Press.MyReports, Press.Help),
            ],
            "Hello, I am PolicyBot. Ask me about the social media policy, or type: report."),
        "Hello from PolicyBot");
}
