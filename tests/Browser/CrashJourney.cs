namespace PolicyBot.Tests.Browser;

/// <summary>The bot dies while somebody is in the middle of a report.</summary>
public sealed class CrashJourney(ChromiumBrowser chromium)
{
    private const string Story = "Our page still shows the term dates of last year.";

    [Fact]
    public async Task Priya_goes_on_where_she_was()
    {
        await using var school = await School.OpenAsync(chromium);
        var priya = await school.PriyaAsync();
        await priya.SayAsync("report");
        await priya.Card("Before you start").PressAsync("No, nobody is in danger");
        await priya.Card("Step 1 of 4").FillAsync("What happened", Story);
        await priya.Card("Step 1 of 4").PressAsync("Next");
        await priya.Card("Step 2 of 4").ChooseAsync("Which platform?", "Instagram");

        await school.CrashAndRestartBotAsync();

        await priya.Card("Step 2 of 4").PressAsync("Next");
        await priya.Card("Step 3 of 4").ReadsAsync("Who is affected?");
        await priya.PhotographAsync("crash-1-goes-on");
        await priya.Card("Step 3 of 4").TickAsync("The academy or the Trust");
        await priya.Card("Step 3 of 4").PressAsync("Next");
        await priya.Card("Step 4 of 4").ReadsAsync(Story);
        await priya.Card("Step 4 of 4").ReadsAsync("Instagram");
        await priya.PhotographAsync("crash-2-nothing-lost");
    }
}
