using PolicyBot.Cases.Readings;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>That somebody has read a text is kept once, and with it whatever else the turn decided, or nothing.</summary>
public sealed class ReadingTests
{
    private static readonly ConfirmedReading First = new(Sample.Priya.Id, "Social Media", "a", "001", Sample.Now);

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task It_is_found_again_with_its_date(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);

        Assert.Equal(CommitResult.Committed.Instance, await memory.Store.CommitAsync(Sample.Turn("1") with { Reading = First }));

        Assert.Equal(First, await memory.Store.FindReadingAsync(Sample.Priya.Id, "Social Media", "a", Ended));
        Assert.Null(await memory.Store.FindReadingAsync(Sample.Martin.Id, "Social Media", "a", Ended));
        Assert.Null(await memory.Store.FindReadingAsync(Sample.Priya.Id, "Code of Conduct", "a", Ended));
    }

    [Theory, OnBoth]
    public async Task The_second_time_is_a_conflict_and_stores_nothing_else_either(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("1") with { Reading = First });

        var later = First with { At = Sample.Now.AddDays(1) };
        var result = await memory.Store.CommitAsync(Sample.Turn("2", Sample.Reply("r")) with { Reading = later, Conversation = Sample.Conversation(0) });

        Assert.Equal(CommitResult.Conflict.Instance, result);
        Assert.Equal(First, await memory.Store.FindReadingAsync(Sample.Priya.Id, "Social Media", "a", Ended));
        Assert.Equal((0, 0), (memory.Count("conversations"), memory.Count("outbox")));
    }

    [Theory, OnBoth]
    public async Task A_changed_text_is_confirmed_anew(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("1") with { Reading = First });

        Assert.Equal(CommitResult.Committed.Instance, await memory.Store.CommitAsync(Sample.Turn("2") with { Reading = First with { Edition = "b" } }));

        Assert.Equal(2, memory.Count("readings"));
    }
}
