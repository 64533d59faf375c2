using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PolicyBot.Tests;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Fakes.Graph;

namespace PolicyBot.RecordsBenchmark;

/// <summary>A way of starting, with what was measured of it.</summary>
internal sealed record Way(string Name, Dictionary<string, string> Settings)
{
    /// <summary>From the start of the process until <c>/health/live</c> answers, in milliseconds.</summary>
    public List<double> Lives { get; } = [];

    /// <summary>Processor time that it took of this machine's CPUs until then, in milliseconds: the figure that other programs disturb least.</summary>
    public List<double> Cpu { get; } = [];

    /// <summary>From then until the first answer has arrived in the chat, in milliseconds.</summary>
    public List<double> Answers { get; } = [];

    /// <summary>Resident memory after that, in bytes.</summary>
    public List<double> Resident { get; } = [];

    /// <summary>Whether Graph's library was in the process by then.</summary>
    public bool Loaded { get; set; }
}

/// <summary>
/// What Microsoft Graph costs at the start: the published bot without it, with it for notifications and the record only, and with it for people too; each in turn, so that what happens on the
/// machine happens to all. Each is asked one question, from a database that was there before.
/// </summary>
internal static class Start
{
    private const string Priya = "00000000-0000-4000-8000-0000000000a1";
    private const string Tenant = "11111111-2222-4333-8444-555555555555";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(2);

    public static async Task MeasureAsync(int rounds, TextWriter to)
    {
        using var folder = new TemporaryFolder();
        await PublishAsync(folder.File("bot"));
        await using var graph = await FakeGraph.StartAsync();
        graph.RequiresToken = false;
        var trust = Path.Combine(Repository.Root, "bot", "trust.local.json");
        foreach (var person in JsonNode.Parse(await File.ReadAllTextAsync(trust))!["people"]!.AsArray())
            graph.People[person!["id"]!.ToString()] = new GraphPerson(person["id"]!.ToString(), person["name"]!.ToString());
        await using var teams = new AnsweredTeams();
        await teams.StartAsync();
        Way[] ways =
        [
            new("without Graph", []),
            new("Graph for notifications and the record", new(StringComparer.Ordinal) { ["Graph__BaseUrl"] = graph.BaseUrl, ["Graph__People"] = "false" }),
            new("Graph for people too", new(StringComparer.Ordinal) { ["Graph__BaseUrl"] = graph.BaseUrl }),
        ];
        for (var round = 0; round <= rounds; round++)
            foreach (var way in ways.Skip(round % ways.Length).Concat(ways.Take(round % ways.Length)))
            {
                await Console.Error.WriteLineAsync(round == 0 ? $"Making its database: {way.Name}" : $"Round {round} of {rounds}: {way.Name}");
                await OnceAsync(way, folder, trust, teams, counts: round > 0);
            }
        Write(to, rounds, ways);
    }

    private static async Task OnceAsync(Way way, TemporaryFolder folder, string trust, AnsweredTeams teams, bool counts)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var own = Directory.CreateDirectory(folder.File(way.Name.Replace(' ', '-'))).FullName;
        var how = new ProcessStartInfo("dotnet", [Path.Combine(folder.File("bot"), "PolicyBot.Bot.dll"), "--urls", address.AbsoluteUri]) { WorkingDirectory = own, UseShellExecute = false };
        (string, string)[] settings =
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("Bot__Local", "true"), ("Playground__Launch", "false"), ("Trust__File", trust),
            ("ConnectionStrings__Cases", $"Data Source={Path.Combine(own, "cases.db")}"), ("Logging__LogLevel__Default", "Error"), ("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Error"),
        ];
        foreach (var (name, value) in settings.Concat(way.Settings.Select(setting => (setting.Key, setting.Value))))
            how.Environment[name] = value;

        using var http = new HttpClient { BaseAddress = address, Timeout = Longest };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(how)!;
        try
        {
            while (!await LivesAsync(http))
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(began) > Longest)
                    throw new InvalidOperationException($"The bot did not start: {way.Name}.");
                await Task.Delay(Moment, TimeProvider.System);
            }
            var lives = Stopwatch.GetElapsedTime(began);
            var cpu = process.TotalProcessorTime;
            var answer = teams.NextAsync();
            await AskAsync(http, teams.Address);
            await answer.WaitAsync(Longest);
            if (!counts)
                return;
            way.Lives.Add(lives.TotalMilliseconds);
            way.Cpu.Add(cpu.TotalMilliseconds);
            way.Answers.Add((Stopwatch.GetElapsedTime(began) - lives).TotalMilliseconds);
            process.Refresh();
            way.Resident.Add(process.WorkingSet64);
            way.Loaded |= (await File.ReadAllLinesAsync($"/proc/{process.Id}/maps")).Any(line => line.EndsWith("/Microsoft.Graph.dll", StringComparison.Ordinal));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> LivesAsync(HttpClient http)
    {
        try
        {
            return await http.GetStringAsync(new Uri("/health/live", UriKind.Relative)) == "live\n";
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task AskAsync(HttpClient http, Uri teams)
    {
        var asked = new JsonObject
        {
            ["type"] = "message",
            ["text"] = "can I put pictures of students on my own Instagram",
            ["textFormat"] = "plain",
            ["id"] = Guid.NewGuid().ToString("N"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = teams.AbsoluteUri,
            ["from"] = new JsonObject { ["id"] = $"29:{Priya}", ["name"] = "Priya Nair", ["aadObjectId"] = Priya },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = Tenant, ["id"] = "a:priya" },
            ["recipient"] = new JsonObject { ["id"] = "28:99999999-8888-4777-8666-555555555555", ["name"] = "PolicyBot" },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        };
        using var content = new StringContent(asked.ToJsonString(), Encoding.UTF8, "application/json");
        using var taken = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        taken.EnsureSuccessStatusCode();
    }

    private static async Task PublishAsync(string to)
    {
        await Console.Error.WriteLineAsync("Publishing the bot …");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", "bot", "-c", "Release", "-o", to, "-v", "quiet", "--nologo"]) { WorkingDirectory = Repository.Root, UseShellExecute = false })!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException("The bot could not be published.");
    }

    private static void Write(TextWriter to, int rounds, Way[] ways)
    {
        to.WriteLine("| | until it lives, ms | more | CPU until then, ms | more | until its first answer, ms | more | resident after it, MB | more | Graph's library loaded |");
        to.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        foreach (var way in ways)
            to.WriteLine(
                $"| {way.Name} | {Median(way.Lives):0} | {More(way, of => of.Lives):0} | {Median(way.Cpu):0} | {More(way, of => of.Cpu):0} | {Median(way.Answers):0} | {More(way, of => of.Answers):0} | {Median(way.Resident) / 1e6:0.0} | {More(way, of => of.Resident) / 1e6:0.0} | {(way.Loaded ? "yes" : "no")} |");
        to.WriteLine();
        to.WriteLine($"Medians of {rounds} starts each, in turn; \"more\" is the median of the differences to the start without Graph in the same round. Nothing is pinned to a CPU.");

        double More(Way way, Func<Way, List<double>> of) => Median(of(way).Zip(of(ways[0]), (with, without) => with - without));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Takes what the bot sends into a chat, and says when an answer with the clause came.</summary>
    private sealed class AnsweredTeams : IAsyncDisposable
    {
        private FakeServer? server;
        private TaskCompletionSource next = new();

        public Uri Address => server!.Address;

        public async Task StartAsync() => server = await FakeServer.StartAsync(TakeAsync);

        public Task NextAsync() => (next = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        private async Task TakeAsync(HttpContext context)
        {
            using var body = new StreamReader(context.Request.Body);
            var sent = await body.ReadToEndAsync();
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"id":"1"}""");
            if (sent.Contains("Under no circumstances should staff share", StringComparison.Ordinal))
                next.TrySetResult();
        }

        public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
