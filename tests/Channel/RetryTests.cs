using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Delivery;
using PolicyBot.Cases.Outbox;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Channel;

/// <summary>Which failures may be sent again, when, and how often.</summary>
public sealed class RetryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact(DisplayName = "REST-05 A throttled send waits at least as long as it is told, in seconds or until a date")]
    public async Task Throttling_is_obeyed()
    {
        await using var rig = await ChannelRig.StartAsync();
        var policy = new RetryPolicy(new DeliveryOptions());
        foreach (var fault in (Fault[])[Fault.Throttled(37), Fault.ThrottledUntil(rig.Time.GetUtcNow().AddSeconds(37))])
        {
            rig.Teams.Misbehave = _ => fault;
            var retry = Assert.IsType<ConnectorResult.Retry>(await rig.SendAsync());
            Assert.Equal(new ConnectorResult.Retry(TimeSpan.FromSeconds(37), "Throttled"), retry);
            Assert.Equal(Now.AddSeconds(37), policy.NextDue(1, retry, 0.99, Now));
        }

        rig.Teams.Misbehave = _ => Fault.ThrottledUntil(rig.Time.GetUtcNow().AddSeconds(-5));
        Assert.Equal(new ConnectorResult.Retry(TimeSpan.Zero, "Throttled"), await rig.SendAsync());
    }

    [Fact(DisplayName = "REST-05 While one thread is throttled, others go on")]
    public async Task Other_threads_go_on()
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.Misbehave = call => call.ConversationId == "a:busy" ? Fault.Throttled(30) : null;
        Assert.IsType<ConnectorResult.Retry>(await rig.SendAsync(ChannelRig.Personal with { ConversationId = "a:busy" }));
        Assert.IsType<ConnectorResult.Delivered>(await rig.SendAsync());
    }

    [Theory(DisplayName = "REST-06 A gateway fault leaves a send in doubt; what can be repeated safely is simply retried")]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Gateway_faults_are_told_apart_by_call(int status)
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.Misbehave = _ => Fault.Gateway(status);
        var token = TestContext.Current.CancellationToken;
        Assert.Equal(new ConnectorResult.Ambiguous($"Http{status}"), await rig.SendAsync());
        Assert.IsType<ConnectorResult.Ambiguous>(await rig.Connector.CreateChannelThreadAsync(
            ChannelRig.ServiceUrl, ChannelRig.Personal.BotId, ChannelRig.Tenant, ChannelRig.Channel, ChannelRig.Hello, token));

        Assert.IsType<ConnectorResult.Retry>(await rig.Connector.UpdateAsync(ChannelRig.Personal, "17", ChannelRig.Hello, token));
        Assert.IsType<ConnectorResult.Retry>(await rig.Connector.DeleteAsync(ChannelRig.Personal, "17", token));
        Assert.IsType<ConnectorResult.Retry>(await rig.Connector.GetMembersAsync(ChannelRig.Personal, token));
        Assert.IsType<ConnectorResult.Retry>(await rig.Connector.CreatePersonalAsync(
            ChannelRig.ServiceUrl, ChannelRig.Personal.BotId, ChannelRig.Tenant, "29:anna", token));
    }

    [Fact(DisplayName = "REST-06 A conflict was not accepted and is retried")]
    public async Task A_conflict_is_retried()
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.Misbehave = _ => Fault.Conflict();
        Assert.Equal(new ConnectorResult.Retry(null, "PreconditionFailed"), await rig.SendAsync());
    }

    [Theory(DisplayName = "REST-06 400, 403, 404, 413 and 501 are never retried")]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(501)]
    public async Task Refusals_are_final(int status)
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.Misbehave = _ => Fault.Coded(status, "Whatever");
        var result = await rig.SendAsync();
        Assert.Equal(status, Assert.IsType<ConnectorResult.Refused>(result).Status);
        Assert.IsType<Settlement.Parked>(Settled(DeliveryKind.ChannelPost, doubts: 0, result));
        Assert.Single(rig.Teams.Calls);
    }

    [Theory(DisplayName = "REST-06 No answer in time leaves a send in doubt, whether or not it arrived")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silence_is_ambiguous(bool accepted)
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.Misbehave = _ => Fault.Silence(accepted);
        var sending = rig.SendAsync();
        await rig.Teams.WaitForAsync(teams => teams.Calls.Count == 1 && teams.AllMessages.Count == (accepted ? 1 : 0), TestContext.Current.CancellationToken);
        Assert.False(sending.IsCompleted);
        rig.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(new ConnectorResult.Ambiguous("TimeOut"), await sending);
    }

    [Theory(DisplayName = "REST-06 A connection that breaks off leaves a send in doubt, whether or not it arrived")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reset_is_ambiguous(bool accepted)
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.Misbehave = _ => Fault.Reset(accepted);
        Assert.Equal(new ConnectorResult.Ambiguous("ConnectionLost"), await rig.SendAsync());
        Assert.Equal(accepted ? 1 : 0, rig.Teams.AllMessages.Count);
    }

    [Fact(DisplayName = "REST-06 A Connector that cannot be reached got nothing, so the send is retried")]
    public async Task An_unreachable_connector_is_no_doubt()
    {
        await using var rig = await ChannelRig.StartAsync();
        var nobody = await FakeServer.StartAsync(_ => Task.CompletedTask);
        var address = nobody.Address;
        await nobody.DisposeAsync();
        rig.World.Map(FakeConnector.Host, address);
        Assert.Equal(new ConnectorResult.Retry(null, "Unreachable"), await rig.SendAsync());
    }

    [Fact(DisplayName = "REST-06 A caller that stops gets a cancellation, not a result")]
    public async Task Stopping_is_not_a_result()
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.Misbehave = _ => Fault.Silence();
        using var stop = new CancellationTokenSource();
        var sending = rig.Connector.SendAsync(ChannelRig.Personal, ChannelRig.Hello, stop.Token);
        await rig.Teams.WaitForAsync(teams => teams.Calls.Count == 1, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact(DisplayName = "REST-06 InvalidBotApiHost is tried once on the corrected host")]
    public async Task The_wrong_cloud_host_is_corrected_once()
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.Misbehave = call => call.Number == 1 ? Fault.Coded(403, "InvalidBotApiHost") : null;
        Assert.IsType<ConnectorResult.Delivered>(await rig.SendAsync());
        Assert.Equal([FakeConnector.Host, Cloud.GccHost], rig.World.Asked.Where(url => url.Host != FakeTokenEndpoint.Host).Select(url => url.Host));

        rig.Teams.Misbehave = _ => Fault.Coded(403, "InvalidBotApiHost");
        Assert.Equal("InvalidBotApiHost", Assert.IsType<ConnectorResult.Refused>(await rig.SendAsync()).Code);
        Assert.Equal(4, rig.Teams.Calls.Count);
    }

    [Fact(DisplayName = "REST-06 Waits double from two seconds to twenty, are spread, and end")]
    public void Backoff_doubles_spreads_and_ends()
    {
        var policy = new RetryPolicy(new DeliveryOptions { LongestWait = TimeSpan.FromSeconds(20), Attempts = 8 });
        var retry = new ConnectorResult.Retry(null, "Throttled");
        var longest = Enumerable.Range(1, 8).Select(attempt => policy.NextDue(attempt, retry, 1, Now) - Now);
        var shortest = Enumerable.Range(1, 8).Select(attempt => policy.NextDue(attempt, retry, 0, Now) - Now);
        Assert.Equal([2, 4, 8, 16, 20, 20, 20, null], longest.Select(wait => wait?.TotalSeconds));
        Assert.Equal([1, 2, 4, 8, 10, 10, 10, null], shortest.Select(wait => wait?.TotalSeconds));
        Assert.NotNull(new RetryPolicy(new DeliveryOptions { Attempts = int.MaxValue }).NextDue(1_000_000, retry, 1, Now));
    }

    [Fact(DisplayName = "REST-06 As configured out of the box, a Connector that is away for a weekend loses nothing")]
    public void A_weekend_is_outlasted()
    {
        var options = new DeliveryOptions();
        var policy = new RetryPolicy(options);
        var away = new ConnectorResult.Retry(null, "Unreachable");
        var at = Now;
        for (var attempt = 1; policy.NextDue(attempt, away, 0.5, at) is { } next; attempt++)
            at = next;
        Assert.InRange(at - Now, TimeSpan.FromDays(3), TimeSpan.FromDays(4));
    }

    [Fact(DisplayName = "REST-06 What may have arrived is repeated a few times, a chat answer once; what arrived, never")]
    public void Doubtful_sends_are_repeated_sparingly()
    {
        var doubt = new ConnectorResult.Ambiguous("TimeOut");
        var repeated = new Settlement.Ambiguous(Now.AddSeconds(30), "TimeOut");
        Assert.Equal(repeated, Settled(DeliveryKind.ChannelPost, doubts: 7, doubt));
        Assert.Equal(new Settlement.Parked("TimeOut"), Settled(DeliveryKind.ChannelPost, doubts: 8, doubt));
        Assert.Equal(repeated, Settled(DeliveryKind.Reply, doubts: 0, doubt));
        Assert.Equal(new Settlement.Parked("TimeOut"), Settled(DeliveryKind.Reply, doubts: 1, doubt));
        Assert.IsType<Settlement.Delivered>(Settled(DeliveryKind.Reply, doubts: 0, new ConnectorResult.Delivered("17")));
    }

    private static Settlement Settled(DeliveryKind kind, int doubts, ConnectorResult result) =>
        new SettlementRules(new DeliveryOptions()).Of(
            new ClaimedDelivery(new Cases.Outbox.Delivery("key", kind, "19:channel", "{}"), Attempts: 1, doubts), new Carried(result, ChannelRig.Personal), Now);
}
