using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Cases.Records;
using PolicyBot.Dialogs;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes.Graph;

namespace PolicyBot.Tests.Conversations;

/// <summary>
/// An administrator takes one permission of Graph away after the other: the doctor names that one, people do what can still be done and read what cannot, and with the permission back
/// nothing is missing.
/// </summary>
public sealed class PermissionTests
{
    private const int Longest = 2 * 60 * 1000;
    private const string Canary = "Quincewort";
    private const string FeedLines = "TeamsActivity.Send.User";
    private const string LeaveDates = "User-LifeCycleInfo.Read.All";
    private const string Record = "Lists.SelectedOperations.Selected";

    [Theory(Timeout = Longest)]
    [InlineData("User.Read.All")]
    [InlineData("GroupMember.Read.All")]
    public async Task Without_knowing_who_people_are_everybody_is_asked_to_try_again_and_nothing_that_was_typed_is_lost(string permission)
    {
        await using var tenant = await OpenAsync();
        var school = tenant.School;
        var (priya, tom, amy, martin) = (school.Teacher(), school.Teacher(), school.Teacher(), Martin(tenant));
        var earlier = await tom.ReportsAsync("Somebody was rude");
        await school.North.ShowsAsync(earlier);
        await priya.ReachesReviewAsync($"{Canary} was said");
        await LosesAsync(tenant, permission);

        await priya.PressesAsync("Submit");
        priya.Sees(MeetUnconfirmed.Sentence);
        await martin.PressesAsync("Acknowledge", on: earlier);
        martin.Sees(MeetUnconfirmed.Sentence);
        await amy.SaysAsync("Can I follow a former pupil on Instagram?");
        amy.Sees("Please try again in a few minutes", "999");
        Assert.Equal([permission], await NamedAsync(tenant));
        Assert.Contains("nobody is let do anything", await ReadyAsync(tenant, "graph"), StringComparison.Ordinal);

        tenant.Graph.Granted.Add(permission);
        await school.PassAsync(TimeSpan.FromMinutes(1));
        await priya.PressesAsync("Submit");
        priya.Sees("Your report is saved");
        await school.North.ShowsAsync(priya.Reference, Canary);
        await martin.AcknowledgesAsync(earlier);
        await amy.SaysAsync("Can I follow a former pupil on Instagram?");
        amy.Sees("Personal use › Students");
        Assert.Empty(await NamedAsync(tenant));
    }

    [Theory(Timeout = Longest)]
    [InlineData(FeedLines)]
    [InlineData(LeaveDates)]
    [InlineData(Record)]
    public async Task Without_any_other_a_report_is_sent_in_and_decided_and_a_question_is_answered(string permission)
    {
        await using var tenant = await OpenAsync();
        await LosesAsync(tenant, permission);
        var (priya, tom) = (tenant.School.Teacher(), tenant.School.Teacher());
        await IsDecidedAsync(tenant, priya);
        await tom.SaysAsync("Can I follow a former pupil on Instagram?");
        tom.Sees("Personal use › Students");
        Assert.Equal([permission], await NamedAsync(tenant));
        Assert.Equal("ready", await ReadyAsync(tenant, "status"));
    }

    [Fact(Timeout = Longest)]
    public async Task Lines_in_the_feed_are_put_aside_and_an_administrator_sends_them_again()
    {
        await using var tenant = await OpenAsync();
        await LosesAsync(tenant, FeedLines);
        var reference = await IsDecidedAsync(tenant, tenant.School.Teacher());
        Assert.Empty(tenant.Graph.Notifications);
        await UntilAsync(tenant, async () => await ParkedAsync(tenant) >= 2 && await WaitingAsync(tenant) == 0);

        tenant.Graph.Granted.Add(FeedLines);
        using var said = new StringWriter();
        Assert.Equal(0, await OutboxCommand.RunAsync(["--resend-all"], Settings(tenant), tenant.School.Clock, said, said));
        await UntilAsync(tenant, async () => await WaitingAsync(tenant) == 0);
        Assert.Equal(0, await ParkedAsync(tenant));
        foreach (var leader in (Member[])[Cast.Martin, Cast.Grace])
            Assert.Equal(reference, Assert.Single(tenant.Graph.FeedOf(leader.DirectoryId!)).Reference);
    }

    [Fact(Timeout = Longest)]
    public async Task Outcomes_wait_and_are_recorded_within_the_hour_after_the_permission_is_back()
    {
        await using var tenant = await OpenAsync();
        await LosesAsync(tenant, Record);
        var reference = await IsDecidedAsync(tenant, tenant.School.Teacher());
        await UntilAsync(tenant, async () => await ParkedAsync(tenant) == 1);
        var list = tenant.Graph.Sites[0].List(RecordLists.Incidents);
        Assert.Empty(list.Items);

        tenant.Graph.Granted.Add(Record);
        await tenant.School.PassAsync(TimeSpan.FromMinutes(61));
        await UntilAsync(tenant, () => Task.FromResult(list.Items.Count > 0));
        Assert.Equal((reference, "Closed"), (Assert.Single(list.Items).Text("CaseKey"), list.Items[0].Text("CaseStatus")));
        await UntilAsync(tenant, async () => await ParkedAsync(tenant) + await WaitingAsync(tenant) == 0);
    }

    [Fact(Timeout = Longest)]
    public async Task Whoever_is_switched_off_is_noticed_all_the_same_and_a_last_day_once_it_may_be_read()
    {
        await using var tenant = await OpenAsync();
        var (school, sam) = (tenant.School, tenant.School.InChat(Cast.Sam));
        var (priya, tom) = (school.Teacher(), school.Teacher());
        var (priyas, toms) = (await sam.AddsAccountAsync("priyas", priya.Member), await sam.AddsAccountAsync("toms", tom.Member));
        tenant.Graph.Granted.Remove(LeaveDates);
        Change(tenant, priya, person => person with { Enabled = false });
        Change(tenant, tom, person => person with { LeavesAt = new DateTimeOffset(2026, 12, 18, 0, 0, 0, TimeSpan.Zero) });
        await school.PassAsync(TimeSpan.FromMinutes(1));
        await sam.GetsAsync("An account needs somebody new", priyas);
        Assert.Empty((await school.AccountAsync(toms)).Leavers);

        tenant.Graph.Granted.Add(LeaveDates);
        await school.PassAsync(TimeSpan.FromDays(1));
        await sam.GetsAsync("An account needs somebody new", toms, "18 December 2026");
        Assert.Equal(2, sam.MessagesSaying("An account needs somebody new"));
    }

    private static async Task<DirectorySchool> OpenAsync()
    {
        var tenant = new DirectorySchool { Whole = true };
        await tenant.InitializeAsync();
        return tenant;
    }

    /// <summary>The permission is taken away, and what was read by it has grown old.</summary>
    private static async Task LosesAsync(DirectorySchool tenant, string permission)
    {
        Assert.Empty(await NamedAsync(tenant));
        Assert.True(tenant.Graph.Granted.Remove(permission));
        await tenant.School.PassAsync(TimeSpan.FromMinutes(6));
    }

    /// <summary>A report is sent in, acknowledged and closed, and its reporter hears of both.</summary>
    private static async Task<string> IsDecidedAsync(DirectorySchool tenant, Participant reporter)
    {
        var (north, martin) = (tenant.School.North, Martin(tenant));
        var reference = await reporter.ReportsAsync($"{Canary} was said");
        await north.ShowsAsync(reference, Canary);
        await martin.AcknowledgesAsync(reference);
        await reporter.GetsAsync(reference, "Martin Hughes");
        await martin.PressesAsync("Record outcome", on: reference);
        await martin.RecordsAsync("They were talked to", on: reference);
        await north.ShowsAsync($"{reference}: closed");
        await reporter.GetsAsync("Your report is finished", reference);
        return reference;
    }

    /// <summary>The permissions that the doctor names; it must find nothing else wrong.</summary>
    private static async Task<List<string>> NamedAsync(DirectorySchool tenant)
    {
        using StringWriter output = new(), errors = new();
        await Doctor.RunAsync(["--json"], Settings(tenant), output, errors);
        return
        [
            .. JsonElement.Parse(output.ToString()).EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() == "Failure").Select(finding => finding.GetProperty("tried").GetString()!)
                .Select(tried => tried.StartsWith("Permission ", StringComparison.Ordinal) ? tried["Permission ".Length..tried.IndexOf(',', StringComparison.Ordinal)] : tried),
        ];
    }

    private static async Task<string> ReadyAsync(DirectorySchool tenant, string part) => (await ReadyAsync(tenant))[part]!.GetValue<string>();

    private static async Task<int> ParkedAsync(DirectorySchool tenant) => (await ReadyAsync(tenant))["outbox"]!["parked"]!.GetValue<int>();

    private static async Task<int> WaitingAsync(DirectorySchool tenant) => (await ReadyAsync(tenant))["outbox"]!["waitingForGraph"]!.GetValue<int>();

    private static async Task<JsonNode> ReadyAsync(DirectorySchool tenant)
    {
        using var answer = await tenant.School.Bot.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task UntilAsync(DirectorySchool tenant, Func<Task<bool>> isSo)
    {
        while (!await isSo())
            await tenant.School.PassAsync(TimeSpan.FromSeconds(1));
    }

    private static void Change(DirectorySchool tenant, Participant who, Func<GraphPerson, GraphPerson> change)
    {
        var id = who.Member.DirectoryId!;
        tenant.Graph.Change(() => tenant.Graph.People[id] = change(tenant.Graph.People[id]));
    }

    private static IConfiguration Settings(DirectorySchool tenant) => tenant.School.Bot.Get<IConfiguration>();

    private static Participant Martin(DirectorySchool tenant) => tenant.School.InChat(Cast.Martin).In(tenant.School.North.Place);
}
