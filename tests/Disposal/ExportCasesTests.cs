using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.Bot.Commands;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Disposal;

/// <summary><c>export</c> and <c>verify</c>: a case file that can be read, printed and proved.</summary>
public sealed partial class ExportCasesTests
{
    private const string Nasty = "<script>alert(1)</script> Grace Okafor and Grace, by @north_gossip; Tom Whitaker saw it";

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_case_file_holds_every_field_the_timeline_and_the_proof(Engine engine)
    {
        await using var memory = await WithCaseAsync(engine);
        using var run = new CommandRun();
        Assert.Equal(0, await ExportAsync(run, memory, "INC-2026-0001", "--out", run.PathOf("out")));

        var html = await File.ReadAllTextAsync(run.PathOf("out/INC-2026-0001.html"), Ended);
        foreach (var words in (string[])["Case file INC-2026-0001", "Verified.", "2 entries", "&lt;script&gt;alert(1)", "Martin Hughes", "Reported", "Acknowledged", "@north_gossip", "Grace Okafor"])
            Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(Elsewhere(), html);
        foreach (var entry in await memory.Store.TrailOfAsync(Sample.Reference(1), Ended))
            Assert.True(html.Contains(entry.Hash, StringComparison.Ordinal) && html.Contains(entry.Previous, StringComparison.Ordinal));

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(run.PathOf("out/INC-2026-0001.json"), Ended));
        Assert.True(json.RootElement.GetProperty("verified").GetBoolean());
        Assert.Equal(Nasty, json.RootElement.GetProperty("record").GetProperty("report").GetProperty("whatHappened").GetString());
    }

    [Fact]
    public async Task Redacted_it_names_no_third_party_anywhere()
    {
        await using var memory = await WithCaseAsync(Engine.Sqlite);
        using var run = new CommandRun();
        Assert.Equal(0, await ExportAsync(run, memory, "INC-2026-0001", "--redact", "--out", run.PathOf("out")));
        foreach (var file in (string[])["INC-2026-0001-redacted.html", "INC-2026-0001-redacted.json"])
        {
            var text = await File.ReadAllTextAsync(run.PathOf($"out/{file}"), Ended);
            foreach (var gone in (string[])["Grace", "Okafor", "Priya", "Nair", "Whitaker", "north_gossip", "parent called Bob", Cast.Grace.DirectoryId!, Sample.Priya.Id])
                Assert.DoesNotContain(gone, text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Person A", text, StringComparison.Ordinal);
            Assert.Contains("Martin Hughes", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_altered_case_says_so_in_its_file_and_the_command_fails()
    {
        await using var memory = await WithCaseAsync(Engine.Sqlite);
        memory.Tamper("UPDATE trail SET actor = 'x' WHERE sequence = 2");
        using var run = new CommandRun();
        Assert.Equal(1, await ExportAsync(run, memory, "--all", "--out", run.PathOf("out")));
        Assert.Contains("INC-2026-0001: entry 2 was altered.", run.Errors.ToString(), StringComparison.Ordinal);
        var html = await File.ReadAllTextAsync(run.PathOf("out/INC-2026-0001.html"), Ended);
        Assert.Contains("Not verified.", html, StringComparison.Ordinal);
        Assert.Contains("entry 2 was altered.", html, StringComparison.Ordinal);

        Assert.Equal(1, await VerifyCases.RunAsync([], run.Settings(memory), run.Output, run.Errors));
        Assert.Contains("INC-2026-0001: entry 2 was altered.", run.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_counts_what_it_looked_at()
    {
        await using var memory = await WithCaseAsync(Engine.Sqlite);
        using var run = new CommandRun();
        Assert.Equal(0, await VerifyCases.RunAsync([], run.Settings(memory), run.Output, run.Errors));
        Assert.Equal($"Cases: 1. Trail entries: 2. All of it verified.{Environment.NewLine}", run.Output.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("INC-2026-0001", "--all")]
    [InlineData("INC-2026-0001", "INC-2026-0002")]
    [InlineData("--redact")]
    [InlineData("--all", "--out")]
    [InlineData("everything")]
    public async Task What_cannot_be_read_is_said(params string[] args)
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        using var run = new CommandRun();
        Assert.Equal(1, await ExportAsync(run, memory, args));
        Assert.StartsWith("Write: export INC-2026-0042", run.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_does_not_exist_is_said()
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        using var run = new CommandRun();
        Assert.Equal(1, await ExportAsync(run, memory, "INC-2026-0007"));
        Assert.StartsWith("There is no case INC-2026-0007.", run.Errors.ToString(), StringComparison.Ordinal);
    }

    private static Task<int> ExportAsync(CommandRun run, Memory memory, params string[] args) =>
        ExportCases.RunAsync(args, run.Settings(memory), new FakeTime(Sample.Now), run.Output, run.Errors);

    private static async Task<Memory> WithCaseAsync(Engine engine)
    {
        var memory = await Memory.NewAsync(engine);
        var report = Sample.Report with
        {
            WhatHappened = Nasty,
            Account = "@north_gossip",
            About = [new PersonRef(Cast.Grace.DirectoryId!, Cast.Grace.Name)],
            AboutOthers = "A parent called Bob",
            Confidential = true,
        };
        var opened = IncidentRules.Open(Sample.Reference(1), report, Sample.Priya, "north", "draft-1", Sample.Now);
        var taken = Assert.IsType<Ruling<Incident>.Allowed>(IncidentRules.Acknowledge(opened.After, Sample.Martin, Sample.Now));
        await memory.Store.CommitAsync(Sample.Turn("open") with { Case = new CaseChange(0, opened.After, opened.Entries) });
        await memory.Store.CommitAsync(Sample.Turn("take") with { Case = new CaseChange(1, taken.After, taken.Entries) });
        return memory;
    }

    // Nothing that a browser would fetch: no address in an attribute, no import.
    [GeneratedRegex("""(?:src|href)\s*=|@import|url\(""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhere();
}
