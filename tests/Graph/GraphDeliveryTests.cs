using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Delivery;
using PolicyBot.Bot.Graph;
using PolicyBot.Bot.Turn;
using PolicyBot.Cases;
using PolicyBot.Cases.Outbox;
using PolicyBot.Dialogs;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Graph;

/// <summary>Deliveries for Graph, with the worker's rounds made by hand: what waits, in which order it goes, and when nothing is even tried.</summary>
public sealed class GraphDeliveryTests
{
    private static readonly string[] People = ["ada", "ben", "cai"];

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_day_without_Graph_is_a_backlog_that_drains_in_order_and_without_repeats(Engine engine)
    {
        await using var outbox = await OpenAsync(engine);
        outbox.Rig.Graph.Misbehave = call => (call.Number % 4) switch
        {
            0 => Fault.Reset(),
            1 => Fault.Coded(503, "serviceNotAvailable"),
            2 => Fault.Throttled(120),
            _ => Fault.ThrottledUntil(outbox.Rig.Time.GetUtcNow().AddMinutes(3)),
        };
        for (var version = 1; version <= 4; version++)
            await outbox.QueueAsync(version, People);
        for (var minutes = 0; minutes < 24 * 60; minutes += 30)
        {
            await outbox.RoundAsync();
            outbox.Rig.Time.Advance(TimeSpan.FromMinutes(30));
        }
        Assert.Empty(outbox.Rig.Graph.Notifications);

        outbox.Rig.Graph.Misbehave = _ => null;
        outbox.Rig.Time.Advance(TimeSpan.FromHours(1)); // what was in doubt again and again waits that long
        for (var seconds = 0; seconds < 600 && await outbox.WaitingAsync() > 0; seconds += 2)
        {
            outbox.Rig.Time.Advance(TimeSpan.FromSeconds(2));
            await outbox.RoundAsync();
        }
        Assert.Equal(12, outbox.Rig.Graph.Notifications.Count);
        foreach (var person in People)
            Assert.Equal(
                Enumerable.Range(1, 4).Select(version => TypeOf(version)),
                outbox.Rig.Graph.Notifications.Where(one => one.PersonId == person).Select(one => one.Type));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_Graph_wants_to_be_left_alone_nothing_is_taken_and_nothing_is_sent(bool asDate)
    {
        await using var outbox = await OpenAsync(Engine.Sqlite);
        outbox.Rig.Graph.Misbehave = _ => asDate ? Fault.ThrottledUntil(outbox.Rig.Time.GetUtcNow().AddSeconds(90)) : Fault.Throttled(90);
        await outbox.QueueAsync(1, "ada");
        await outbox.RoundAsync();
        Assert.Single(outbox.Rig.Graph.Requests);
        outbox.Rig.Graph.Misbehave = _ => null;
        await outbox.QueueAsync(1, "ben");
        for (var seconds = 0; seconds < 88; seconds += 4)
        {
            outbox.Rig.Time.Advance(TimeSpan.FromSeconds(4));
            await outbox.RoundAsync();
        }
        Assert.Single(outbox.Rig.Graph.Requests);
        outbox.Rig.Time.Advance(TimeSpan.FromSeconds(10));
        await outbox.RoundAsync();
        Assert.Equal(2, outbox.Rig.Graph.Notifications.Count);
    }

    [Fact]
    public async Task Never_more_than_four_a_second()
    {
        await using var outbox = await OpenAsync(Engine.Sqlite);
        for (var version = 1; version <= 4; version++)
            await outbox.QueueAsync(version, People);
        var sent = new List<int>();
        while (await outbox.WaitingAsync() > 0)
        {
            var before = outbox.Rig.Graph.Requests.Count;
            await outbox.RoundAsync();
            sent.Add(outbox.Rig.Graph.Requests.Count - before);
            outbox.Rig.Time.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.All(sent, number => Assert.InRange(number, 0, 4));
        Assert.Equal(12, outbox.Rig.Graph.Notifications.Count);
    }

    [Theory]
    [InlineData(403, false)]
    [InlineData(400, true)]
    [InlineData(409, true)]
    [InlineData(401, false)]
    [InlineData(500, false)]
    public async Task What_waiting_cannot_cure_is_parked_and_the_rest_comes_again(int status, bool parked)
    {
        await using var outbox = await OpenAsync(Engine.Sqlite);
        outbox.Rig.Graph.Misbehave = _ => Fault.Coded(status, "madeUp");
        await outbox.QueueAsync(1, "ada");
        await outbox.RoundAsync();
        Assert.Equal(parked ? 1 : 0, (await outbox.Memory.Store.DeadLetters.AllAsync(Ended)).Length);
        Assert.Equal(parked ? 0 : 1, await outbox.WaitingAsync());
    }

    [Fact]
    public async Task What_is_forbidden_three_times_is_believed()
    {
        await using var outbox = await OpenAsync(Engine.Sqlite);
        outbox.Rig.Graph.Misbehave = call => call.Number <= 2 ? Fault.Coded(403, "Forbidden") : null;
        await outbox.QueueAsync(1, "ada");
        await outbox.RoundsAsync(3);
        Assert.Single(outbox.Rig.Graph.Notifications);

        outbox.Rig.Graph.Misbehave = _ => Fault.Coded(403, "Forbidden");
        await outbox.QueueAsync(1, "ben");
        await outbox.RoundsAsync(6);
        Assert.Equal(6, outbox.Rig.Graph.Requests.Count);
        Assert.Equal("Forbidden", Assert.Single(await outbox.Memory.Store.DeadLetters.AllAsync(Ended)).Reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(504)]
    public async Task A_line_in_doubt_is_shown_again_ever_more_seldom_and_stands_in_the_feed_once(int status)
    {
        await using var outbox = await OpenAsync(Engine.Sqlite);
        outbox.Rig.Graph.Misbehave = _ => status == 0 ? Fault.Reset(accepted: true) : Fault.Gateway(status, accepted: true);
        await outbox.QueueAsync(1, "ada");
        var asked = new List<int>();
        for (var minute = 0; minute < 6 * 60; minute++)
        {
            var before = outbox.Rig.Graph.Requests.Count;
            await outbox.RoundAsync();
            if (outbox.Rig.Graph.Requests.Count > before)
                asked.Add(minute);
            outbox.Rig.Time.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal([0, 1, 3, 11, 43, 103, 163, 223, 283, 343], asked);
        Assert.Single(outbox.Rig.Graph.FeedOf("ada"));

        for (var hour = 0; hour < 48; hour++)
        {
            outbox.Rig.Time.Advance(TimeSpan.FromHours(1));
            await outbox.RoundAsync();
        }
        Assert.Single(await outbox.Memory.Store.DeadLetters.AllAsync(Ended));
    }

    [Theory, OnBoth]
    public async Task What_waits_for_Graph_is_none_of_the_other_workers_business(Engine engine)
    {
        await using var outbox = await OpenAsync(engine);
        for (var version = 1; version <= 4; version++)
            await outbox.QueueAsync(version, People);
        await outbox.Memory.Store.CommitAsync(Storage.Sample.Turn("t", new Delivery("post", DeliveryKind.PersonalPost, "ada", "{}") { Lane = "post" }));
        var due = await outbox.Memory.Store.ClaimAsync(outbox.Rig.Time.GetUtcNow().AddMinutes(1), TimeSpan.Zero, 100, graph: false);
        Assert.Equal("post", Assert.Single(due).Delivery.Key);
    }

    private static string TypeOf(int version) => ActivityFeed.TypeOf((FeedKind)(version - 1));

    private static async Task<GraphOutbox> OpenAsync(Engine engine)
    {
        var rig = await GraphRig.StartAsync();
        foreach (var person in People)
            rig.Add(person, person);
        return new GraphOutbox(rig, await Memory.NewAsync(engine));
    }

    /// <summary>An outbox and whoever carries it to Graph.</summary>
    private sealed class GraphOutbox(GraphRig rig, Memory memory) : IAsyncDisposable
    {
        private readonly GraphCourier courier = new(
            [new ActivityFeed(rig.Gate, memory.Store, rig.Get<IOptions<BotOptions>>())], rig.Get<GraphPace>(), Options.Create(new DeliveryOptions()), rig.Time);

        private int turns;

        public GraphRig Rig => rig;

        public Memory Memory => memory;

        /// <summary>Lines about one case, the same version for each of these people.</summary>
        public async Task QueueAsync(int version, params string[] people) => Assert.IsType<Cases.Storage.CommitResult.Committed>(await memory.Store.CommitAsync(
            Storage.Sample.Turn($"queue-{++turns}", [.. people.Select(person => Consequences.Of(new Send.Notification(person, new CaseReference("INC", 2026, 7), (FeedKind)(version - 1), "card", version)))]) with { At = rig.Time.GetUtcNow() }));

        /// <summary>What a worker does in one look, with four hands.</summary>
        public async Task RoundAsync()
        {
            if (courier.Open is not { IsEmpty: false } kinds)
                return;
            var claimed = await memory.Store.ClaimAsync(rig.Time.GetUtcNow(), TimeSpan.FromSeconds(30), 4, kinds);
            await Task.WhenAll(claimed.Select(async one => await memory.Store.SettleAsync(one.Delivery.Key, await courier.DeliverAsync(one, Ended), rig.Time.GetUtcNow())));
        }

        /// <summary>Looks that are a minute apart.</summary>
        public async Task RoundsAsync(int rounds)
        {
            for (var round = 0; round < rounds; round++)
            {
                await RoundAsync();
                rig.Time.Advance(TimeSpan.FromMinutes(1));
            }
        }

        public async Task<int> WaitingAsync() => (await memory.Store.BacklogAsync(Ended)).WaitingForGraph;

        public async ValueTask DisposeAsync()
        {
            await memory.DisposeAsync();
            await rig.DisposeAsync();
        }
    }
}
