using System.Net;
using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A pupil, a guest, somebody of another tenant: at no door do they get more than somebody to talk to.</summary>
public sealed class OutsiderTests(School school) : IClassFixture<School>
{
    [Theory]
    [InlineData("hello")]
    [InlineData("report")]
    [InlineData("my reports")]
    [InlineData("cancel")]
    [InlineData("Can I follow a former pupil on Instagram?")]
    public async Task A_pupil_who_writes_is_told_kindly_whom_to_talk_to(string words)
    {
        var jamie = school.InChat(Cast.Jamie);
        await jamie.SaysAsync(words);
        jamie.Sees("you are not on your own", "an adult you trust", "safeguarding lead", "0800 1111", "999").DoesNotSee("policy", "North Academy", "Dina");
        Assert.Empty(jamie.Card.Buttons);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("my reports")]
    public async Task ACT_08_A_guest_without_a_directory_id_is_nobody_the_bot_knows(string words)
    {
        var guest = school.InChat(Cast.Guest);
        await guest.SaysAsync(words);
        guest.Sees("I am for staff only", "safeguarding lead", "999").DoesNotSee("Report something");
        Assert.Empty(guest.Card.Buttons);
    }

    [Fact]
    public async Task A_pupil_who_mentions_the_bot_in_a_channel_gets_nothing_else_there()
    {
        var jamie = school.InChat(Cast.Jamie).In(school.North.NewThread());
        await jamie.SaysAsync("what does the policy say about photos");
        jamie.Sees("you are not on your own").DoesNotSee("policy");
    }

    [Fact]
    public async Task INV_11_No_press_of_a_pupil_or_a_guest_does_or_shows_anything()
    {
        var priya = school.Teacher();
        var reference = await priya.ReportsAsync("Pumpernickelodeon");
        await school.North.ShowsAsync(reference);
        await priya.SaysAsync("report");
        var draft = (await priya.PressingAsync("Cancel"))["value"]!["action"]!["data"]!["draft"]!.GetValue<string>();
        foreach (var (outsider, where) in ((Member, Place)[])[(Cast.Jamie, priya.Place), (Cast.Guest, priya.Place), (Cast.Jamie, school.North.Place), (Cast.Guest, school.North.Place)])
        {
            var presses = school.InChat(outsider).In(where);
            await presses.SendsAsync(presses.Pressing("help.show", null)); // so that the place is known with whoever spoke last
            var before = school.Remembered();
            foreach (var verb in (string[])[
                "help.show", "report.start", "report.restart", "report.resume", "report.danger", "report.what", "report.submit", "report.cancel", "report.view", "case.mine",
                "policy.section", "person.ask", "opinion.ask", "incident.view", "incident.acknowledge", "incident.outcome", "incident.close", "incident.card"])
            {
                await presses.SendsAsync(presses.Pressing(verb, new JsonObject { ["ref"] = reference, ["draft"] = draft, ["danger"] = "None", ["what"] = "x" }));
                presses.Sees("This is for staff.", "trusted adult", "999").DoesNotSee("Pumpernickelodeon", "INC-");
            }
            Assert.Equal(before, school.Remembered());
        }
    }

    [Fact]
    public async Task A_pupil_who_installs_the_bot_is_met_as_a_pupil()
    {
        var jamie = school.InChat(Cast.Jamie).In(new Place("a:jamies-other-device", "personal"));
        await school.DeliverAsync(Sent.Installation(Cast.Jamie, jamie.Place, jamie.ServiceUrl, "add"));
        await jamie.GetsAsync("you are not on your own");
        jamie.NeverGot("I am PolicyBot");
    }

    [Fact]
    public async Task A_guest_who_installs_the_bot_is_met_as_a_guest()
    {
        var guest = school.InChat(Cast.Guest).In(new Place("a:guests-other-device", "personal"));
        await school.DeliverAsync(Sent.Installation(Cast.Guest, guest.Place, guest.ServiceUrl, "add"));
        await guest.GetsAsync("I am for staff only");
        guest.NeverGot("Report something");
    }

    [Fact]
    public async Task AUTH_12_Another_tenant_is_refused_at_every_door_and_nothing_is_kept()
    {
        var stranger = school.InChat(Cast.Stranger);
        var before = (school.Remembered(), school.Teams.AllMessages.Count(message => message.ConversationId == stranger.Place.Id));
        foreach (var activity in (JsonObject[])[
            stranger.Saying("hello"), stranger.Saying("my reports"), stranger.In(school.North.NewThread()).Saying("report"), stranger.Pressing("report.start", null),
            Sent.Submit(Cast.Stranger, stranger.Place, stranger.ServiceUrl, null, new JsonObject { ["verb"] = "case.mine" }),
            Sent.Installation(Cast.Stranger, stranger.Place, stranger.ServiceUrl, "add"), Sent.BotAdded(Cast.Stranger, stranger.Place, stranger.ServiceUrl)])
        {
            var answer = await school.DeliverAsync(activity);
            Assert.Equal((HttpStatusCode.Forbidden, ""), (answer.Status, answer.Body));
        }
        Assert.Equal(before, (school.Remembered(), school.Teams.AllMessages.Count(message => message.ConversationId == stranger.Place.Id)));
    }
}
