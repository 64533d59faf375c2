using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Vault;

/// <summary>Gathers everything that a bot writes, sends and answers from its start on, and then looks for a secret in all of it.</summary>
internal sealed class SecretSearch : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> traces = new();
    private readonly TemporaryFolder files = new();
    private readonly List<string> bodies = [];
    private readonly ActivityListener listener;

    public SecretSearch(string trust)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traces.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(each => each.Tags))}"),
        };
        ActivitySource.AddActivityListener(listener);
        School = new School
        {
            Database = $"Data Source={Database}",
            Trust = trust,
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Vault:KeyFile"] = files.File("keys/vault.json") },
        };
    }

    public School School { get; }

    private string Database => files.File("cases.db");

    /// <summary>Keeps what a page or a door answered, to be searched with the rest.</summary>
    public void Keeps(object? answer) => bodies.Add($"{answer}");

    public async Task KeepsDoorAsync(string path) => Keeps(await School.Bot.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    /// <summary>Every table, and all that the commands print and write.</summary>
    public async Task KeepsTablesAndCommandsAsync()
    {
        foreach (var table in Tables(Database))
            Keeps(Rows(Database, table));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [.. School.Settings, KeyValuePair.Create("ConnectionStrings:Cases", (string?)$"Data Source={Database}"), KeyValuePair.Create("Trust:File", (string?)files.File("trust.json"))]).Build();
        await File.WriteAllTextAsync(files.File("trust.json"), School.Trust, TestContext.Current.CancellationToken);
        using var said = new StringWriter();
        Assert.Equal(0, await ExportCases.RunAsync(["--all", "--out", files.File("out")], configuration, School.Clock, said, said));
        Assert.Equal(0, await RegisterCommand.RunAsync(["export", "--out", files.File("out/register.csv")], configuration, School.Clock, said, said));
        Assert.Equal(0, await VerifyCases.RunAsync([], configuration, said, said));
        Assert.Equal(0, await RetainCases.RunAsync(["--dry-run"], configuration, School.Clock, said, said));
        await OutboxCommand.RunAsync(["--parked"], configuration, School.Clock, said, said);
        Assert.Equal(0, await RotateVaultKey.RunAsync(["rotate-key"], configuration, School.Clock, said, said));
        Keeps(said);
    }

    /// <summary>Nowhere but in the two pages. <paramref name="there"/> is what must be found, so that a search of nothing does not pass.</summary>
    public void FindsNothingOf(string[] secrets, params string[] there)
    {
        var all = All().ToArray();
        foreach (var word in there)
            Assert.Contains(all, each => each.Text.Contains(word, StringComparison.Ordinal));
        foreach (var (place, text) in all)
            foreach (var form in secrets.SelectMany(Forms))
                Assert.False(text.Contains(form, StringComparison.OrdinalIgnoreCase), $"{place} holds {form}");
    }

    public async ValueTask DisposeAsync()
    {
        await School.DisposeAsync();
        listener.Dispose();
        files.Dispose();
    }

    private IEnumerable<(string Place, string Text)> All() =>
    [
        .. bodies.Select(body => ("an answer or a table", body)), .. School.Log.Lines.Select(line => ("the log", line)), .. traces.Select(trace => ("a trace", trace)),
        .. School.Teams.Calls.Select(call => ("what was sent", $"{call}{call.Body}")), .. School.Answers.Select(answer => ("an answer to a press", answer.Body)),
        .. Directory.EnumerateFiles(files.Path, "*", SearchOption.AllDirectories).Select(file => (file, Encoding.Latin1.GetString(ReadShared(file)))),
    ];

    // The bot may still hold the database open.
    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Plain, as JSON, URL and HTML write it, in hex, and in base64 at each of its three places.</summary>
    private static IEnumerable<string> Forms(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return secret;
        yield return secret[..10];
        yield return secret[11..20];
        yield return Encoding.Latin1.GetString(bytes);
        yield return Uri.EscapeDataString(secret);
        yield return System.Net.WebUtility.UrlEncode(secret);
        yield return System.Text.Json.JsonSerializer.Serialize(secret).Trim('"');
        yield return Convert.ToHexString(bytes);
        yield return Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(secret));
        for (var shift = 0; shift < 3; shift++)
        {
            var encoded = Convert.ToBase64String([.. new byte[shift], .. bytes]);
            yield return encoded[4..^4];
            yield return encoded[4..^4].Replace('+', '-').Replace('/', '_');
        }
    }

    private static List<string> Tables(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static string Rows(string database, string table)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are the database's own.
        command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var text = new StringBuilder();
        while (reader.Read())
            text.AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetValue(column)}")).AppendLine();
        return text.ToString();
    }
}
