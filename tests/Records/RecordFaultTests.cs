using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Bot.Evidence;
using PolicyBot.Cases.Records;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Fakes.Graph;
using PolicyBot.Tests.Faults;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Records;

/// <summary>The whole bot in its own process, killed three times, before a Graph that fails one call in five: every record and every file arrives once.</summary>
public sealed class RecordFaultTests
{
    private const int Each = 20;
    private const int Seed = 20261123;
    private static readonly int[] KillsAt = [60, 180, 320];

    [Fact(Timeout = 5 * 60 * 1000)]
    public async Task Through_faults_and_three_kills_every_record_and_file_arrives_once_and_reconcile_finds_nothing()
    {
        var ended = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var graph = await FakeGraph.StartAsync();
        graph.RequiresToken = false; // a bot without credentials has none to show, and may only speak to this machine
        graph.Granted.UnionWith(["Lists.SelectedOperations.Selected", "Sites.FullControl.All"]);
        var (site, restricted) = (graph.AddSite("/sites/records"), graph.AddSite("/sites/restricted"));
        var settings = Settings(folder, graph, site, restricted);
        var read = Read(settings);
        await File.WriteAllTextAsync(folder.File("trust.json"), Cast.TrustWithOfficeJson(), ended);
        using var output = new StringWriter();
        Assert.Equal(0, await ProvisionCommand.RunAsync(RecordRig.Provisioning, read, TextReader.Null, output, output));
        graph.Granted.Remove("Sites.FullControl.All");
        await FillAsync(folder);

        var kills = 0;
        var asked = graph.Requests.Count;
        var random = new Random(Seed);
        await using (var bot = new BotProcess(folder.Path, settings))
        {
            graph.Misbehave = _ =>
            {
                if (kills < KillsAt.Length && Interlocked.Increment(ref asked) > KillsAt[kills] && bot.Kill())
                    kills++;
                lock (random)
                {
                    var accepted = random.Next(2) == 0;
                    return random.Next(100) switch
                    {
                        < 5 => Fault.Throttled(1),
                        < 10 => Fault.Gateway(503, accepted),
                        < 13 => Fault.Reset(accepted),
                        < 16 => Fault.Coded(412, "preconditionFailed"),
                        < 18 => Fault.Coded(409, "resourceModified"),
                        < 20 => Fault.Gateway(502, accepted),
                        _ => null,
                    };
                }
            };
            await DrainAsync(bot, ended);
        }

        Assert.Equal(3, kills);
        Assert.Empty(graph.Failures);
        graph.Misbehave = _ => null;
        Assert.Equal(Each - (Each / 5), site.List(RecordLists.Incidents).Items.Count);
        Assert.Equal(Each / 5, restricted.List(RecordLists.Restricted).Items.Count);
        Assert.Equal((Each, Each), (site.List(RecordLists.Questions).Items.Count, site.List(RecordLists.Opinions).Items.Count));
        Assert.Equal((Each, Each), (site.List(RecordLists.Comments).Items.Count, site.List(RecordLists.Handovers).Items.Count));
        Assert.Equal(Each, site.List(RecordLists.Evidence).Files.Count + restricted.List(RecordLists.RestrictedEvidence).Files.Count);
        foreach (var list in site.Lists.Concat(restricted.Lists))
            Assert.Equal(list.Items.Count, list.Items.Select(item => item.Text("CaseKey")).Distinct(StringComparer.Ordinal).Count());

        output.GetStringBuilder().Clear();
        Assert.Equal((0, "The record and the database say the same.\n"), (await ReconcileCommand.RunAsync([], read, output, output), output.ToString().ReplaceLineEndings("\n")));
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{5 * Each} records and {Each} files, {graph.Requests.Count} calls, {kills} kills"));
    }

    private static async Task FillAsync(TemporaryFolder folder)
    {
        await using var store = new CaseStore(Stored(folder), TimeSpan.FromMinutes(1));
        await store.OpenAsync(Sample.Now, TestContext.Current.CancellationToken);
        var evidence = new EvidenceFolder(Microsoft.Extensions.Options.Options.Create(new EvidenceOptions { Folder = folder.File("evidence") }));
        for (var number = 1; number <= Each; number++)
        {
            // Some are large, and go up in slices.
            var file = Ended.File(number % 7 == 0 ? 4_500_000 : 3000 + number, number);
            await evidence.KeepAsync(Ended.PieceOf(number, 0), file, TestContext.Current.CancellationToken);
            await Ended.IncidentAsync(store, number, number % 5 == 0 ? Sample.Report with { About = [Sample.Martin] } : Sample.Report, file);
            await Ended.QuestionAsync(store, number);
            await Ended.OpinionAsync(store, number);
            await Ended.CommentAsync(store, number);
            await Ended.HandoverAsync(store, number);
        }
        await MakeDueAsync(folder);
    }

    /// <summary>The settings of a process, as its commands read them.</summary>
    internal static IConfiguration Read(Dictionary<string, string> settings) => new ConfigurationBuilder().AddInMemoryCollection(
        settings.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal).Replace("ASPNETCORE_", "", StringComparison.Ordinal), (string?)pair.Value))).Build();

    /// <summary>The cases end at the tests' own hour, and the process has the machine's clock: whatever that says, it is all due.</summary>
    internal static async Task MakeDueAsync(TemporaryFolder folder)
    {
        await using var connection = Stored(folder).ConnectToWrite();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE outbox SET due_at = 0";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    internal static Dictionary<string, string> Settings(TemporaryFolder folder, FakeGraph graph, GraphSite site, GraphSite restricted) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Bot__Local"] = "true",
        ["Playground__Launch"] = "false",
        ["Trust__File"] = folder.File("trust.json"),
        ["ConnectionStrings__Cases"] = $"Data Source={folder.File("cases.db")}",
        ["Evidence__Folder"] = folder.File("evidence"),
        ["Graph__BaseUrl"] = graph.BaseUrl,
        ["Graph__ClientId"] = graph.Client,
        ["Graph__People"] = "false",
        ["Graph__Timeout"] = "00:00:05",
        ["Graph__SharePointUnits"] = "100000",
        ["Graph__Records__Site"] = site.Id,
        ["Graph__Records__RestrictedSite"] = restricted.Id,
        ["Graph__Records__Slice"] = "1310720",
        ["Delivery__FirstWait"] = "00:00:00.1",
        ["Delivery__LongestWait"] = "00:00:01",
        ["Delivery__Poll"] = "00:00:00.1",
        ["Logging__LogLevel__Default"] = "Error",
        ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
    };

    private static async Task DrainAsync(BotProcess bot, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        while (true)
        {
            await bot.Ready.WaitAsync(cancellationToken);
            try
            {
                var ready = JsonNode.Parse(await http.GetStringAsync(new Uri(bot.Address, "/health/ready"), cancellationToken))!;
                Assert.Equal("ok", ready["graph"]!.GetValue<string>());
                Assert.Equal(0, ready["outbox"]!["parked"]!.GetValue<int>());
                if (ready["outbox"]!["waitingForGraph"]!.GetValue<int>() == 0)
                    return;
            }
            catch (HttpRequestException)
            {
                // Killed this very moment.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }
    }

    private static Database Stored(TemporaryFolder folder) => Database.For($"Data Source={folder.File("cases.db")};Pooling=False");
}
