using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Whoever handles cases finds them again; for everybody else there is nothing to find.</summary>
public sealed class CaseListTests : IAsyncLifetime
{
    private readonly OfficeSchool office = new();

    private School School => office.School;

    private Participant Martin => School.InChat(Cast.Martin);

    [Fact]
    public async Task Leaders_list_what_is_open_mine_overdue_and_closed()
    {
        var (priya, martin, grace) = (School.Teacher(), Martin, School.InChat(Cast.Grace));
        var taken = await priya.ReportsAsync("Kumquatta was rude");
        var waiting = await priya.ReportsAsync("Persimmona was rude");
        await martin.SaysAsync("cases");
        martin.Sees("Open cases", "2 cases.", $"{waiting}: new", "Persimmona", $"{taken}: new", "Kumquatta", "North Academy");

        await martin.Chooses("Which case?", taken).PressesAsync("Open the case");
        martin.Sees($"{taken}: new report", "Kumquatta");
        await martin.PressesAsync("Acknowledge", on: $"{taken}: new report");
        martin.Sees($"{taken}: acknowledged");

        await martin.PressesAsync("Mine", on: "Open cases");
        martin.Sees("Cases that you took on", "1 case.", $"{taken}: with Martin Hughes").DoesNotSee(waiting);
        await grace.SaysAsync("cases");
        await grace.PressesAsync("Mine", on: "Open cases");
        grace.Sees("There are none.").DoesNotSee("INC-");

        await martin.PressesAsync("Overdue", on: "Cases that you took on");
        martin.Sees("There are none.");
        await School.LaterAsync(TimeSpan.FromHours(24.5));
        await martin.PressesAsync("Open", on: "There are none.");
        await martin.PressesAsync("Overdue", on: "2 cases.");
        martin.Sees("1 case.", $"{waiting}: new, overdue").DoesNotSee(taken);

        await martin.PressesAsync("Record outcome", on: $"{taken}: acknowledged");
        await martin.RecordsAsync("Settled", on: taken);
        await martin.PressesAsync("Closed", on: "overdue");
        martin.Sees("Closed cases", $"{taken}: closed").DoesNotSee(waiting);
    }

    [Fact]
    public async Task Ten_stand_on_a_page()
    {
        var (priya, martin) = (School.Teacher(), Martin);
        for (var number = 0; number < 11; number++)
            await priya.ReportsAsync($"Report number {number}");
        await martin.SaysAsync("cases");
        martin.Sees("11 cases, newest first. Page 1 of 2.", "Report number 10", "Report number 1").DoesNotSee("Report number 0");
        await martin.PressesAsync("Next");
        martin.Sees("Page 2 of 2.", "Report number 0").DoesNotSee("Report number 1");
        await martin.PressesAsync("From the start");
        martin.Sees("Page 1 of 2.");
    }

    [Fact]
    public async Task Whom_a_case_is_about_neither_sees_nor_counts_nor_finds_nor_opens_it()
    {
        var (priya, martin, grace) = (School.Teacher(), Martin, School.InChat(Cast.Grace));
        var hers = await priya.ReportsAsync("Kumquatta is about Grace", about: Cast.Grace, account: "@grace_private");
        var other = await priya.ReportsAsync("Persimmona is not", account: "@grace_private");
        await martin.GetsAsync(hers, "Kumquatta");
        await grace.SaysAsync("cases");
        grace.Sees("1 case.", other).DoesNotSee(hers, "Kumquatta");
        foreach (var words in (string[])["cases about Grace Okafor", "cases about @grace_private"])
        {
            await grace.SaysAsync(words);
            grace.DoesNotSee(hers, "Kumquatta");
        }
        grace.Sees(other);

        foreach (var (verb, field) in (ValueTuple<string, string>[])[("case.open", "chosen"), ("incident.timeline", "ref"), ("incident.hold.form", "ref"), ("incident.hold", "ref"), ("incident.hold.lift", "ref")])
        {
            var there = await grace.SendsAsync(grace.Pressing(verb, new System.Text.Json.Nodes.JsonObject { [field] = hers, ["holdReason"] = "mine" }));
            var nowhere = await grace.SendsAsync(grace.Pressing(verb, new System.Text.Json.Nodes.JsonObject { [field] = "INC-2026-9999", ["holdReason"] = "mine" }));
            Assert.Equal(nowhere.Body, there.Body);
        }

        // Opened by her, the other case says nothing of the one about her; opened by Martin it does.
        await grace.PressesAsync("Open the case", on: other);
        grace.Sees("Persimmona").DoesNotSee("Seen before", hers);
        await martin.SaysAsync("cases about grace_private");
        await martin.Chooses("Which case?", other).PressesAsync("Open the case");
        martin.Sees("Persimmona", $"Seen before:** {hers}");
        School.North.NeverHeldOf(hers);
        grace.NeverGot(hers);
    }

    [Fact]
    public async Task The_safeguarding_lead_finds_theirs_and_the_leaders_do_not()
    {
        var (priya, martin, dina) = (School.Teacher(), Martin, School.InChat(Cast.Dina));
        var reference = await priya.ReportsAsync("Kumquatta may be at risk", danger: "A child may be at risk");
        await dina.GetsAsync(reference, "Kumquatta");
        await dina.SaysAsync("cases");
        dina.Sees("1 case.", reference, "Kumquatta");
        await martin.SaysAsync("cases");
        martin.Sees("There are none.").DoesNotSee(reference);
        await martin.SaysAsync("cases about Kumquatta");
        martin.DoesNotSee(reference);
    }

    [Fact]
    public async Task Staff_without_a_role_learn_of_nothing_but_their_own_reports()
    {
        var (priya, tom) = (School.Teacher(), School.Teacher());
        var reference = await priya.ReportsAsync("Kumquatta was rude");
        await tom.SaysAsync("cases");
        tom.Sees("My reports", "You have not reported anything yet.").DoesNotSee(reference, "Open cases");
        await tom.SaysAsync("cases about Kumquatta");
        tom.DoesNotSee(reference, "Cases about");
        await tom.SendsAsync(tom.Pressing("case.list", new System.Text.Json.Nodes.JsonObject { ["filter"] = "Open" }));
        tom.DoesNotSee(reference);
    }

    [Fact]
    public async Task Nothing_is_listed_where_others_read_along()
    {
        await School.Teacher().ReportsAsync("Kumquatta was rude");
        var martin = Martin.In(School.North.NewThread());
        await martin.SaysAsync("cases");
        martin.Sees("Please ask me there.").DoesNotSee("INC-", "Kumquatta");
        await martin.SendsAsync(martin.Pressing("case.list", null));
        martin.Sees("Please ask me there.");
        foreach (var verb in (string[])["incident.timeline", "incident.hold.form"])
        {
            await martin.SendsAsync(martin.Pressing(verb, new System.Text.Json.Nodes.JsonObject { ["ref"] = "INC-2026-0001" }));
            martin.Sees("in your own chat").DoesNotSee("Kumquatta");
        }
    }

    [Fact]
    public async Task An_academy_narrows_the_list_for_whoever_has_several()
    {
        var (priya, ruth) = (School.Teacher(), School.InChat(Cast.Ruth));
        var north = await priya.ReportsAsync("Kumquatta", about: Cast.Helen);
        await ruth.SaysAsync("cases");
        ruth.Sees("Open cases");
        await ruth.Chooses("Academy", "South Academy").PressesAsync("Find");
        ruth.DoesNotSee(north);
    }

    [Fact]
    public async Task The_timeline_says_who_did_what_when_and_keeps_a_confidence()
    {
        var (priya, martin) = (School.Teacher(), Martin);
        var reference = await priya.ReportsAsync("Kumquatta was rude");
        await martin.SaysAsync("cases");
        await martin.PressesAsync("Open the case");
        await martin.PressesAsync("Acknowledge", on: $"{reference}: new report");
        await martin.PressesAsync("Record outcome", on: $"{reference}: acknowledged");
        await martin.RecordsAsync("It was settled by talking", on: reference);
        await martin.PressesAsync("Timeline", on: $"{reference}: closed");
        martin.Sees(
            $"{reference}: timeline", "1. Reported", $"{priya.Member.Name}, Monday 23 November 2026 at 09:30", "2. Acknowledged", "Martin Hughes", "3. Closed",
            "Advice or training given", "It was settled by talking");
        await martin.PressesAsync("Back to the case");
        martin.Sees($"{reference}: closed", "Kumquatta");
    }

    [Fact]
    public async Task The_headteacher_holds_a_case_with_a_reason_and_lifts_the_hold()
    {
        var (priya, martin, grace) = (School.Teacher(), Martin, School.InChat(Cast.Grace));
        var reference = await priya.ReportsAsync("Kumquatta was rude");
        await grace.SaysAsync("cases");
        await grace.PressesAsync("Open the case");
        await grace.PressesAsync("Timeline", on: $"{reference}: new report");
        grace.DoesNotSee("Legal hold");
        await grace.SendsAsync(grace.Pressing("incident.hold", new System.Text.Json.Nodes.JsonObject { ["ref"] = reference, ["holdReason"] = "Because" }));
        grace.Sees("A legal hold is for the chief executive, the data protection officer or the headteacher.");

        await martin.SaysAsync("cases");
        await martin.PressesAsync("Open the case");
        await martin.PressesAsync("Timeline", on: $"{reference}: new report");
        await martin.PressesAsync("Legal hold");
        await martin.PressesAsync("Place the hold");
        martin.Sees("Please say why it must be kept.");
        await martin.Fills("Why must it be kept?", "Inquiry of the local authority").PressesAsync("Place the hold");
        martin.Sees("**Legal hold** by Martin Hughes", "2. Legal hold placed", "Inquiry of the local authority");
        await martin.PressesAsync("Lift the legal hold");
        martin.Sees("3. Legal hold lifted").DoesNotSee("**Legal hold** by");
    }

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
