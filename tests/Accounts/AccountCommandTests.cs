using System.Text.Json.Nodes;
using PolicyBot.Bot.Commands;
using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Disposal;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;
using static PolicyBot.Tests.Accounts.Registered;

namespace PolicyBot.Tests.Accounts;

/// <summary>What an administrator's commands, and <c>trust.json</c>, know of accounts.</summary>
public sealed class AccountCommandTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_is_exported_with_the_proof_of_its_trail_and_without_names_where_that_is_asked()
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        await StoreAsync(memory);
        using var run = new CommandRun();
        Assert.Equal(0, await ExportCases.RunAsync(["ACC-2026-0001", "--out", run.PathOf("out")], run.Settings(memory), new FakeTime(Now), run.Output, run.Errors));
        var page = await File.ReadAllTextAsync(run.PathOf("out/ACC-2026-0001.html"), Ended);
        foreach (var words in (string[])["north_academy", "Priya Nair", "Handed to", "Sam Keane"])
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.True(JsonNode.Parse(await File.ReadAllTextAsync(run.PathOf("out/ACC-2026-0001.json"), Ended))!["verified"]!.GetValue<bool>());

        Assert.Equal(0, await ExportCases.RunAsync(["ACC-2026-0001", "--redact", "--out", run.PathOf("out")], run.Settings(memory), new FakeTime(Now), run.Output, run.Errors));
        var redacted = await File.ReadAllTextAsync(run.PathOf("out/ACC-2026-0001-redacted.json"), Ended);
        foreach (var gone in (string[])["Priya", "Nair", Priya.Id, "Whitaker", Tom.Id])
            Assert.DoesNotContain(gone, redacted, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnBoth]
    public async Task Verify_finds_what_was_altered_behind_the_bots_back(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await StoreAsync(memory);
        using var run = new CommandRun();
        Assert.Equal(0, await VerifyCases.RunAsync([], run.Settings(memory), run.Output, run.Errors));
        memory.Tamper("UPDATE cases SET record = REPLACE(record, 'Whitaker', 'Smith')");
        Assert.Equal(1, await VerifyCases.RunAsync([], run.Settings(memory), run.Output, run.Errors));
        Assert.Contains("ACC-2026-0001: the record or its seal was altered.", run.Output.ToString(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task An_account_is_kept_as_long_as_it_lives_and_a_year_after_it_was_closed(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var account = await StoreAsync(memory);
        using var run = new CommandRun();
        Assert.Equal(0, await RetainCases.RunAsync([], run.Settings(memory), new FakeTime(Now.AddYears(20)), run.Output, run.Errors));
        Assert.Equal(1, memory.Count("cases"));

        var closed = Assert.IsType<Ruling<Account>.Allowed>(AccountRules.Mark(account, AccountStatus.Closed, "No more", Sam, Now));
        Assert.True(await memory.Store.CommitAllAsync([new CaseChange(account.Version, closed.After, closed.Entries)], Now));
        await RetainCases.RunAsync([], run.Settings(memory), new FakeTime(Now.AddDays(364)), run.Output, run.Errors);
        Assert.Equal(1, memory.Count("cases"));
        await RetainCases.RunAsync([], run.Settings(memory), new FakeTime(Now.AddDays(366)), run.Output, run.Errors);
        Assert.Equal((0, 0), (memory.Count("cases"), memory.Count("trail")));
        Assert.Contains("ACC-2026-0001  account: 1 year after it was closed", run.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_names_an_empty_register_and_accounts_with_nobody_in_charge()
    {
        Assert.Equal((Severity.Warning, "there is no account in it"), Of(DoctorAccounts.Of([], TheTrust)));
        Assert.Equal((Severity.Fine, "1 in use, and somebody looks after each"), Of(DoctorAccounts.Of([Healthy], TheTrust)));
        var nobodys = Added(new AccountFacts("", "x", "nobodys", "Nobody's"), number: 2) with { Lead = null };
        Assert.Equal((Severity.Warning, "nobody looks after 1 of 2: ACC-2026-0002"), Of(DoctorAccounts.Of([Healthy, nobodys], TheTrust)));
    }

    [Fact]
    public void The_trust_file_says_how_accounts_are_looked_after_and_who_leaves()
    {
        var trust = TrustFile.Parse(With(file =>
        {
            file["accounts"] = new JsonObject { ["checkInEvery"] = "14.00:00:00", ["answerWithin"] = "04:00:00", ["reviewEvery"] = "90.00:00:00", ["inHolidays"] = true };
            file["people"]![0]!["leaves"] = "2026-12-18";
            file["people"]![1]!["left"] = true;
        }), "trust.json");
        Assert.Equal((TimeSpan.FromDays(14), TimeSpan.FromHours(4), TimeSpan.FromDays(90), true), (trust.Accounts.CheckInEvery, trust.Accounts.AnswerWithin, trust.Accounts.ReviewEvery, trust.Accounts.InHolidays));
        Assert.Equal((new DateOnly(2026, 12, 18), true), (trust.People[0].Leaves, trust.People[1].Left));
    }

    [Theory]
    [InlineData("checkInEvery", "01:00:00", "accounts.checkInEvery must be from one to 92 days")]
    [InlineData("answerWithin", "00:10:00", "accounts.answerWithin must be from one hour")]
    [InlineData("reviewEvery", "1.00:00:00", "accounts.reviewEvery must be from seven to 730 days")]
    [InlineData("reviewevery", "90.00:00:00", "reviewevery")]
    public void A_rhythm_that_cannot_be_is_refused(string key, string value, string said) =>
        Assert.Contains(said, Assert.Throws<TrustFileException>(() => TrustFile.Parse(With(file => file["accounts"] = new JsonObject { [key] = value }), "trust.json")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("leaves", "\"18 December\"")]
    [InlineData("left", "\"yes\"")]
    public void A_last_day_that_cannot_be_read_is_refused_with_its_line(string key, string value) => Assert.Contains(
        "trust.json, line ", Assert.Throws<TrustFileException>(() => TrustFile.Parse(With(file => file["people"]![0]![key] = JsonNode.Parse(value)), "trust.json")).Message, StringComparison.Ordinal);

    private static (Severity, string) Of(DoctorFinding finding) => (finding.Severity, finding.Came);

    private static string With(Action<JsonNode> change)
    {
        var file = JsonNode.Parse(Cast.TrustWithOfficeJson())!;
        change(file);
        return file.ToJsonString();
    }

    /// <summary>Added by Sam for Priya, and handed to Tom.</summary>
    private static async Task<Account> StoreAsync(Memory memory)
    {
        var added = Assert.IsType<Ruling<Account>.Allowed>(AccountRules.Add(Reference, Good with { Deputy = null, Administrators = [Sam, Priya] }, Priya, [], Sam, "draft-1", Now));
        var handed = Assert.IsType<Ruling<Account>.Allowed>(AccountRules.HandTo(added.After, Tom, "", Sam, Now));
        Assert.True(await memory.Store.CommitAllAsync([new CaseChange(0, handed.After, [.. added.Entries, .. handed.Entries])], Now));
        return handed.After;
    }
}
