using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>Who takes what out of the outbox, and when.</summary>
public sealed class ClaimTests
{
    private static readonly TimeSpan Reconcile = TimeSpan.FromSeconds(30);

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Each_delivery_is_taken_once_by_however_many_workers(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        foreach (var number in Enumerable.Range(1, 60))
            await memory.Store.CommitAsync(Sample.Opening(number));
        CaseStore[] processes = [memory.Store, memory.Another()];

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => processes[i % 2].ClaimAsync(Sample.Now, Reconcile, 5, graph: true)));

        var taken = claims.SelectMany(claim => claim).Select(claimed => claimed.Delivery.Key).ToList();
        var rest = (await ClaimAsync(memory.Store, Sample.Now)).Select(claimed => claimed.Delivery.Key);
        Assert.All(claims, claim => Assert.InRange(claim.Length, 0, 5));
        Assert.Equal(Enumerable.Range(1, 60).Select(Sample.Card).Order(StringComparer.Ordinal), taken.Concat(rest).Order(StringComparer.Ordinal));
    }

    [Theory, OnBoth]
    public async Task It_is_taken_as_it_was_stored(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("turn", Sample.Update(1, 3) with { Activity = "message-1" }));

        Assert.Equal(new ClaimedDelivery(Sample.Update(1, 3) with { Activity = "message-1" }, 1, 0), Assert.Single(await ClaimAsync(memory.Store, Sample.Now)));
    }

    [Theory, OnBoth]
    public async Task An_answer_is_in_its_turns_own_hands_first(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("turn", Sample.Reply("turn/0")));

        Assert.Empty(await ClaimAsync(memory.Store, Sample.Now.AddSeconds(59)));
    }

    [Theory, OnBoth]
    public async Task What_was_given_up_while_somebody_came_back_goes_out_all_the_same(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var gone = new Conversation("a:priya", "tenant", ConversationKind.Personal, Sample.Priya.Id, "there", Active: false, ConversationState.Fresh, 0);
        var told = new Delivery("told", DeliveryKind.PersonalPost, Sample.Priya.Id, "{}") { Lane = "told" };
        await memory.Store.CommitAsync(Sample.Turn("removed", told) with { Conversation = gone });
        await ClaimAsync(memory.Store, Sample.Now); // under way: it has found that they removed the bot, and not yet written that down

        await memory.Store.CommitAsync(Sample.Turn("back") with { Conversation = gone with { Active = true, Version = 1 }, Reachable = true });
        await memory.Store.SettleAsync("told", new Settlement.Parked(Settlement.RemovedFromConversation), Sample.Now);

        Assert.Equal("told", Assert.Single(await ClaimAsync(memory.Store, Sample.Now)).Delivery.Key);
    }

    [Theory, OnBoth]
    public async Task A_cards_update_waits_until_the_card_is_there(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("turn", Sample.Update(1, 2), Sample.Post(1)));

        Assert.Equal(Sample.Card(1), Assert.Single(await ClaimAsync(memory.Store, Sample.Now)).Delivery.Key);
        Assert.Empty(await ClaimAsync(memory.Store, Sample.Now));
        await memory.Store.SettleAsync(Sample.Card(1), new Settlement.Later(Sample.Now.AddSeconds(5), "Throttled"), Sample.Now);
        Assert.Empty(await ClaimAsync(memory.Store, Sample.Now.AddSeconds(4)));
        Assert.Equal(2, Assert.Single(await ClaimAsync(memory.Store, Sample.Now.AddSeconds(5))).Attempts);

        await memory.Store.SettleAsync(Sample.Card(1), new Settlement.Delivered(Sample.Posted(1, "m1")), Sample.Now);
        Assert.Equal($"{Sample.Card(1)}/2", Assert.Single(await ClaimAsync(memory.Store, Sample.Now)).Delivery.Key);
        Assert.Equal(Sample.Posted(1, "m1"), await memory.Store.FindPostedCardAsync(Sample.Card(1), Ended));
    }

    [Theory, OnBoth]
    public async Task What_is_parked_does_not_hold_up_what_follows(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("turn", Sample.Post(1), Sample.Update(1, 2)));
        await ClaimAsync(memory.Store, Sample.Now);

        await memory.Store.SettleAsync(Sample.Card(1), new Settlement.Parked("MessageSizeTooBig"), Sample.Now);

        Assert.Equal($"{Sample.Card(1)}/2", Assert.Single(await ClaimAsync(memory.Store, Sample.Now.AddDays(1))).Delivery.Key);
    }

    [Theory, OnBoth]
    public async Task Of_several_faces_of_a_card_only_the_latest_is_sent(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("acknowledged", Sample.Update(1, 2)));
        await memory.Store.CommitAsync(Sample.Turn("closed", Sample.Update(1, 3)));

        Assert.Equal($"{Sample.Card(1)}/3", Assert.Single(await ClaimAsync(memory.Store, Sample.Now)).Delivery.Key);
    }

    [Theory, OnBoth]
    public async Task When_a_worker_dies_an_update_is_due_again_and_a_post_waits_for_a_sign_first(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("turn", Sample.Post(1), Sample.Update(2, 2), Sample.Reply("turn/2")));
        Assert.Equal(2, (await ClaimAsync(memory.Store, Sample.Now)).Length);

        var later = Sample.Now + Memory.Lease;
        Assert.Empty(await ClaimAsync(memory.Store, later.AddMilliseconds(-1)));
        Assert.Equal(new ClaimedDelivery(Sample.Update(2, 2), 2, 0), Assert.Single(await ClaimAsync(memory.Store, later)));
        Assert.Equal(2, (await memory.Store.BacklogAsync(Ended)).Ambiguous);

        Assert.Empty(await ClaimAsync(memory.Store, later + Reconcile - TimeSpan.FromMilliseconds(1)));
        var repeated = await ClaimAsync(memory.Store, later + Reconcile);
        Assert.Equal([new ClaimedDelivery(Sample.Post(1), 2, 1), new ClaimedDelivery(Sample.Reply("turn/2"), 2, 1)], repeated.OrderBy(claimed => claimed.Delivery.Key, StringComparer.Ordinal));
    }

    [Theory, OnBoth]
    public async Task A_new_start_takes_over_at_once_only_where_nobody_else_can_be_alive(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("turn", Sample.Post(1)));
        await ClaimAsync(memory.Store, Sample.Now);

        var restarted = memory.Another();
        await restarted.OpenAsync(Sample.Now.AddSeconds(2), Ended);

        var taken = await ClaimAsync(restarted, Sample.Now.AddSeconds(2));
        if (engine is Engine.Sqlite)
            Assert.Equal(new ClaimedDelivery(Sample.Post(1), 2, 1), Assert.Single(taken));
        else
            Assert.Empty(taken);
    }

    [Theory, OnBoth]
    public async Task Without_Graph_a_record_waits_and_is_counted_apart(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var record = new Delivery("INC-2026-0009/record/1", DeliveryKind.GraphRecord, "INC-2026-0009/record", "");
        await memory.Store.CommitAsync(Sample.Turn("turn", record with { Lane = record.Key }));

        Assert.Empty(await ClaimAsync(memory.Store, Sample.Now, graph: false));
        Assert.Equal(new Backlog(0, 0, 0, 1), await memory.Store.BacklogAsync(Ended));
        Assert.Single(await ClaimAsync(memory.Store, Sample.Now));
    }

    [Theory, OnBoth]
    public async Task The_backlog_counts_what_waits_what_is_in_doubt_and_what_is_parked(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("turn", Sample.Post(1), Sample.Post(2), Sample.Post(3)));
        await ClaimAsync(memory.Store, Sample.Now);
        await memory.Store.CommitAsync(Sample.Turn("next", Sample.Post(4), Sample.Reply("next/1")));

        await memory.Store.SettleAsync(Sample.Card(1), new Settlement.Ambiguous(Sample.Now, "TimeOut"), Sample.Now);
        await memory.Store.SettleAsync(Sample.Card(2), new Settlement.Parked("Refused"), Sample.Now);

        Assert.Equal(new Backlog(Waiting: 3, Ambiguous: 1, Parked: 1, WaitingForGraph: 0), await memory.Store.BacklogAsync(Ended));
    }

    private static Task<ImmutableArray<ClaimedDelivery>> ClaimAsync(CaseStore store, DateTimeOffset now, bool graph = true) =>
        store.ClaimAsync(now, Reconcile, 100, graph);
}
