using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>One turn is stored whole or not at all, and once.</summary>
public sealed class CommitTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_turn_is_stored_with_all_that_it_decided(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var state = new ConversationState { Greeted = true, Asked = [new AskedQuestion("May I post a photo of my class?", Sample.Now)] };
        var turn = Sample.Opening(1) with
        {
            Conversation = Sample.Conversation(0) with { State = state },
            PostedCards = [Sample.Posted(7, "message-7")],
        };

        Assert.Equal(CommitResult.Committed.Instance, await memory.Store.CommitAsync(turn));

        var restarted = memory.Another();
        var conversation = await restarted.FindConversationAsync(Sample.Chat, Ended);
        Assert.Equivalent(turn.Conversation with { Version = 1 }, conversation, strict: true);
        Assert.Equal(conversation!.Key, (await restarted.FindPersonalConversationAsync(Sample.Priya.Id, Ended))?.Key);
        Assert.Equal(conversation.Key, (await restarted.FindAnyConversationAsync(Ended))?.Key);
        Assert.Equivalent(Sample.Incident(1), await restarted.Incidents.FindAsync(Sample.Reference(1), Ended), strict: true);
        Assert.Equal(Sample.Reference(1), (await restarted.Incidents.FindByDraftAsync("draft-1", Ended))?.Reference);
        Assert.Equal(Sample.Reference(1), Assert.Single(await restarted.Incidents.OpenedByAsync(Sample.Priya.Id, Ended)).Reference);
        Assert.Equal(turn.Case!.Entries, await restarted.TrailOfAsync(Sample.Reference(1), Ended));
        Assert.Equal(Sample.Posted(7, "message-7"), await restarted.FindPostedCardAsync(Sample.Card(7), Ended));
        Assert.Equal(1, (await restarted.BacklogAsync(Ended)).Waiting);
        Assert.Equal(Sample.Reference(2), await restarted.NextReferenceAsync("INC", 2026, Ended));
        Assert.Equal(1, (await restarted.NextReferenceAsync("INC", 2027, Ended)).Number);
    }

    [Theory, OnBoth]
    public async Task The_same_activity_again_changes_nothing_and_gets_the_first_answer(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        Assert.False(await memory.Store.WasHandledAsync(Sample.Chat, "press", Ended));
        await memory.Store.CommitAsync(Sample.Opening(1, activity: "press"));
        Assert.True(await memory.Store.WasHandledAsync(Sample.Chat, "press", Ended));

        var again = await memory.Store.CommitAsync(Sample.Opening(2, activity: "press") with { Answer = "another answer" });

        Assert.Equal("""{"statusCode":200}""", Assert.IsType<CommitResult.Duplicate>(again).Answer);
        Assert.Single(await memory.Store.Incidents.AllAsync(Ended));
        Assert.Equal(1, memory.Count("outbox"));
    }

    [Theory, OnBoth]
    public async Task The_same_activity_to_two_processes_at_once_is_one_turn(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        CaseStore[] processes = [memory.Store, memory.Another()];

        var results = await Task.WhenAll(processes.SelectMany(process => Enumerable.Range(1, 10)
            .Select(_ => process.CommitAsync(Sample.Turn("press", Sample.Reply("press/0"))))));

        Assert.Single(results, result => result is CommitResult.Committed);
        Assert.Equal(19, results.Count(result => result is CommitResult.Duplicate));
        Assert.Equal(1, memory.Count("outbox"));
    }

    [Theory, OnBoth]
    public async Task Of_two_turns_in_one_conversation_the_second_must_load_again_and_leaves_nothing(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("first") with { Conversation = Sample.Conversation(0) });

        var late = Sample.Opening(1, activity: "second") with { Conversation = Sample.Conversation(0), PostedCards = [Sample.Posted(1, "m")] };
        Assert.Equal(CommitResult.Conflict.Instance, await memory.Store.CommitAsync(late));

        Assert.Equal((0, 0, 0, 0), (memory.Count("cases"), memory.Count("trail"), memory.Count("outbox"), memory.Count("posted_cards")));
        Assert.Equal(CommitResult.Committed.Instance, await memory.Store.CommitAsync(late with { Conversation = Sample.Conversation(1) }));
        Assert.Equal(2, (await memory.Store.FindConversationAsync(Sample.Chat, Ended))!.Version);
    }

    [Theory, OnBoth]
    public async Task Of_two_leaders_who_acknowledge_at_once_one_wins(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Opening(1));
        var seen = (await memory.Store.Incidents.FindAsync(Sample.Reference(1), Ended))!;

        var results = await Task.WhenAll(
            memory.Store.CommitAsync(Sample.Acknowledging(seen, Sample.Martin)),
            memory.Another().CommitAsync(Sample.Acknowledging(seen, Sample.Priya)));

        Assert.Single(results, result => result is CommitResult.Committed);
        Assert.Single(results, result => result is CommitResult.Conflict);
        var after = (await memory.Store.Incidents.FindAsync(Sample.Reference(1), Ended))!;
        Assert.Equal(2, after.Version);
        Assert.Null(after.Trail.FaultIn(after.Reference, await memory.Store.TrailOfAsync(after.Reference, Ended)));
    }

    [Theory, OnBoth]
    public async Task A_number_and_a_draft_are_used_once(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Opening(1, draft: "draft"));

        Assert.Equal(CommitResult.Conflict.Instance, await memory.Store.CommitAsync(Sample.Opening(1, draft: "other", activity: "same number")));
        Assert.Equal(CommitResult.Conflict.Instance, await memory.Store.CommitAsync(Sample.Opening(2, draft: "draft", activity: "same draft")));

        Assert.Single(await memory.Store.Incidents.AllAsync(Ended));
    }

    [Theory, OnBoth]
    public async Task Fifty_reports_at_once_in_two_processes_get_fifty_numbers_without_a_gap(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        CaseStore[] processes = [memory.Store, memory.Another()];

        await Task.WhenAll(Enumerable.Range(1, 50).Select(person => SubmitAsync(processes[person % 2], person)));

        var all = await memory.Store.Incidents.AllAsync(Ended);
        Assert.Equal(Enumerable.Range(1, 50), all.Select(incident => incident.Reference.Number));
        Assert.Equal(50, all.Select(incident => incident.DraftId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((50, 50), (memory.Count("trail"), memory.Count("outbox")));
    }

    [Theory, OnBoth]
    public async Task A_conversation_that_refuses_the_bot_is_inactive_and_a_turn_that_had_loaded_it_loads_it_again(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("hello") with { Conversation = Sample.Conversation(0) });

        Assert.True(await memory.Store.DeactivateAsync(Sample.Chat));
        Assert.False(await memory.Store.DeactivateAsync(Sample.Chat));
        Assert.False(await memory.Store.DeactivateAsync("a:nobody"));

        Assert.False((await memory.Store.FindConversationAsync(Sample.Chat, Ended))!.Active);
        Assert.Equal(CommitResult.Conflict.Instance, await memory.Store.CommitAsync(Sample.Turn("next") with { Conversation = Sample.Conversation(1) }));
    }

    [Theory, OnBoth]
    public async Task What_was_handled_long_ago_is_forgotten(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("old"));

        Assert.Equal(0, await memory.Store.ForgetInboxAsync(Sample.Now));
        Assert.Equal(1, await memory.Store.ForgetInboxAsync(Sample.Now.AddSeconds(1)));
    }

    private static async Task SubmitAsync(CaseStore process, int person)
    {
        CommitResult result;
        do
        {
            var next = await process.NextReferenceAsync("INC", 2026, Ended);
            result = await process.CommitAsync(Sample.Opening(next.Number, $"draft-of-{person}", $"submit-{person}"));
        }
        while (result is CommitResult.Conflict);
        Assert.Equal(CommitResult.Committed.Instance, result);
    }
}
