using System.Globalization;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Bot.Graph;
using PolicyBot.Cases.Records;
using PolicyBot.Tests;
using PolicyBot.Tests.Fakes.Graph;

namespace PolicyBot.RecordsBenchmark;

/// <summary>What a drain came to.</summary>
/// <param name="Refused">Requests that SharePoint answered with 429.</param>
/// <param name="Managed">Managed memory of the bot before the first record, after half of them and after the last, in bytes.</param>
/// <param name="Resident">All of its memory at the same moments.</param>
internal sealed record Drained(int Records, double Seconds, int Requests, long Units, int Most, int Refused, int Duplicates, long[] Managed, long[] Resident);

/// <summary>
/// A backlog drains into a SharePoint that counts what it is asked for and refuses what is too much. SharePoint's minute is a second here, so that nobody waits for hours; the clock is the
/// machine's, and the database a file of SQLite.
/// </summary>
internal static class Drain
{
    // As in the tests: what the bot spends in a second, of what SharePoint allows in it. In a real tenant it is the same share of a minute.
    private const int Spends = 600;
    private const int Allows = 800;

    public static async Task<Drained> MeasureAsync(int records)
    {
        using var folder = new TemporaryFolder();
        await using var graph = await FakeGraph.StartAsync();
        graph.RequiresToken = false; // a bot without credentials has none to show
        graph.Granted.UnionWith(["Lists.SelectedOperations.Selected", "Sites.FullControl.All"]);
        var settings = Settings(folder, graph, graph.AddSite("/sites/records"), graph.AddSite("/sites/restricted"));
        await ProvisionAsync(settings);
        graph.Granted.Remove("Sites.FullControl.All");
        await Console.Error.WriteLineAsync($"Filling the database with {records} answered questions …");
        await Backlog.FillAsync(settings["ConnectionStrings:Cases"], records, TimeProvider.System.GetUtcNow());

        // Nothing is let through until the bot's memory has been read.
        var begin = new TaskCompletionSource();
        graph.Dawdle = _ => begin.Task;
        graph.Allowance = (Allows, TimeSpan.FromSeconds(1), TimeProvider.System);
        await using var bot = await MeasuredProcess.StartAsync(folder.Path, settings);
        var list = graph.Sites[0].List(RecordLists.Questions);
        List<long> managed = [await bot.ManagedAsync()], resident = [bot.Resident];
        await Console.Error.WriteLineAsync("Draining …");
        var (began, before) = (TimeProvider.System.GetTimestamp(), graph.Requests.Count);
        begin.SetResult();
        await graph.WaitForAsync(_ => list.Items.Count >= records / 2, CancellationToken.None);
        managed.Add(await bot.ManagedAsync());
        resident.Add(bot.Resident);
        await graph.WaitForAsync(_ => list.Items.Count >= records, CancellationToken.None);
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var (requests, units) = (graph.Requests.Count - before, graph.Spent);
        managed.Add(await bot.ManagedAsync());
        resident.Add(bot.Resident);

        if (graph.Failures is [var wrong, ..])
            throw new InvalidOperationException($"Graph would not have taken this: {wrong}");
        var distinct = list.Items.Select(item => item.Text("CaseKey")).Distinct(StringComparer.Ordinal).Count();
        return new Drained(records, seconds, requests, units, graph.MostInAWindow, graph.Throttled, list.Items.Count - distinct, [.. managed], [.. resident]);
    }

    public static void Write(TextWriter to, Drained of)
    {
        var pace = of.Units / of.Seconds;
        to.WriteLine("| records | seconds | requests | requests/s | units/s | of the bot's own pace | most units in a second | refused (429) | duplicates | managed memory at start / half / end, MB | resident, MB |");
        to.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        to.WriteLine(
            $"| {of.Records:N0} | {of.Seconds:0.0} | {of.Requests:N0} | {of.Requests / of.Seconds:0} | {pace:0} | {pace / Spends:0.00} | {of.Most} of {Allows} | {of.Refused} | {of.Duplicates} "
            + $"| {Megabytes(of.Managed)} | {Megabytes(of.Resident)} |");
        to.WriteLine();
        to.WriteLine($"SharePoint's minute is a second here, by the machine's clock: it allows {Allows} resource units in it, and the bot spends at most {Spends}. "
            + $"With the setting that stands for the smallest tenant ({new GraphOptions().SharePointUnits} units a second) that is {new GraphOptions().SharePointUnits * 60.0 * of.Records / of.Units:0} records a minute.");
    }

    private static string Megabytes(long[] bytes) => string.Join(" / ", bytes.Select(each => (each / 1e6).ToString("0.0", CultureInfo.InvariantCulture)));

    private static async Task ProvisionAsync(Dictionary<string, string> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([.. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)), new("ENVIRONMENT", "Development")]).Build();
        using var said = new StringWriter();
        string[] args = ["--site", "https://trust.sharepoint.com/sites/records", "--restricted-site", "https://trust.sharepoint.com/sites/restricted", "--yes"];
        if (await ProvisionCommand.RunAsync(args, configuration, TextReader.Null, said, said) != 0)
            throw new InvalidOperationException(said.ToString());
    }

    private static Dictionary<string, string> Settings(TemporaryFolder folder, FakeGraph graph, GraphSite site, GraphSite restricted) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort.Find()}",
        ["Bot:Local"] = "true",
        ["Playground:Launch"] = "false",
        ["Trust:File"] = Path.Combine(Repository.Root, "bot", "trust.local.json"),
        ["ConnectionStrings:Cases"] = $"Data Source={folder.File("cases.db")}",
        ["Evidence:Folder"] = folder.File("evidence"),
        ["Graph:BaseUrl"] = graph.BaseUrl,
        ["Graph:ClientId"] = graph.Client,
        ["Graph:People"] = "false",
        ["Graph:SharePointUnits"] = Spends.ToString(CultureInfo.InvariantCulture),
        ["Graph:AtOnce"] = "16",
        ["Graph:Records:Site"] = site.Id,
        ["Graph:Records:RestrictedSite"] = restricted.Id,
        ["Delivery:Poll"] = "00:00:00.1",
        ["Logging:LogLevel:Default"] = "Error",
    };
}
