using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>
/// After a time-out nobody knows whether a card arrived. The card itself tells, as soon as anybody's client draws it; but anybody can send
/// what a card sends, so only what fits the record counts.
/// </summary>
public sealed class SightedTests
{
    private const string PersonalCard = "INC-2026-0001/told/2";

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_card_in_doubt_that_is_seen_has_arrived(Engine engine)
    {
        await using var memory = await InDoubtAsync(engine);

        Assert.True(await SeeAsync(memory, Sample.Posted(1, "m1")));

        Assert.Equal(Sample.Posted(1, "m1"), await memory.Store.FindPostedCardAsync(Sample.Card(1), Ended));
        Assert.Empty(await DueAsync(memory));
    }

    [Theory, OnBoth]
    public async Task A_second_copy_is_taken_away_once(Engine engine)
    {
        await using var memory = await InDoubtAsync(engine);
        await SeeAsync(memory, Sample.Posted(1, "m1"));

        Assert.True(await SeeAsync(memory, Sample.Posted(1, "m2")));
        await SeeAsync(memory, Sample.Posted(1, "m2"));
        Assert.False(await SeeAsync(memory, Sample.Posted(1, "m1")));

        var removal = Assert.Single(await DueAsync(memory)).Delivery;
        Assert.Equal((DeliveryKind.CardRemoval, $"{Sample.Channel};messageid=m2", "m2"), (removal.Kind, removal.Target, removal.Activity));
        Assert.Equal("m1", (await memory.Store.FindPostedCardAsync(Sample.Card(1), Ended))!.ActivityId);
    }

    [Theory, OnBoth]
    public async Task A_repeat_that_arrives_after_the_first_was_seen_is_the_copy(Engine engine)
    {
        await using var memory = await InDoubtAsync(engine);
        Assert.Single(await DueAsync(memory)); // the repeat is on its way
        await SeeAsync(memory, Sample.Posted(1, "m1"));

        await memory.Store.SettleAsync(Sample.Card(1), new Settlement.Delivered(Sample.Posted(1, "m2")), Sample.Now);

        Assert.Equal("m2", Assert.Single(await DueAsync(memory)).Delivery.Activity);
        Assert.Equal("m1", (await memory.Store.FindPostedCardAsync(Sample.Card(1), Ended))!.ActivityId);
    }

    [Theory, OnBoth]
    public async Task A_parked_card_that_is_seen_after_all_is_parked_no_more(Engine engine)
    {
        await using var memory = await InDoubtAsync(engine);
        await memory.Store.SettleAsync(Sample.Card(1), new Settlement.Parked("TimeOut"), Sample.Now);

        Assert.True(await SeeAsync(memory, Sample.Posted(1, "m1")));

        Assert.Equal(new Backlog(0, 0, 0, 0), await memory.Store.BacklogAsync(Ended));
    }

    [Theory, OnBoth]
    public async Task A_made_up_key_is_nobodys_card(Engine engine)
    {
        await using var memory = await InDoubtAsync(engine);

        Assert.False(await SeeAsync(memory, Sample.Posted(1, "m1") with { Key = "INC-2026-0002/slt" }));
        Assert.False(await SeeAsync(memory, Sample.Posted(1, "m1") with { Key = "'; DROP TABLE outbox; --" }));

        Assert.Equal(Sample.Card(1), Assert.Single(await DueAsync(memory)).Delivery.Key);
    }

    [Theory, OnBoth]
    public async Task A_press_from_elsewhere_cannot_keep_a_card_from_its_channel(Engine engine)
    {
        await using var memory = await InDoubtAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("hello") with { Conversation = Sample.Conversation(0) });

        Assert.False(await SeeAsync(memory, new PostedCard(Sample.Card(1), Sample.Chat, Sample.Chat, "m1")));

        Assert.Null(await memory.Store.FindPostedCardAsync(Sample.Card(1), Ended));
        Assert.Equal(Sample.Card(1), Assert.Single(await DueAsync(memory)).Delivery.Key);
    }

    [Theory, OnBoth]
    public async Task Nor_can_it_have_anything_deleted_elsewhere(Engine engine)
    {
        await using var memory = await InDoubtAsync(engine);
        await SeeAsync(memory, Sample.Posted(1, "m1"));

        Assert.False(await SeeAsync(memory, new PostedCard(Sample.Card(1), "19:other@thread.tacv2", "19:other@thread.tacv2", "m2")));

        Assert.Empty(await DueAsync(memory));
    }

    [Theory, OnBoth]
    public async Task A_press_on_one_card_cannot_pass_for_another_whose_post_is_in_doubt(Engine engine)
    {
        await using var memory = await InDoubtAsync(engine);
        await ArrivedAsync(memory, 2, "m2");

        Assert.False(await SeeAsync(memory, Sample.Posted(1, "m2")));

        Assert.Null(await memory.Store.FindPostedCardAsync(Sample.Card(1), Ended));
        Assert.Equal(Sample.Card(1), Assert.Single(await DueAsync(memory)).Delivery.Key);
    }

    [Theory, OnBoth]
    public async Task Nor_can_it_have_the_other_card_taken_away(Engine engine)
    {
        await using var memory = await InDoubtAsync(engine);
        await SeeAsync(memory, Sample.Posted(1, "m1"));
        await ArrivedAsync(memory, 2, "m2");

        Assert.False(await SeeAsync(memory, Sample.Posted(1, "m2")));

        Assert.Empty(await DueAsync(memory));
    }

    [Theory, OnBoth]
    public async Task A_card_that_was_never_sent_cannot_have_been_seen(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Opening(1));

        Assert.False(await SeeAsync(memory, Sample.Posted(1, "m1")));

        Assert.Single(await DueAsync(memory));
    }

    [Theory, OnBoth]
    public async Task A_message_to_a_person_is_seen_in_their_own_chat_and_in_no_other(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("hello") with { Conversation = Sample.Conversation(0) });
        await memory.Store.CommitAsync(Sample.Turn("hello too") with { Conversation = Sample.Conversation(0, "a:chat-martin", Sample.Martin.Id) });
        var told = new Delivery(PersonalCard, DeliveryKind.PersonalPost, Sample.Priya.Id, "{}") { Card = PersonalCard, Lane = PersonalCard };
        await memory.Store.CommitAsync(Sample.Turn("acknowledged", told));
        await DueAsync(memory);

        Assert.False(await SeeAsync(memory, new PostedCard(PersonalCard, "a:chat-martin", "a:chat-martin", "m1")));
        Assert.True(await SeeAsync(memory, new PostedCard(PersonalCard, Sample.Chat, Sample.Chat, "m1")));
    }

    [Theory, OnBoth]
    public async Task An_answer_in_doubt_whose_card_is_used_is_not_said_again(Engine engine)
    {
        await using var memory = await AnsweredInDoubtAsync(engine);

        Assert.True(await memory.Store.AnsweredAsync(Draft("m1")));
        Assert.False(await memory.Store.AnsweredAsync(Draft("m1")));

        Assert.Equal("m1", (await memory.Store.FindPostedCardAsync("draft/1", Ended))!.ActivityId);
        Assert.Empty(await DueAsync(memory));
    }

    [Theory, OnBoth]
    public async Task Nobody_else_can_say_that_they_got_it(Engine engine)
    {
        await using var memory = await AnsweredInDoubtAsync(engine);

        Assert.False(await memory.Store.AnsweredAsync(new PostedCard("draft/1", "a:chat-martin", "a:chat-martin", "m1")));

        Assert.Single(await DueAsync(memory));
    }

    [Theory, OnBoth]
    public async Task A_card_that_is_answered_with_again_is_no_copy_and_the_latest_one_counts(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        foreach (var turn in (string[])["1", "2"])
        {
            await memory.Store.CommitAsync(Sample.Turn(turn, Sample.Reply(turn) with { Card = "draft/1" }));
            await memory.Store.SettleAsync(turn, new Settlement.Delivered(Draft($"m{turn}")), Sample.Now);
        }

        Assert.Equal("m2", (await memory.Store.FindPostedCardAsync("draft/1", Ended))!.ActivityId);
        Assert.Equal(0, memory.Count("outbox"));
    }

    private static async Task ArrivedAsync(Memory memory, int number, string message)
    {
        await memory.Store.CommitAsync(Sample.Opening(number));
        await memory.Store.SettleAsync(Sample.Card(number), new Settlement.Delivered(Sample.Posted(number, message)), Sample.Now);
    }

    private static PostedCard Draft(string message) => new("draft/1", Sample.Chat, Sample.Chat, message);

    private static async Task<Memory> AnsweredInDoubtAsync(Engine engine)
    {
        var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("report", Sample.Reply("report/0") with { Card = "draft/1" }));
        await memory.Store.SettleAsync("report/0", new Settlement.Ambiguous(Sample.Now, "TimeOut"), Sample.Now);
        return memory;
    }

    /// <summary>The card of the first case was sent, and the connection broke.</summary>
    private static async Task<Memory> InDoubtAsync(Engine engine)
    {
        var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Opening(1));
        Assert.Single(await DueAsync(memory));
        await memory.Store.SettleAsync(Sample.Card(1), new Settlement.Ambiguous(Sample.Now, "TimeOut"), Sample.Now);
        return memory;
    }

    private static Task<bool> SeeAsync(Memory memory, PostedCard seen) => memory.Store.SightedAsync(seen.Key, seen, Sample.Now, Ended);

    private static Task<ImmutableArray<ClaimedDelivery>> DueAsync(Memory memory) =>
        memory.Store.ClaimAsync(Sample.Now, TimeSpan.FromSeconds(30), 100, graph: true);
}
