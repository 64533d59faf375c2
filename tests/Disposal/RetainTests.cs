using PolicyBot.Bot.Commands;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Disposal;

/// <summary><c>retain</c>: what the schedule no longer keeps goes, with a line in the log; what is held stays.</summary>
public sealed class RetainTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Two_years_later_a_closed_case_goes_and_leaves_a_line_without_words(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var closed = await ClosedAsync(memory, 1);
        await memory.Store.CommitAsync(Sample.Opening(2));
        using var run = new CommandRun();

        Assert.Equal(0, await RetainAsync(run, memory, Sample.Now.AddYears(2), "--dry-run"));
        Assert.Contains("INC-2026-0001  ordinary incident: 1 year after it was closed; due since 2027-11-23: would be disposed of", run.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal((2, 4), (memory.Count("cases"), memory.Count("trail")));

        Assert.Equal(0, await RetainAsync(run, memory, Sample.Now.AddYears(2)));
        Assert.Contains("1 disposed of", run.Output.ToString(), StringComparison.Ordinal);
        // Besides the other case's card: the errand that takes it out of the Trust's own record.
        Assert.Equal((1, 1, 2), (memory.Count("cases"), memory.Count("trail"), memory.Count("outbox")));
        var line = Assert.Single(await memory.Store.Disposals.LogAsync(Ended));
        Assert.Equal((Sample.Reference(1), nameof(Route.Other), Sample.Now, Sample.Now, closed.Trail.Hash), (line.Reference, line.Class, line.OpenedAt, line.ClosedAt, line.LastHash));
        Assert.DoesNotContain("Martin", line.ToString(), StringComparison.Ordinal);

        var archive = new CaseArchive(memory.Database);
        Assert.Empty(await archive.GapsAsync(Ended));
    }

    [Theory, OnBoth]
    public async Task The_number_of_a_case_that_went_is_never_given_again(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await ClosedAsync(memory, 1);
        using var run = new CommandRun();
        await RetainAsync(run, memory, Sample.Now.AddYears(2));
        Assert.Equal(0, memory.Count("cases"));
        Assert.Equal(Sample.Reference(2), await memory.Store.NextReferenceAsync(CaseReference.Incident, 2026, Ended));
    }

    [Theory, OnBoth]
    public async Task What_is_held_stays_and_the_run_says_so(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var closed = await ClosedAsync(memory, 1);
        var held = Assert.IsType<Ruling<Incident>.Allowed>(HoldRules.Place(closed, new LegalHold("Inquiry", Sample.Martin, Sample.Now)));
        await memory.Store.CommitAsync(Sample.Turn("hold") with { Case = new CaseChange(closed.Version, held.After, held.Entries) });
        using var run = new CommandRun();

        foreach (var args in (string[][])[["--dry-run"], []])
        {
            await RetainAsync(run, memory, Sample.Now.AddYears(9), args);
            Assert.Contains("kept, there is a legal hold on it", run.Output.ToString(), StringComparison.Ordinal);
            run.Output.GetStringBuilder().Clear();
        }
        Assert.Equal((1, 0), (memory.Count("cases"), memory.Count("disposals")));
    }

    [Theory, OnBoth]
    public async Task A_hold_that_comes_at_the_last_moment_is_kept(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var closed = await ClosedAsync(memory, 1);
        var due = Assert.Single(await memory.Store.Disposals.DueAsync(new(), Sample.Now.AddYears(9), Ended));
        var held = Assert.IsType<Ruling<Incident>.Allowed>(HoldRules.Place(closed, new LegalHold("Inquiry", Sample.Martin, Sample.Now)));
        await memory.Store.CommitAsync(Sample.Turn("hold") with { Case = new CaseChange(closed.Version, held.After, held.Entries) });
        Assert.False(await memory.Store.Disposals.TakeAwayAsync(due, Sample.Now.AddYears(9), []));
        Assert.Equal((1, 4), (memory.Count("cases"), memory.Count("trail")));
    }

    [Theory, OnBoth]
    public async Task An_unfinished_report_and_old_questions_leave_the_chat(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var state = new ConversationState { Draft = new ReportDraft("d", Sample.Now, ReportStep.What) { What = "Quixotania" }, Asked = [new AskedQuestion("Gooseberrya", Sample.Now)] };
        await memory.Store.CommitAsync(Sample.Turn("draft") with { Conversation = Sample.Conversation(0) with { State = state } });
        using var run = new CommandRun();

        await RetainAsync(run, memory, Sample.Now.AddDays(29));
        Assert.NotNull((await memory.Another().FindConversationAsync(Sample.Chat, Ended))!.State.Draft);
        await RetainAsync(run, memory, Sample.Now.AddDays(31));
        Assert.Equal(ConversationState.Fresh, (await memory.Another().FindConversationAsync(Sample.Chat, Ended))!.State with { Asked = ConversationState.Fresh.Asked });
        Assert.Empty((await memory.Another().FindConversationAsync(Sample.Chat, Ended))!.State.Asked);
    }

    [Fact]
    public async Task The_Trusts_own_schedule_wins()
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        await ClosedAsync(memory, 1);
        using var run = new CommandRun(Driver.Cast.TrustWithOfficeJson().Replace("\"timeZone\"", "\"retention\":{\"ordinaryYears\":3},\"timeZone\"", StringComparison.Ordinal));
        await RetainAsync(run, memory, Sample.Now.AddYears(2));
        Assert.Equal(1, memory.Count("cases"));
        await RetainAsync(run, memory, Sample.Now.AddYears(3).AddDays(1));
        Assert.Equal(0, memory.Count("cases"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_said()
    {
        await using var memory = await Memory.UnopenedAsync(Engine.Sqlite);
        using var run = new CommandRun();
        Assert.Equal(1, await RetainAsync(run, memory, Sample.Now, "--now"));
        Assert.Contains("Write: retain [--dry-run].", run.Errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RetainAsync(run, memory, Sample.Now));
        Assert.Contains("ConnectionStrings:Cases", run.Errors.ToString(), StringComparison.Ordinal);
    }

    private static Task<int> RetainAsync(CommandRun run, Memory memory, DateTimeOffset now, params string[] args) =>
        RetainCases.RunAsync(args, run.Settings(memory), new FakeTime(now), run.Output, run.Errors);

    private static async Task<Incident> ClosedAsync(Memory memory, int number)
    {
        await memory.Store.CommitAsync(Sample.Opening(number));
        var taken = Assert.IsType<Ruling<Incident>.Allowed>(IncidentRules.Acknowledge(Sample.Incident(number), Sample.Martin, Sample.Now));
        await memory.Store.CommitAsync(Sample.Turn($"take-{number}") with { Case = new CaseChange(1, taken.After, taken.Entries) });
        var closed = Assert.IsType<Ruling<Incident>.Allowed>(IncidentRules.Close(taken.After, new Outcome("advice", "Talked", [], "Not needed", Sample.Martin, Sample.Now)));
        await memory.Store.CommitAsync(Sample.Turn($"close-{number}") with { Case = new CaseChange(2, closed.After, closed.Entries) });
        return closed.After;
    }
}
