using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Faults;

namespace PolicyBot.Tests.Driver;

/// <summary>
/// A Trust with its people, its Teams and the bot in it. The clock stands still until a test moves it, and a call to anywhere but this
/// Teams fails the tests.
/// </summary>
public sealed class School : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentQueue<OutsideWorld> worlds = new();
    private int teachers;
    private FakeConnector? teams;
    private FakeFileHost? files;
    private BotHost? bot;
    private ProcessRig? process;

    internal FakeTime Clock { get; init; } = new(new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero));

    internal LogBook Log { get; } = new();

    internal FakeConnector Teams => teams!;

    internal FakeFileHost Files => files!;

    /// <summary>Where the bot keeps what it fetched.</summary>
    internal string EvidenceFolder => folder.File("evidence");

    internal BotHost Bot => bot!;

    /// <summary>True: the bot is a process of its own, with the machine's clock, and can be killed; there is no <see cref="Bot"/> then.</summary>
    internal bool Apart { get; init; }

    internal ProcessRig Process => process!;

    /// <summary>The cases, as whoever works beside the bot reads and writes them.</summary>
    internal CaseStore Store => process?.Store ?? Bot.Get<CaseStore>();

    /// <summary>Every answer to a press, with the conversation that it was pressed in.</summary>
    internal ConcurrentQueue<(string Place, string Body)> Answers { get; } = new();

    internal SltChannel North => new(this, Cast.NorthChannel);

    internal SltChannel South => new(this, Cast.SouthChannel);

    /// <summary>A PostgreSQL connection string, for several bots at once; otherwise a SQLite file of this school's own.</summary>
    internal string? Database { get; init; }

    /// <summary>The file that describes the Trust.</summary>
    internal string Trust { get; init; } = Cast.TrustJson();

    /// <summary>What the policy is to say, for tests of the talk alone; otherwise the shipped policy answers.</summary>
    internal ScriptedPolicy? Policy { get; init; }

    /// <summary>What the words of a report are to sound like; null: the bot's own reader reads them.</summary>
    internal ScriptedReader? Reader { get; init; } = new();

    /// <summary>What the rules are to find in a draft; null: the bot's own rules read it.</summary>
    internal ScriptedDrafts? Drafts { get; init; } = new();

    /// <summary>A policy folder of this school's own; otherwise the shipped one.</summary>
    internal string? Policies { get; init; }

    /// <summary>Settings besides those that every school has.</summary>
    internal IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    internal string ConnectionString => Database ?? $"Data Source={DatabaseFile}";

    private string DatabaseFile => folder.File("cases.db");

    public async ValueTask InitializeAsync()
    {
        teams = await FakeConnector.StartAsync();
        files = await FakeFileHost.StartAsync();
        await File.WriteAllTextAsync(folder.File("trust.json"), Trust);
        if (Apart)
            process = await ProcessRig.StartAsync(AllSettings, folder.Path, ConnectionString, Clock);
        else
            bot = await OpenAsync();
    }

    /// <summary>What the bot is told at its start.</summary>
    internal Dictionary<string, string?> AllSettings => new(Settings, StringComparer.Ordinal)
    {
        ["Bot:Local"] = "true",
        ["Bot:TenantId"] = Cast.Tenant,
        ["Playground:Launch"] = "false",
        ["Clocks:Poll"] = ClockHand.Poll.ToString(),
        ["Trust:File"] = folder.File("trust.json"),
        ["Policy:Folder"] = Policies,
        ["Evidence:Folder"] = EvidenceFolder,
        ["ConnectionStrings:Cases"] = ConnectionString,
    };

    /// <summary>One more bot on the same database; the caller closes it.</summary>
    internal Task<BotHost> OpenAsync()
    {
        var world = new OutsideWorld().Map(FakeFileHost.Host, Files.Address);
        worlds.Enqueue(world);
        return BotHost.StartAsync(AllSettings, folder.Path, "Development", Clock, Log, world, Policy, Reader, Drafts);
    }

    /// <summary>The process ends and another one begins on the same database.</summary>
    internal async Task RestartAsync(string? trust = null)
    {
        await Bot.DisposeAsync();
        if (trust is not null)
            await File.WriteAllTextAsync(folder.File("trust.json"), trust);
        bot = await OpenAsync();
    }

    /// <summary>A member of staff whom no other test of this school has met.</summary>
    internal Participant Teacher() => InChat(Cast.Teachers[Interlocked.Increment(ref teachers) - 1]);

    /// <summary>Somebody in their own chat with the bot.</summary>
    internal Participant InChat(Member member) => new(this, member, new Place(Teams.ChatOf(member.DirectoryId ?? member.TeamsId), "personal"));

    /// <summary>
    /// The bot has said whatever it has to say, and knows that it has arrived: what comes late is not taken for the answer to the next thing
    /// said, and a call under way does not seem to have hung when time passes. Not waited for where Teams is made to misbehave.
    /// </summary>
    internal async Task SettlesAsync()
    {
        if (process is not null)
            await process.SettlesAsync();
        else
            while (Teams.Behaves && !await Bot.Get<Database>().IsAtRestAsync(Clock.GetUtcNow(), TestContext.Current.CancellationToken))
                await Task.Yield();
    }

    /// <summary>Time goes by at once, with nothing on its way meanwhile.</summary>
    internal async Task LaterAsync(TimeSpan by)
    {
        await SettlesAsync();
        Clock.Advance(by);
    }

    internal Task<Answer> DeliverAsync(JsonObject activity) => process?.DeliverAsync(activity.ToJsonString()) ?? DeliverAsync(activity, Bot);

    internal async Task<Answer> DeliverAsync(JsonObject activity, BotHost to)
    {
        var answer = await PostAsync(to, activity.ToJsonString());
        Answers.Enqueue(((activity["conversation"] as JsonObject)?["id"]?.ToString() ?? "", answer.Body));
        return answer;
    }

    internal Task<Answer> PostAsync(string body) => PostAsync(Bot, body);

    internal static async Task<Answer> PostAsync(BotHost to, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await to.Client.PostAsync(new Uri("/api/messages", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>All that the bot remembers of people and cases, as text: equal before and after means that nothing was changed.</summary>
    internal string Remembered() => Rows("conversations", "cases", "trail", "asked", "readings");

    /// <summary>One case and its trail, as text.</summary>
    internal string CaseRows(string reference) => string.Join('\n', Rows("cases", "trail").Split('\n').Where(line => line.Contains(reference, StringComparison.Ordinal)));

    /// <summary>What the bot has answered to presses, kept for those that are delivered again.</summary>
    internal string Answered() => Rows("inbox");

    private string Rows(params ReadOnlySpan<string> tables)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Mode=ReadOnly");
        connection.Open();
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are our own.
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2";
#pragma warning restore CA2100
            using var row = command.ExecuteReader();
            while (row.Read())
                text.Append(table).Append('|').AppendJoin('|', Enumerable.Range(0, row.FieldCount).Select(column => Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture))).AppendLine();
        }
        return text.ToString();
    }

    /// <summary>What the outbox still holds: for the message of a test that waited in vain.</summary>
    internal string Waiting()
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, kind, state, due_at, lease_until, attempts, doubts, reason, lane, position FROM outbox ORDER BY created_at";
        using var row = command.ExecuteReader();
        var text = new StringBuilder();
        while (row.Read())
            text.AppendJoin(" | ", Enumerable.Range(0, row.FieldCount).Select(column => Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture))).AppendLine();
        return text.ToString();
    }

    /// <summary>Changes the tables behind the bot's back, as somebody with a database tool can.</summary>
    internal void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile}");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Keeps the database from taking anything until it is let go.</summary>
    internal SqliteConnection HoldDatabase()
    {
        var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"); // a pooled one would hold on after it is closed
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Teams.DisposeAsync();
        if (process is not null)
            await process.DisposeAsync();
        else
            await Bot.DisposeAsync();
        await Files.DisposeAsync();
        folder.Dispose();
        Assert.Empty(Teams.Failures);
        Assert.Empty(worlds.SelectMany(world => world.Unexpected));
    }
}
