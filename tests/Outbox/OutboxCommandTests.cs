using PolicyBot.Bot.Commands;
using PolicyBot.Cases.Outbox;
using PolicyBot.Tests.Disposal;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Outbox;

/// <summary><c>outbox</c>: what nobody tries any more is listed, and sent again when an administrator says so.</summary>
public sealed class OutboxCommandTests
{
    [Theory, OnBoth]
    public async Task What_is_parked_is_listed_with_its_reason_and_is_due_again_when_told(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Storage.Sample.Turn("one", [.. ((string[])["a/feed/1/x", "b/feed/1/x", "c/feed/1/x"]).Select(key => new Delivery(key, DeliveryKind.GraphNotification, "x", "{\"canary\":1}") { Lane = key })]));
        await memory.Store.ClaimAsync(Storage.Sample.Now, TimeSpan.Zero, 10, DeliveryKinds.ToGraph);
        foreach (var key in (string[])["a/feed/1/x", "b/feed/1/x"])
            await memory.Store.SettleAsync(key, new Settlement.Parked("Forbidden"), Storage.Sample.Now);

        Assert.Equal("Waiting for Teams: 0. In doubt: 0. Waiting for Graph: 1. Parked: 2.", (await RunAsync(memory)).Said.Trim());
        var listed = (await RunAsync(memory, "--parked")).Said;
        Assert.Contains("a/feed/1/x  GraphNotification, Forbidden, tried 1 times", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", listed, StringComparison.Ordinal);

        Assert.Equal((1, true), ((await RunAsync(memory, "--resend", "nothing")) is var (code, said) ? (code, said.Contains("Nothing parked has this key", StringComparison.Ordinal)) : default));
        Assert.Contains("1 delivery is due again", (await RunAsync(memory, "--resend", "a/feed/1/x")).Said, StringComparison.Ordinal);
        Assert.Contains("1 delivery is due again", (await RunAsync(memory, "--resend-all")).Said, StringComparison.Ordinal);
        var due = await memory.Store.ClaimAsync(Storage.Sample.Now.AddMinutes(1), TimeSpan.Zero, 10, DeliveryKinds.ToGraph);
        Assert.Equal([("a/feed/1/x", 1), ("b/feed/1/x", 1)], due.Where(one => one.Delivery.Key[0] != 'c').Select(one => (one.Delivery.Key, one.Attempts)).Order());
    }

    [Fact]
    public async Task Other_words_are_told_how_to_write_it()
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        Assert.Equal(1, (await RunAsync(memory, "--what")).Code);
    }

    private static async Task<(int Code, string Said)> RunAsync(Memory memory, params string[] args)
    {
        using var run = new CommandRun();
        return (await OutboxCommand.RunAsync(args, run.Settings(memory), new FakeTime(Storage.Sample.Now), run.Output, run.Errors), run.Output.ToString());
    }
}
