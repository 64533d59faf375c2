using System.Globalization;
using PolicyBot.Cards.Elements;

namespace PolicyBot.Cards;

/// <summary>To whoever looks after the bot, once a week: a secret that ends soon takes reports with it when it does.</summary>
public static class ExpiryCards
{
    /// <summary>For the administrator: which secrets end within a month, or have ended.</summary>
    /// <param name="ending">The settings, each with its last day, the first to end first.</param>
    /// <param name="today">The day on which it is said.</param>
    public static Message Soon(ImmutableArray<(string Setting, DateOnly EndsOn)> ending, DateOnly today) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(Heading(ending, today)),
                .. ending.Select(one => Lines.Plain($"**{one.Setting}** {(one.EndsOn < today ? "ended" : "ends")} on {one.EndsOn.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}.")),
                Lines.Plain("After that I cannot sign in, and what people send stays with me until I can. Please make a new one in Entra, put it into my settings, and start me again."),
                Lines.Plain("My command **doctor** shows whether it is right."),
            ],
            "A secret of the bot's ends soon. Please renew it in Entra."),
        "A secret of mine ends soon");

    private static string Heading(ImmutableArray<(string Setting, DateOnly EndsOn)> ending, DateOnly today) => (ending.Length, ending.Any(one => one.EndsOn < today)) switch
    {
        (1, true) => "A secret of mine has ended",
        (1, false) => "A secret of mine ends soon",
        (_, true) => "Secrets of mine have ended, or end soon",
        _ => "Some secrets of mine end soon",
    };
}
