using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Clients draw cards again by themselves, for everyone who scrolls past: that may never do anything.</summary>
public sealed class RefreshTests(School school) : IClassFixture<School>
{
    [Fact]
    public async Task INV_03_A_refresh_draws_the_card_as_it_is_and_changes_nothing()
    {
        var (priya, martin) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place));
        await priya.ReachesReviewAsync("A rude comment");
        var before = school.Remembered();
        Assert.Contains("Check your report", (await priya.RefreshesAsync("Before you start")).Card!.Text, StringComparison.Ordinal);
        Assert.Equal(before, school.Remembered());

        await priya.PressesAsync("Submit");
        await school.North.ShowsAsync($"{priya.Reference}: new report");
        await priya.GetsAsync("Your report is saved");
        await martin.SendsAsync(martin.Pressing("incident.view", null)); // the channel is known from now on
        before = school.Remembered();
        Assert.Contains($"{priya.Reference}: new report", (await martin.RefreshesAsync(priya.Reference)).Card!.Text, StringComparison.Ordinal);
        Assert.Contains("Your report is saved", (await priya.RefreshesAsync("Your report is saved")).Card!.Text, StringComparison.Ordinal);
        Assert.Equal(before, school.Remembered());
    }

    [Fact]
    public async Task INV_03_Whatever_an_automatic_press_asks_for_nothing_is_done()
    {
        var (priya, martin) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place));
        var reference = await priya.ReportsAsync("A rude comment");
        await school.North.ShowsAsync($"{reference}: new report");
        await priya.ReachesReviewAsync("Not sent yet");
        await martin.SendsAsync(martin.Pressing("incident.view", null));
        var before = school.Remembered();
        foreach (var press in (System.Text.Json.Nodes.JsonObject[])[await priya.PressingAsync("Submit"), await priya.PressingAsync("Cancel"), await martin.PressingAsync("Acknowledge", on: reference)])
        {
            press["value"]!["trigger"] = "automatic";
            await school.DeliverAsync(press);
        }
        Assert.Equal(before, school.Remembered());
    }

    [Fact]
    public async Task INV_03_No_card_names_people_to_refresh_for_and_each_is_new_enough_to_refresh()
    {
        var priya = school.Teacher();
        await priya.ReportsAsync("A rude comment");
        Assert.NotNull(priya.Card.Refresh);
        Assert.False(priya.Card.Refresh.Value.TryGetProperty("userIds", out _));
        Assert.Equal("1.5", priya.Card.Json.GetProperty("version").GetString());
    }

    [Fact]
    public async Task INV_03_Somebody_who_may_not_act_on_a_case_cannot_make_the_bot_delete_what_it_said()
    {
        var (priya, martin, helen) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place), school.InChat(Cast.Helen).In(school.North.NewThread()));
        var reference = await priya.ReportsAsync("A rude comment");
        await school.North.ShowsAsync($"{reference}: new report");
        await helen.SaysAsync("help");
        var said = school.North.Posts.Last(post => Screen.WordsOf(post).Contains("What I can do", StringComparison.Ordinal));

        await helen.SendsAsync(helen.Pressing("incident.view", new System.Text.Json.Nodes.JsonObject { ["ref"] = reference, ["delivery"] = $"{reference}/slt" }, said.ActivityId));

        // Whatever that put into the outbox has gone out before the case's next face.
        await martin.PressesAsync("Acknowledge", on: reference);
        await school.North.ShowsAsync($"{reference}: acknowledged");
        Assert.Contains(school.North.Posts, post => post.ActivityId == said.ActivityId);
    }

    [Fact]
    public async Task INV_03_A_refresh_by_somebody_who_may_not_see_the_case_shows_none_of_it()
    {
        var priya = school.Teacher();
        var reference = await priya.ReportsAsync("Brobdingnaggle");
        await school.North.ShowsAsync(reference);
        foreach (var member in (Member[])[Cast.Helen, Cast.Jamie, Cast.Guest])
        {
            var answer = await school.InChat(member).In(school.North.Place).RefreshesAsync(reference);
            Assert.Null(answer.Card);
            Assert.DoesNotContain("Brobdingnaggle", answer.Body, StringComparison.Ordinal);
        }
    }
}
