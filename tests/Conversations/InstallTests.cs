using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>The bot is added, greets once, and is silent after it was removed.</summary>
public sealed class InstallTests(School school) : IClassFixture<School>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACT_05_Two_events_for_one_installation_bring_one_welcome(bool atOnce)
    {
        var priya = school.Teacher();
        var events = (System.Text.Json.Nodes.JsonObject[])[Sent.BotAdded(priya.Member, priya.Place, priya.ServiceUrl), Sent.Installation(priya.Member, priya.Place, priya.ServiceUrl, "add")];
        if (atOnce)
            await Task.WhenAll(events.Select(school.DeliverAsync));
        else
            foreach (var each in events)
                await school.DeliverAsync(each);
        await priya.SaysAsync("hello");
        await priya.GetsAsync("Hello, I am PolicyBot", "Dudley Academies Trust", "Report something");
        Assert.Equal(1, priya.MessagesSaying("Hello, I am PolicyBot"));
    }

    [Fact]
    public async Task ACT_05_An_upgrade_is_not_greeted()
    {
        var priya = school.Teacher();
        var before = school.Remembered();
        await school.DeliverAsync(Sent.Installation(priya.Member, priya.Place, priya.ServiceUrl, "add-upgrade"));
        Assert.Equal(before, school.Remembered());
    }

    [Fact]
    public async Task ACT_05_After_it_was_removed_nothing_is_sent_there_until_it_is_added_again()
    {
        var (priya, martin) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place));
        var reference = await priya.ReportsAsync("A rude comment");
        await school.North.ShowsAsync($"{reference}: new report");
        await school.DeliverAsync(Sent.Installation(priya.Member, priya.Place, priya.ServiceUrl, "remove"));
        await martin.PressesAsync("Acknowledge", on: reference);
        await school.North.ShowsAsync($"{reference}: acknowledged");
        // In the outbox the reporter's news stands before what follows; once a later case has gone through it would be there.
        var later = await school.Teacher().ReportsAsync("Another comment");
        await school.North.ShowsAsync($"{later}: new report");
        priya.NeverGot("Somebody has your report");
    }

    [Fact]
    public async Task Removing_it_throws_half_a_report_away()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("report");
        await school.DeliverAsync(Sent.Installation(priya.Member, priya.Place, priya.ServiceUrl, "remove"));
        await priya.SaysAsync("report");
        priya.Sees("Before you start");
    }

    [Fact]
    public async Task What_could_not_be_delivered_goes_out_when_the_person_is_back()
    {
        var (priya, martin) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place));
        var reference = await priya.ReportsAsync("A rude comment about the play");
        await school.North.ShowsAsync($"{reference}: new report");
        await school.DeliverAsync(Sent.Installation(priya.Member, priya.Place, priya.ServiceUrl, "remove"));
        await martin.PressesAsync("Acknowledge", on: reference);
        await school.North.ShowsAsync($"{reference}: acknowledged");
        var later = await school.Teacher().ReportsAsync("Another comment about the play");
        await school.North.ShowsAsync($"{later}: new report");
        priya.NeverGot("Somebody has your report");

        await school.DeliverAsync(Sent.Installation(priya.Member, priya.Place, priya.ServiceUrl, "add"));
        await priya.GetsAsync("Somebody has your report", reference);
    }
}
