using PolicyBot.Cases.Outbox;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Outbox;

/// <summary>What was decided reaches people however Teams behaves: once where that can be told, and never lost.</summary>
public sealed class OutboxTests
{
    private static readonly Backlog Empty = new(0, 0, 0, 0);

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_and_the_update_after_it_arrive_in_order()
    {
        await using var rig = await DeliveryRig.StartAsync();
        await rig.QueueAsync(Sample.Update(1, 2) with { Payload = """{"type":"message","text":"acknowledged"}""" }, Sample.Post(1));

        await rig.WorkAsync();

        var card = Assert.Single(rig.InChannel);
        Assert.Equal(("acknowledged", 1), (card.Text, card.Updates));
        Assert.Equal(Empty, await rig.BacklogAsync());
    }

    [Fact(DisplayName = "REST-05 After a 429 nothing is sent before the moment that Teams asked for")]
    public async Task Throttling_is_waited_out()
    {
        await using var rig = await DeliveryRig.StartAsync();
        rig.Teams.Misbehave = call => call.Number == 1 ? Fault.Throttled(30) : null;
        await rig.QueueAsync(Sample.Post(1));

        await rig.WorkAsync();
        await rig.WorkAfterAsync(TimeSpan.FromSeconds(29));
        Assert.Single(rig.Teams.Calls);

        await rig.WorkAfterAsync(TimeSpan.FromSeconds(1));
        Assert.Single(rig.InChannel);
        Assert.Equal(Empty, await rig.BacklogAsync());
    }

    [Fact]
    public async Task After_a_502_a_card_that_did_arrive_shows_itself_and_is_not_repeated()
    {
        await using var rig = await InDoubtAsync(Fault.Gateway(502, accepted: true));

        await rig.RefreshAsync(Assert.Single(rig.InChannel), Sample.Card(1));

        await rig.WorkAfterAsync(TimeSpan.FromDays(1));
        Assert.Single(rig.InChannel);
        Assert.Equal(Empty, await rig.BacklogAsync());
        Assert.Equal(rig.InChannel[0].ActivityId, (await rig.Store.FindPostedCardAsync(Sample.Card(1), Ended))!.ActivityId);
    }

    [Fact]
    public async Task After_a_502_a_card_that_nobody_has_seen_is_repeated_when_the_wait_is_over()
    {
        await using var rig = await InDoubtAsync(Fault.Gateway());

        await rig.WorkAfterAsync(rig.Options.Reconcile - TimeSpan.FromSeconds(1));
        Assert.Empty(rig.InChannel);

        await rig.WorkAfterAsync(TimeSpan.FromSeconds(1));
        Assert.Single(rig.InChannel);
        Assert.Equal(Empty, await rig.BacklogAsync());
    }

    [Fact]
    public async Task A_card_that_arrived_twice_is_there_once_as_soon_as_both_were_seen()
    {
        await using var rig = await InDoubtAsync(Fault.Gateway(502, accepted: true));
        await rig.WorkAfterAsync(rig.Options.Reconcile);
        Assert.Equal(2, rig.InChannel.Count);

        foreach (var card in rig.InChannel)
            await rig.RefreshAsync(card, Sample.Card(1));
        await rig.WorkAsync();

        var left = Assert.Single(rig.InChannel);
        Assert.Equal(left.ActivityId, (await rig.Store.FindPostedCardAsync(Sample.Card(1), Ended))!.ActivityId);
        Assert.Equal(Empty, await rig.BacklogAsync());
    }

    [Fact]
    public async Task A_copy_whose_removal_was_not_answered_is_gone_and_nobody_has_to_look_at_it()
    {
        await using var rig = await InDoubtAsync(Fault.Gateway(502, accepted: true));
        await rig.WorkAfterAsync(rig.Options.Reconcile);
        var removals = 0;
        rig.Teams.Misbehave = call => call.Method == "DELETE" && ++removals == 1 ? Fault.Gateway(502, accepted: true) : null;

        foreach (var card in rig.InChannel)
            await rig.RefreshAsync(card, Sample.Card(1));
        await rig.WorkAsync();
        await rig.WorkAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, removals);
        Assert.Single(rig.InChannel);
        Assert.Equal(Empty, await rig.BacklogAsync());
    }

    [Fact]
    public async Task Where_nothing_can_be_deleted_the_copy_says_that_it_is_one()
    {
        await using var rig = await InDoubtAsync(Fault.Gateway(502, accepted: true));
        await rig.WorkAfterAsync(rig.Options.Reconcile);
        rig.Teams.Misbehave = call => call.Method == "DELETE" ? Fault.Empty(501) : null;

        foreach (var card in rig.InChannel)
            await rig.RefreshAsync(card, Sample.Card(1));
        await rig.WorkAsync();

        Assert.Equal(2, rig.InChannel.Count);
        Assert.Equal("This card arrived twice. Please use the other one.", Assert.Single(rig.InChannel, card => card.Updates == 1).Text);
        Assert.Equal(Empty, await rig.BacklogAsync());
    }

    [Fact]
    public async Task A_call_that_is_never_answered_ends_and_leaves_a_doubt()
    {
        await using var rig = await DeliveryRig.StartAsync();
        rig.Teams.Misbehave = call => call.Number == 1 ? Fault.Silence() : null;
        await rig.QueueAsync(Sample.Post(1));

        var work = rig.WorkAsync();
        await rig.Teams.WaitForAsync(teams => teams.Calls.Count == 1, Ended);
        rig.Time.Advance(TimeSpan.FromSeconds(10));
        await work;

        Assert.Equal(Empty with { Ambiguous = 1 }, await rig.BacklogAsync());
    }

    [Fact]
    public async Task What_Teams_refuses_is_parked_at_once_and_counted()
    {
        await using var rig = await DeliveryRig.StartAsync();
        rig.Teams.Misbehave = _ => Fault.Coded(400, "BadSyntax");
        await rig.QueueAsync(Sample.Post(1));

        await rig.WorkAsync();
        await rig.WorkAfterAsync(TimeSpan.FromDays(1));

        Assert.Single(rig.Teams.Calls);
        Assert.Equal(Empty with { Parked = 1 }, await rig.BacklogAsync());
        Assert.Contains(rig.Log.Lines, line => line.Contains("A ChannelPost cannot be delivered (BadSyntax)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_put_off_too_often_is_parked_in_the_end()
    {
        await using var rig = await DeliveryRig.StartAsync();
        rig.Teams.Misbehave = _ => Fault.Throttled(1);
        await rig.QueueAsync(Sample.Post(1));

        await rig.WorkAsync();
        for (var day = 0; day < 10; day++)
            await rig.WorkAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal(4, rig.Teams.Calls.Count);
        Assert.Equal(Empty with { Parked = 1 }, await rig.BacklogAsync());
    }

    [Fact]
    public async Task An_answer_in_doubt_is_said_once_more_and_then_no_more()
    {
        await using var rig = await DeliveryRig.StartAsync();
        rig.Teams.Misbehave = _ => Fault.Gateway(502, accepted: true);
        var answer = Sample.Reply("turn/0");
        await rig.QueueAsync(answer);
        rig.Postman.Send([answer], rig.AddressOf(Sample.Chat));
        await rig.Teams.WaitForAsync(teams => teams.Calls.Count == 1, Ended);

        for (var hour = 0; hour < 10; hour++)
            await rig.WorkAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, rig.Teams.MessagesIn(Sample.Chat).Count);
        Assert.Equal(Empty with { Parked = 1 }, await rig.BacklogAsync());
    }

    [Fact]
    public async Task The_worker_takes_what_is_announced_without_waiting_for_its_next_look()
    {
        await using var rig = await DeliveryRig.StartAsync();
        await rig.Worker.StartAsync(Ended);
        await rig.QueueAsync(Sample.Post(1));

        rig.Postman.Send([Sample.Post(1)], rig.AddressOf(Sample.Chat));
        await rig.Teams.WaitForAsync(_ => rig.InChannel.Count == 1, Ended);

        await rig.Worker.StopAsync(Ended);
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, "BotDisabledByAdmin")]
    [InlineData(401, "BotNotRegistered")]
    public async Task A_post_that_was_refused_goes_out_once_an_administrator_has_put_it_right(int status, string code)
    {
        await using var rig = await DeliveryRig.StartAsync();
        rig.Teams.Misbehave = call => call.Number == 1 ? Fault.Coded(status, code) : null;
        await rig.QueueAsync(Sample.Post(1));
        await rig.WorkAsync();
        Assert.Equal(Empty with { Parked = 1 }, await rig.BacklogAsync());
        await rig.Worker.StartAsync(Ended);
        await rig.QueueAsync(Sample.Post(2));
        rig.Postman.Wake();
        await rig.Teams.WaitForAsync(_ => rig.InChannel.Count == 1, Ended);

        rig.Time.Advance(TimeSpan.FromHours(1.1));
        rig.Postman.Wake();

        await rig.Teams.WaitForAsync(_ => rig.InChannel.Count == 2, Ended);
        await rig.Worker.StopAsync(Ended);
    }

    /// <summary>The first attempt at posting the first case's card ended like this.</summary>
    private static async Task<DeliveryRig> InDoubtAsync(Fault fault)
    {
        var rig = await DeliveryRig.StartAsync();
        rig.Teams.Misbehave = call => call.Number == 1 ? fault : null;
        await rig.QueueAsync(Sample.Post(1));
        await rig.WorkAsync();
        Assert.Equal(Empty with { Ambiguous = 1 }, await rig.BacklogAsync());
        return rig;
    }
}
