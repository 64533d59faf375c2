using System.Globalization;
using System.Text.Json.Nodes;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Faults;

/// <summary>The whole bot in its own process, killed again and again, behind a Connector that fails one call in five.</summary>
public sealed class FaultTests
{
    private const int People = 50;
    private const int ReportsEach = 4;
    private const int Kills = 20;
    private const int Seed = 20261123;
    private static readonly string[] Academies = ["north", "south"];

    [Fact(Timeout = 10 * 60 * 1000)]
    public async Task Two_hundred_reports_through_twenty_kills_are_two_hundred_cases_with_one_card_and_one_confirmation_each()
    {
        var begun = TimeProvider.System.GetTimestamp();
        var ended = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("trust.json"), TrustWith(People), ended);
        await using var teams = await FakeConnector.StartAsync();
        await using var bot = new BotProcess(folder.Path, Settings(folder));
        var mishaps = new Mishaps(Seed, Kills, bot.Kill);
        teams.Misbehave = mishaps.Of;
        using var http = new HttpClient();

        TeamsClient Client(string person, string conversation, string type) => new(bot, teams, mishaps, http, person, conversation, type);
        var reporters = Enumerable.Range(1, People).Select(n => new Reporter(Client(PersonId(n), $"a:chat-{n}", "personal"), teams, PersonId(n))).ToList();
        var watchers = Academies.Zip((string[])["b1", "b3"])
            .Select(slt => new ChannelWatcher(Client($"00000000-0000-4000-8000-0000000000{slt.Second}", $"19:{slt.First}-incidents@thread.tacv2", "channel"), teams)).ToList();

        using var watching = CancellationTokenSource.CreateLinkedTokenSource(ended);
        var watches = watchers.Select(watcher => watcher.WatchAsync(watching.Token)).ToList();
        await Task.WhenAll(reporters.Select(async reporter =>
        {
            for (var n = 1; n <= ReportsEach; n++)
                await reporter.ReportAsync(Words(reporter, n), ended);
        }));
        await DrainAsync(bot, http, ended);
        await watching.CancelAsync();
        await Task.WhenAll(watches);
        foreach (var watcher in watchers)
            await watcher.LookAgainAsync(ended);
        await DrainAsync(bot, http, ended);
        await bot.DisposeAsync();

        Assert.Equal(Kills, mishaps.Kills);
        Assert.Empty(teams.Failures);
        Assert.Empty(Undeliverable(folder));
        var incidents = await IncidentsAsync(folder, ended);
        Assert.Equal(Enumerable.Range(1, People * ReportsEach), incidents.Select(incident => incident.Reference.Number));
        Assert.Equal(
            from n in Enumerable.Range(1, ReportsEach) from reporter in reporters orderby reporter.Id, n select Words(reporter, n),
            incidents.Select(incident => incident.Report.WhatHappened).Order(StringComparer.Ordinal));

        var inChannels = watchers.SelectMany(watcher => watcher.Client.Messages).ToList();
        var inChats = reporters.SelectMany(reporter => reporter.Client.Messages).ToList();
        foreach (var incident in incidents)
        {
            var reference = incident.Reference.ToString();
            Assert.Single(inChannels, message => message.Activity.GetRawText().Contains(reference, StringComparison.Ordinal));
            Assert.Single(inChats, message => DrawnCard.Of(message.Activity)?.Confirms == reference);
            Assert.Contains(reference, reporters.Single(reporter => reporter.Id == incident.Reporter.Id).References);
        }
        Assert.Equal(incidents.Length, inChannels.Count);

        var removed = teams.AllMessages.Count(message => message.Deleted);
        var seconds = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{incidents.Length} reports, {mishaps.Kills} kills, {mishaps.Faults} of {teams.Calls.Count} calls failed, {removed} copies taken away, {seconds:0} s"));
    }

    private static Dictionary<string, string> Settings(TemporaryFolder folder) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Bot__Local"] = "true",
        ["Bot__ConnectorTimeout"] = "00:00:01",
        ["Playground__Launch"] = "false",
        ["Trust__File"] = folder.File("trust.json"),
        ["ConnectionStrings__Cases"] = $"Data Source={folder.File("cases.db")}",
        ["Delivery__FirstWait"] = "00:00:00.1",
        ["Delivery__LongestWait"] = "00:00:01",
        ["Delivery__Reconcile"] = "00:00:00.5",
        ["Delivery__Poll"] = "00:00:00.1",
        ["Logging__LogLevel__Default"] = "Error",
        ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
    };

    private static string PersonId(int n) => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{n:000000000000}");

    /// <summary>The local Trust with more people in it, all of whom may report.</summary>
    private static string TrustWith(int people)
    {
        var trust = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "bot", "trust.local.json")))!;
        trust["roles"]!.AsObject().Remove("staff");
        for (var n = 1; n <= people; n++)
            trust["people"]!.AsArray().Add(new JsonObject { ["id"] = PersonId(n), ["name"] = $"Person {n}", ["email"] = $"p{n}@trust.example", ["academy"] = Academies[n % 2] });
        return trust.ToJsonString();
    }

    /// <summary>Waits until nothing is left that could still be sent.</summary>
    private static async Task DrainAsync(BotProcess bot, HttpClient http, CancellationToken cancellationToken)
    {
        while (true)
        {
            await bot.Ready.WaitAsync(cancellationToken);
            try
            {
                var outbox = JsonNode.Parse(await http.GetStringAsync(new Uri(bot.Address, "/health/ready"), cancellationToken))!["outbox"]!;
                if (outbox["waiting"]!.GetValue<int>() + outbox["ambiguous"]!.GetValue<int>() == 0)
                    return;
            }
            catch (HttpRequestException)
            {
                // Killed this very moment.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }
    }

    // Plain words, so that nobody is asked what they sound like.
    private static string Words(Reporter reporter, int number) => $"Spam adverts for sunglasses under our post. Seen by {reporter.Id}, number {number}";

    /// <summary>What an administrator would have to look at. An answer that was in doubt twice may be among it: whoever missed it asked again.</summary>
    private static List<string> Undeliverable(TemporaryFolder folder)
    {
        using var connection = Stored(folder).ConnectToWrite();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key || ': ' || state || ', ' || reason FROM outbox WHERE kind <> 'Reply'";
        using var row = command.ExecuteReader();
        var found = new List<string>();
        while (row.Read())
            found.Add(row.GetString(0));
        return found;
    }

    /// <summary>All cases in the database, each with its trail verified.</summary>
    private static async Task<ImmutableArray<Incident>> IncidentsAsync(TemporaryFolder folder, CancellationToken cancellationToken)
    {
        await using var store = new CaseStore(Stored(folder), TimeSpan.FromMinutes(1));
        var incidents = await store.Incidents.AllAsync(cancellationToken);
        foreach (var incident in incidents)
            Assert.Null(incident.Trail.FaultIn(incident.Reference, await store.TrailOfAsync(incident.Reference, cancellationToken)));
        return incidents;
    }

    private static Database Stored(TemporaryFolder folder) => Database.For($"Data Source={folder.File("cases.db")};Pooling=False");
}
