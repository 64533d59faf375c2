using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A school practises: a report that nobody made goes the whole way, and everybody can see that it is practice.</summary>
public sealed class DrillTests : IAsyncLifetime
{
    private readonly OfficeSchool office = new();

    private School School => office.School;

    [Fact]
    public async Task An_ordinary_drill_goes_to_SLT_and_its_starter_is_told_how_long_each_step_took()
    {
        var (dina, martin) = (School.InChat(Cast.Dina), School.InChat(Cast.Martin).In(School.North.Place));
        await dina.SaysAsync("drill");
        dina.Sees("Hold a drill").DoesNotSee("Which academy?");
        await dina.PressesAsync("Start the drill");
        dina.Sees("DRILL INC-2026-0001: under way");
        var post = await School.North.ShowsAsync("DRILL INC-2026-0001: new report", "Nothing has happened, and nobody is at risk");
        Assert.StartsWith("DRILL INC-2026-0001", post.Activity.GetProperty("summary").GetString(), StringComparison.Ordinal);

        await School.PassAsync(TimeSpan.FromMinutes(12));
        await martin.PressesAsync("Acknowledge", on: "DRILL");
        await dina.GetsAsync("DRILL INC-2026-0001: under way", "Martin Hughes");
        await School.PassAsync(TimeSpan.FromMinutes(53));
        await martin.PressesAsync("Record outcome", on: "DRILL");
        await martin.RecordsAsync("We practised.", on: "DRILL");
        await dina.GetsAsync("DRILL INC-2026-0001: how long it took", "after 0 min 0 s", "after 12 min 0 s, by Martin Hughes", "after 1 h 5 min, by Martin Hughes");

        await dina.SaysAsync("my reports");
        dina.DoesNotSee("INC-2026-0001");
        dina.NeverGot("Your report is finished");
        Assert.DoesNotContain(
            await School.Bot.Get<CaseStore>().ClaimAsync(School.Clock.GetUtcNow().AddDays(1), TimeSpan.Zero, 1000, graph: true), due => due.Delivery.Target.EndsWith("/record", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_safeguarding_drill_goes_to_the_lead_alone_who_is_chased_and_nobody_above()
    {
        var (grace, dina, ruth) = (School.InChat(Cast.Grace), School.InChat(Cast.Dina), School.InChat(Cast.Ruth));
        await grace.SaysAsync("hold a drill");
        await grace.Chooses("What kind of report?", "A safeguarding report, to the safeguarding lead").PressesAsync("Start the drill");
        var reference = grace.Reference;
        await dina.GetsAsync($"DRILL {reference}: new report", "This is a drill.");
        dina.DoesNotSee("said that a child may be at risk");

        await School.PassAsync(TimeSpan.FromMinutes(30));
        await dina.GetsAsync($"DRILL {reference} is still waiting", "This is a drill.");
        await School.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(0, School.North.PostsAbout(reference));
        School.InChat(Cast.Martin).NeverGot(reference);
        ruth.NeverGot(reference);
    }

    [Fact]
    public async Task The_Social_Media_Manager_chooses_the_academy_and_two_presses_start_one()
    {
        var sam = office.Sam;
        await sam.SaysAsync("start a drill");
        sam.Chooses("Which academy?", "South Academy");
        var start = await sam.PressingAsync("Start the drill");
        var again = start.DeepClone().AsObject();
        again["id"] = Sent.NewId();
        await sam.SendsAsync(start);
        sam.Sees("under way");
        await sam.SendsAsync(again);
        sam.Sees("DRILL INC-2026-0001: under way");
        await School.South.ShowsAsync("DRILL INC-2026-0001: new report");
        Assert.Single(School.South.Posts);
        Assert.Empty(School.North.Posts);
    }

    [Fact]
    public async Task Nobody_else_can_start_one_and_not_for_another_academy()
    {
        var (priya, dina) = (School.Teacher(), School.InChat(Cast.Dina));
        await priya.SaysAsync("drill");
        priya.Sees("A drill can be held by SLT, headteachers, safeguarding leads and the Social Media Manager.");
        await dina.SaysAsync("drill");
        var start = await dina.PressingAsync("Start the drill");
        var data = start["value"]!["action"]!["data"]!.DeepClone();
        data["academy"] = "south";

        await priya.SendsAsync(priya.Pressing("drill.start", data.DeepClone()));
        priya.Sees("Nothing was started.");
        Assert.Empty(School.North.Posts);
        await dina.SendsAsync(dina.Pressing("drill.start", data));
        await School.North.ShowsAsync("DRILL INC-2026-0001: new report");
        Assert.Empty(School.South.Posts);
    }

    [Fact]
    public async Task It_is_not_started_where_others_read_along()
    {
        var martin = School.InChat(Cast.Martin).In(School.North.NewThread());
        await martin.SaysAsync("drill");
        martin.Sees("Please do this in your own chat with me.");
    }

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
