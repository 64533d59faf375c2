using System.Globalization;
using PolicyBot.Bot.Commands;
using PolicyBot.Cases.Records;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes.Graph;
using PolicyBot.Tests.Faults;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Records;

/// <summary>
/// A backlog drains at SharePoint's pace and never above it. Its minute is a second here, so that nobody waits an hour; <c>POLICYBOT_RECORDS=10000</c> makes the backlog that
/// long, and prints how fast it went.
/// </summary>
public sealed class RecordDrainTests
{
    private const int Few = 200;

    // What the bot spends in a second, of what SharePoint allows in it: the same share as in a real tenant, 900 of 1,200 a minute.
    private static readonly (int Spent, int Allowed) InASecond = (600, 800);

    [Fact(Timeout = 15 * 60 * 1000)]
    public async Task A_backlog_drains_without_one_call_above_the_pace_and_without_duplicates()
    {
        var ended = TestContext.Current.CancellationToken;
        var records = int.Parse(Environment.GetEnvironmentVariable("POLICYBOT_RECORDS") ?? Few.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        using var folder = new TemporaryFolder();
        await using var graph = await FakeGraph.StartAsync();
        graph.RequiresToken = false;
        graph.Granted.UnionWith(["Lists.SelectedOperations.Selected", "Sites.FullControl.All"]);
        var settings = RecordFaultTests.Settings(folder, graph, graph.AddSite("/sites/records"), graph.AddSite("/sites/restricted"));
        (settings["Graph__SharePointUnits"], settings["Graph__AtOnce"]) = (InASecond.Spent.ToString(CultureInfo.InvariantCulture), "16");
        await File.WriteAllTextAsync(folder.File("trust.json"), Cast.TrustWithOfficeJson(), ended);
        using var output = new StringWriter();
        var configuration = RecordFaultTests.Read(settings);
        Assert.Equal(0, await ProvisionCommand.RunAsync(RecordRig.Provisioning, configuration, TextReader.Null, output, output));
        await FillAsync(folder, records);

        graph.Allowance = (InASecond.Allowed, TimeSpan.FromSeconds(1), TimeProvider.System);
        var calls = graph.Requests.Count;
        await using var bot = new BotProcess(folder.Path, settings);
        await bot.Ready.WaitAsync(ended);
        var list = graph.Sites[0].List(RecordLists.Questions);
        await graph.WaitForAsync(_ => list.Items.Count >= records / 10, ended);
        var (began, spent, early) = (TimeProvider.System.GetTimestamp(), graph.Spent, bot.MemoryInUse);
        await graph.WaitForAsync(_ => list.Items.Count >= records, ended);
        var (seconds, late) = (TimeProvider.System.GetElapsedTime(began).TotalSeconds, bot.MemoryInUse);

        Assert.Equal((records, 0), (list.Items.Select(item => item.Text("CaseKey")).Distinct(StringComparer.Ordinal).Count(), graph.Throttled));
        Assert.Equal(records, list.Items.Count);
        Assert.Empty(graph.Failures);
        Assert.InRange(graph.MostInAWindow, 1, InASecond.Allowed);
        Assert.InRange(late, 0, early + (64L << 20));
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{records} records, {graph.Requests.Count - calls} calls, {(graph.Spent - spent) / seconds:0} units/s: {(graph.Spent - spent) / seconds / InASecond.Spent:0.00} of the pace; at most {graph.MostInAWindow} of {InASecond.Allowed} in a second, memory {early >> 20} MB then {late >> 20} MB"));
    }

    private static async Task FillAsync(TemporaryFolder folder, int records)
    {
        await using var store = new CaseStore(Database.For($"Data Source={folder.File("cases.db")};Pooling=False"), TimeSpan.FromMinutes(1));
        await store.OpenAsync(Sample.Now, TestContext.Current.CancellationToken);
        foreach (var some in Enumerable.Range(1, records).Chunk(500))
            await Task.WhenAll(some.Select(number => Ended.QuestionAsync(store, number)));
        await RecordFaultTests.MakeDueAsync(folder);
    }
}
