using System.Data.Common;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>Turns that commit at the same moment share a transaction, but not each other's misfortune.</summary>
public sealed class JournalTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_turn_that_the_database_refuses_does_not_spoil_its_neighbours(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var refused = Sample.Turn("bad", Sample.Reply("bad/0") with { Target = null! });

        await Assert.ThrowsAnyAsync<DbException>(() => AmongTwentyAsync(memory.Store, refused));

        Assert.Equal((20, 20), (memory.Count("inbox"), memory.Count("outbox")));
    }

    [Theory, OnBoth]
    public async Task Nor_does_one_that_faults_before_it_reaches_the_database(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var opening = Sample.Opening(1);
        var broken = opening with { Case = opening.Case! with { After = null! } };

        await Assert.ThrowsAsync<NullReferenceException>(() => AmongTwentyAsync(memory.Store, broken));

        Assert.Equal((20, 20), (memory.Count("inbox"), memory.Count("outbox")));
    }

    [Fact]
    public async Task After_the_server_was_restarted_the_next_turn_is_stored_on_a_new_connection()
    {
        await using var memory = await Memory.NewAsync(Engine.Postgres);
        await memory.Store.CommitAsync(Sample.Opening(1) with { Conversation = Sample.Conversation(0) });
        await memory.Store.FindConversationAsync(Sample.Chat, Ended);

        await memory.CutConnectionsAsync();

        Assert.NotNull(await memory.Store.FindConversationAsync(Sample.Chat, Ended));
        Assert.Equal(CommitResult.Committed.Instance, await memory.Store.CommitAsync(Sample.Opening(2)));
        Assert.Equal(2, (await memory.Store.Incidents.AllAsync(Ended)).Length);
    }

    /// <summary>Commits twenty good turns around a bad one, and gives back how the bad one went.</summary>
    private static async Task AmongTwentyAsync(CaseStore store, TurnCommit bad)
    {
        var before = Enumerable.Range(0, 10).Select(i => store.CommitAsync(Sample.Turn($"good-{i}", Sample.Reply($"good-{i}/0")))).ToList();
        var itself = store.CommitAsync(bad);
        var after = Enumerable.Range(10, 10).Select(i => store.CommitAsync(Sample.Turn($"good-{i}", Sample.Reply($"good-{i}/0")))).ToList();

        Assert.All(await Task.WhenAll([.. before, .. after]), result => Assert.IsType<CommitResult.Committed>(result));
        await itself;
    }
}
