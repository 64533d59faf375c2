using PolicyBot.Bot.Graph;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Graph;

/// <summary>One call to Graph, with everything that can become of it.</summary>
public sealed class GraphGateTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_carries_the_bots_token_and_brings_what_was_asked_for()
    {
        await using var rig = await GraphRig.StartAsync();
        rig.Add("ada", "Ada");
        Assert.Equal("Ada", (await NameAsync(rig)).Value);
        Assert.Equal("graph-secret", Assert.Single(rig.Graph.TokenRequests)["client_secret"]);
    }

    [Theory]
    [InlineData(401, GraphFaultKind.Denied)]
    [InlineData(403, GraphFaultKind.Denied)]
    [InlineData(404, GraphFaultKind.Missing)]
    [InlineData(409, GraphFaultKind.Conflict)]
    [InlineData(412, GraphFaultKind.Stale)]
    [InlineData(423, GraphFaultKind.Throttled)]
    [InlineData(429, GraphFaultKind.Throttled)]
    [InlineData(400, GraphFaultKind.Refused)]
    [InlineData(500, GraphFaultKind.Unknown)]
    [InlineData(503, GraphFaultKind.Unknown)]
    [InlineData(504, GraphFaultKind.Unknown)]
    public async Task Each_refusal_has_a_meaning_and_is_asked_for_once(int status, object kind)
    {
        await using var rig = await GraphRig.StartAsync();
        rig.Graph.Misbehave = _ => Fault.Coded(status, "madeUp");
        var fault = (await NameAsync(rig)).Fault!;
        Assert.Equal(((GraphFaultKind)kind, status, "madeUp"), (fault.Kind, fault.Status, fault.Code));
        Assert.Single(rig.Graph.Requests);
    }

    [Fact]
    public async Task A_wait_in_seconds_and_one_until_a_date_are_both_kept()
    {
        await using var rig = await GraphRig.StartAsync();
        rig.Add("ada", "Ada");
        rig.Graph.Misbehave = call => call.Number == 1 ? Fault.Throttled(30) : call.Number == 2 ? Fault.ThrottledUntil(rig.Time.GetUtcNow().AddSeconds(90)) : null;
        Assert.Equal(TimeSpan.FromSeconds(30), (await NameAsync(rig)).Fault!.After);
        Assert.Equal("Pace", (await NameAsync(rig)).Fault!.Code);
        Assert.Single(rig.Graph.Requests);

        rig.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.FromSeconds(90), (await NameAsync(rig)).Fault!.After);
        rig.Time.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal("Ada", (await NameAsync(rig)).Value);
    }

    [Fact]
    public async Task Silence_and_a_cut_connection_leave_it_unknown_whether_it_was_done()
    {
        await using var rig = await GraphRig.StartAsync();
        rig.Graph.Misbehave = _ => Fault.Reset();
        Assert.Equal(GraphFaultKind.Unknown, (await NameAsync(rig)).Fault!.Kind);

        rig.Graph.Misbehave = _ => Fault.Silence();
        var waiting = NameAsync(rig);
        await rig.Graph.WaitForAsync(graph => graph.Requests.Count == 2, Ended);
        rig.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(("TimeOut", GraphFaultKind.Unknown), ((await waiting).Fault!.Code, (await waiting).Fault!.Kind));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        await using var rig = await GraphRig.StartAsync();
        rig.Graph.TokenError = "invalid_client";
        Assert.Equal((GraphFaultKind.NotSent, "NoToken"), ((await NameAsync(rig)).Fault!.Kind, (await NameAsync(rig)).Fault!.Code));
        Assert.Empty(rig.Graph.Requests);
    }

    [Fact]
    public async Task What_Graph_says_of_a_refusal_never_reaches_the_log()
    {
        await using var rig = await GraphRig.StartAsync();
        rig.Graph.Misbehave = _ => new Fault { Status = 400, Body = """{"error":{"code":"BadRequest","message":"canary-in-a-message"}}""" };
        await NameAsync(rig);
        Assert.DoesNotContain(rig.Log.Lines, line => line.Contains("canary", StringComparison.Ordinal));
    }

    private static Task<GraphAnswer<string?>> NameAsync(GraphRig rig) => rig.Gate.CallAsync(
        GraphResource.Directory,
        async (client, token) => (await client.Users["ada"].GetAsync(request => request.QueryParameters.Select = ["id", "displayName"], token))?.DisplayName,
        Ended);
}
