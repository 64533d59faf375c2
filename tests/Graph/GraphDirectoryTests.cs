using PolicyBot.Bot.Graph;
using PolicyBot.Cases.People;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Fakes.Graph;

namespace PolicyBot.Tests.Graph;

/// <summary>Entra over the wire: groups in pages, people in batches, and nothing by halves.</summary>
public sealed class GraphDirectoryTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_are_read_page_by_page_and_through_groups_in_groups()
    {
        await using var rig = await GraphRig.StartAsync();
        foreach (var name in (string[])["ada", "ben", "cai", "dee", "eve"])
            rig.Add(name, name.ToUpperInvariant());
        rig.Graph.Groups["slt"] = ["ada", "ben", "inner"];
        rig.Graph.Groups["inner"] = ["cai", "dee", "eve"];
        rig.Graph.PageSize = 2;
        var facts = await rig.Get<GraphDirectory>().ReadAsync(["slt"], [], Ended);
        Assert.Equal(["ada", "ben", "cai", "dee", "eve"], facts!.Groups["slt"].Order(StringComparer.Ordinal));
        Assert.Equal("EVE", facts.People["eve"].Name);
        Assert.Equal(3, rig.Graph.Requests.Count);
    }

    [Fact]
    public async Task Forty_five_people_and_their_managers_take_six_batches()
    {
        await using var rig = await GraphRig.StartAsync();
        var ids = Enumerable.Range(0, 45).Select(number => $"p{number:00}").ToImmutableArray();
        foreach (var id in ids)
            rig.Graph.People[id] = new GraphPerson(id, id) { Manager = id == "p00" ? null : "p00" };
        var facts = await rig.Get<GraphDirectory>().ReadAsync([], ids, Ended);
        Assert.Equal((45, "p00", null), (facts!.People.Count, facts.People["p44"].Manager, facts.People["p00"].Manager));
        Assert.Equal(90, rig.Graph.Requests.Count);
    }

    [Fact]
    public async Task What_was_throttled_in_a_batch_is_asked_for_again_and_the_rest_is_not()
    {
        await using var rig = await GraphRig.StartAsync();
        rig.Add("ada", "Ada");
        rig.Add("ben", "Ben");
        var times = 0;
        rig.Graph.Misbehave = call => call is { Segments: ["users", "ben"] } && ++times <= 2 ? Fault.Throttled(7) : null;
        var waits = rig.Time.BeginsToWaitAsync(TimeSpan.FromSeconds(7));
        var reading = rig.Get<GraphDirectory>().LookUpAsync(["ada", "ben"], Ended);
        await waits;
        waits = rig.Time.BeginsToWaitAsync(TimeSpan.FromSeconds(7));
        rig.Time.Advance(TimeSpan.FromSeconds(7));
        await waits;
        rig.Time.Advance(TimeSpan.FromSeconds(7));
        Assert.All(await reading, entry => Assert.Equal(DirectoryStanding.Here, entry.Standing));
        Assert.Equal((1, 3), (rig.Graph.Requests.Count(call => call.Path.EndsWith("/ada", StringComparison.Ordinal)), rig.Graph.Requests.Count(call => call.Path.EndsWith("/ben", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task One_part_that_fails_leaves_nothing_to_decide_by()
    {
        await using var rig = await GraphRig.StartAsync();
        rig.Add("ada", "Ada");
        rig.Add("ben", "Ben");
        rig.Graph.Misbehave = call => call is { Segments: ["users", "ben", "manager"] } ? Fault.Coded(503, "serviceNotAvailable") : null;
        Assert.Null(await rig.Get<GraphDirectory>().ReadAsync([], ["ada", "ben"], Ended));
    }

    [Fact]
    public async Task Somebody_may_be_here_leaving_switched_off_gone_or_not_to_be_confirmed()
    {
        await using var rig = await GraphRig.StartAsync(new KeyValuePair<string, string?>("Graph:LeaveDates", "true"));
        rig.Graph.Granted.Add("User-LifeCycleInfo.Read.All");
        rig.Add("ada", "Ada");
        rig.Graph.People["ben"] = new GraphPerson("ben", "Ben") { LeavesAt = new DateTimeOffset(2026, 12, 18, 0, 0, 0, TimeSpan.Zero) };
        rig.Graph.People["cai"] = new GraphPerson("cai", "Cai") { Enabled = false };
        rig.Graph.People["eve"] = new GraphPerson("eve", "Eve") { LeavesAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) };
        rig.Add("fay", "Fay");
        rig.Graph.Misbehave = call => call is { Segments: ["users", "fay"] } ? Fault.Coded(500, "generalException") : null;
        Assert.Equal(
            [
                new("ada", DirectoryStanding.Here, null), new("ben", DirectoryStanding.Leaving, new DateOnly(2026, 12, 18)), new("cai", DirectoryStanding.Disabled, null),
                new("dee", DirectoryStanding.Gone, null), new("eve", DirectoryStanding.Gone, new DateOnly(2026, 11, 1)), new DirectoryEntry("fay", DirectoryStanding.CannotConfirm, null),
            ],
            await rig.Get<GraphDirectory>().LookUpAsync(["ada", "ben", "cai", "dee", "eve", "fay"], Ended));
    }

    [Fact]
    public async Task Without_the_right_to_read_dates_it_is_seen_who_has_gone_and_of_nobody_that_they_stay()
    {
        await using var rig = await GraphRig.StartAsync(new KeyValuePair<string, string?>("Graph:LeaveDates", "true"));
        rig.Add("ada", "Ada");
        rig.Graph.People["cai"] = new GraphPerson("cai", "Cai") { Enabled = false };
        Assert.Equal(
            [new("ada", DirectoryStanding.CannotConfirm, null), new("cai", DirectoryStanding.Disabled, null), new DirectoryEntry("dee", DirectoryStanding.Gone, null)],
            await rig.Get<GraphDirectory>().LookUpAsync(["ada", "cai", "dee"], Ended));
        Assert.Contains(rig.Log.Lines, line => line.Contains("User-LifeCycleInfo.Read.All", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("User.Read.All")]
    [InlineData("GroupMember.Read.All")]
    public async Task Without_either_permission_nothing_is_known(string permission)
    {
        await using var rig = await GraphRig.StartAsync();
        rig.Add("ada", "Ada");
        rig.Graph.Groups["slt"] = ["ada"];
        rig.Graph.Granted.Remove(permission);
        Assert.Null(await rig.Get<GraphDirectory>().ReadAsync(["slt"], ["ada"], Ended));
        Assert.Null(await rig.Get<GraphDirectory>().IsMemberAsync("ada", "slt", Ended));
    }

    [Fact]
    public async Task Membership_of_somebody_new_is_asked_of_the_directory_itself()
    {
        await using var rig = await GraphRig.StartAsync();
        rig.Add("ada", "Ada");
        rig.Graph.Groups["staff"] = ["ada"];
        Assert.True(await rig.Get<GraphDirectory>().IsMemberAsync("ada", "staff", Ended));
        Assert.False(await rig.Get<GraphDirectory>().IsMemberAsync("nobody", "staff", Ended));
    }
}
