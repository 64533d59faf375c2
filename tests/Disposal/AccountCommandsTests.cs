using System.Text.Json;
using PolicyBot.Bot.Commands;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Storage;
using PolicyBot.Cases.Trail;
using PolicyBot.Tests.Accounts;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Disposal;

/// <summary><c>export</c>, <c>verify</c> and <c>retain</c> know what belongs to an account too: its entry in the register, its handovers, its comments and its releases.</summary>
public sealed class AccountCommandsTests
{
    private const string Account = "ACC-2026-0001";
    private const string Handover = "HOV-2026-0001";
    private const string Comment = "CMT-2026-0001";
    private const string Release = "RLS-2026-0001";

    private static readonly string[] All = [Account, Comment, Handover, Release];

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Each_can_be_exported_with_its_proof(Engine engine)
    {
        await using var memory = await WithOneOfEachAsync(engine);
        using var run = new CommandRun();
        foreach (var (reference, words) in ((string, string[])[])[
            (Account, ["North Academy on Instagram", "Added", "Marked", "The club has ended"]), (Handover, ["North Academy on Instagram", "Asked", "Decided", "Please keep it", "Nora Finch"]),
            (Comment, ["When does the fair begin", "Logged", "Twice here"]), (Release, ["North Academy on Instagram", "Asked", "Withdrawn", "Tom takes over"])])
        {
            Assert.True(await ExportAsync(run, memory, reference, "--out", run.PathOf("out")) == 0, run.Errors.ToString());
            var html = await System.IO.File.ReadAllTextAsync(run.PathOf($"out/{reference}.html"), Ended);
            foreach (var word in (string[])[$"Case file {reference}", "Verified.", "2 entries", .. words])
                Assert.Contains(word, html, StringComparison.Ordinal);
            using var json = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(run.PathOf($"out/{reference}.json"), Ended));
            Assert.True(json.RootElement.GetProperty("verified").GetBoolean());
        }

        Assert.Equal(0, await ExportAsync(run, memory, "--all", "--redact", "--out", run.PathOf("all")));
        Assert.Equal(All.SelectMany(each => (string[])[$"{each}-redacted.html", $"{each}-redacted.json"]).Order(StringComparer.Ordinal), Directory.EnumerateFiles(run.PathOf("all")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        // Whoever takes it over did nothing with it: a third party.
        foreach (var reference in (string[])[Handover, Release])
            Assert.DoesNotContain("Whitaker", await System.IO.File.ReadAllTextAsync(run.PathOf($"all/{reference}-redacted.html"), Ended), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Each_is_held_against_its_trail(Engine engine)
    {
        await using var memory = await WithOneOfEachAsync(engine);
        using var run = new CommandRun();
        Assert.Equal(0, await VerifyCases.RunAsync([], run.Settings(memory), run.Output, run.Errors));
        Assert.Equal($"Cases: 4. Trail entries: 8. All of it verified.{Environment.NewLine}", run.Output.ToString());
        memory.Tamper("UPDATE trail SET actor = 'x' WHERE sequence = 2");
        Assert.Equal(1, await VerifyCases.RunAsync([], run.Settings(memory), run.Output, run.Errors));
        foreach (var reference in All)
            Assert.Contains($"{reference}: entry 2 was altered.", run.Output.ToString(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Each_goes_when_its_time_has_come(Engine engine)
    {
        await using var memory = await WithOneOfEachAsync(engine);
        using var run = new CommandRun();
        Assert.Equal(0, await RetainAsync(run, memory, Sample.Now.AddDays(29)));
        Assert.Equal((4, 8), (memory.Count("cases"), memory.Count("trail")));
        Assert.Equal(0, await RetainAsync(run, memory, Sample.Now.AddYears(7), "--dry-run"));
        foreach (var (reference, rule) in ((string, string)[])[
            (Account, "account: 1 year after it was closed"), (Handover, "handover of an account: 1 year after it ended"),
            (Comment, "comment that was taken out: 30 days after that"), (Release, "release of sign-in details: 6 years after it ended")])
            Assert.Contains($"{reference}  {rule}; due since", run.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal((4, 8), (memory.Count("cases"), memory.Count("trail")));

        Assert.Equal(0, await RetainAsync(run, memory, Sample.Now.AddYears(2)));
        Assert.Equal((1, 2), (memory.Count("cases"), memory.Count("trail"))); // the release stays longer
        Assert.Equal(0, await RetainAsync(run, memory, Sample.Now.AddYears(7)));
        Assert.Equal((0, 0), (memory.Count("cases"), memory.Count("trail")));
        Assert.Equal(All, (await memory.Store.Disposals.LogAsync(Ended)).Select(line => line.Reference.ToString()).Order(StringComparer.Ordinal));
        Assert.Empty(await new CaseArchive(memory.Database).GapsAsync(Ended));
    }

    private static Task<int> ExportAsync(CommandRun run, Memory memory, params string[] args) => ExportCases.RunAsync(args, run.Settings(memory), new FakeTime(Sample.Now), run.Output, run.Errors);

    private static Task<int> RetainAsync(CommandRun run, Memory memory, DateTimeOffset now, params string[] args) => RetainCases.RunAsync(args, run.Settings(memory), new FakeTime(now), run.Output, run.Errors);

    /// <summary>An account that was closed, a handover of it that was refused, a comment that was taken out, and a release that was taken back.</summary>
    private static async Task<Memory> WithOneOfEachAsync(Engine engine)
    {
        var memory = await Memory.NewAsync(engine);
        var (trust, now, priya, sam, nora, tom) = (Registered.TheTrust, Sample.Now, Registered.Priya, Registered.Sam, Registered.Nora, Registered.Tom);
        var account = Allowed(AccountRules.Add(Registered.Reference, Registered.Good with { Deputy = null }, priya, [], sam, "draft-a", now));
        await StoreAsync(memory, "account", account, Allowed(AccountRules.Mark(account.After, AccountStatus.Closed, "The club has ended", sam, now)));

        var wish = new HandoverWish(HandoverWhy.Leaving, HandoverWay.Transfer, new DateOnly(2026, 12, 18), priya, tom);
        var asked = Allowed(HandoverRules.Ask(new CaseReference(CaseReference.Handover, 2026, 1), wish, HandoverAccount.Of(account.After), priya, "north", "draft-h", trust, now));
        await StoreAsync(memory, "handover", asked, Allowed(DecisionRules.Decide(asked.After, DecisionSays.Refuse, null, "Please keep it", nora, trust, now)));

        var said = new LoggedComment(new CommentedAccount(Account, "facebook", "North Academy"), CommentKind.Query, new ReceivedTime(now.AddHours(-1), TimeReading.AsSaid), "When does the fair begin?", null, []);
        var logged = ReceivedCommentRules.Log(new CaseReference(CaseReference.Comment, 2026, 1), said, ReplyDue.For(now.AddHours(-1), trust), new AccountTeam(tom, null, [priya]), trust, priya, "north", "draft-c", now);
        await StoreAsync(memory, "comment", logged, Allowed(ReceivedCommentRules.TakeOut(logged.After, "Twice here", priya, now)));

        var wanted = Allowed(ReleaseRules.Ask(new Release(
            new CaseReference(CaseReference.Release, 2026, 1), "north", Account, account.After.Name, priya, tom, "Tom takes over", Handover, now, now.AddDays(3), now, "draft-r", ReleaseStatus.Asked, TrailHead.Start), trust, now));
        await StoreAsync(memory, "release", wanted, Allowed(ReleaseRules.Withdraw(wanted.After, priya, now)));
        return memory;
    }

    private static async Task StoreAsync<TCase>(Memory memory, string activity, Ruling<TCase>.Allowed first, Ruling<TCase>.Allowed second) where TCase : ICase =>
        Assert.IsType<CommitResult.Committed>(await memory.Store.CommitAsync(Sample.Turn(activity) with { Case = new CaseChange(0, second.After, [.. first.Entries, .. second.Entries]) }));

    private static Ruling<TCase>.Allowed Allowed<TCase>(Ruling<TCase> ruling) where TCase : ICase => Assert.IsType<Ruling<TCase>.Allowed>(ruling);
}
