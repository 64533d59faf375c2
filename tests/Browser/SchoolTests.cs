namespace PolicyBot.Tests.Browser;

/// <summary>The stage for the browser journeys stands: what they rely on is proved apart, so that a failed journey points to the bot.</summary>
public sealed class SchoolTests(ChromiumBrowser chromium)
{
    [Fact]
    public async Task Each_person_sits_at_a_computer_of_their_own()
    {
        await using var school = await School.OpenAsync(chromium);

        var priya = await school.PriyaAsync();
        var martin = await school.SomeoneElseAsync("29:martin-hughes");

        await priya.BelongsToAsync("Priya Nair");
        await martin.BelongsToAsync("Martin Hughes");
        await martin.GoToAsync("North SLT - Incidents");
    }

    [Fact]
    public async Task A_bot_that_crashed_comes_back_where_the_Playground_knows_it()
    {
        await using var school = await School.OpenAsync(chromium);
        var before = school.Bot.Address;

        await school.CrashAndRestartBotAsync();

        using var http = new HttpClient();
        using var answer = await http.GetAsync(before, TestContext.Current.CancellationToken);
        Assert.Equal(before, school.Bot.Address);
    }
}
