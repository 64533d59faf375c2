using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Vault;

/// <summary>A secret that stands nowhere else goes all the way, and then everything that the bot has ever written is searched for it.</summary>
public sealed class VaultCanaryTests
{
    private const string Secret = "Zaffrewort-Quennelby&77/ü!";
    private const string Second = "Flumpington-Rutabagan?19+ö";

    [Fact]
    public async Task Nothing_but_the_two_pages_ever_holds_the_secret()
    {
        var traces = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traces.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(each => each.Tags))}"),
        };
        ActivitySource.AddActivityListener(listener);

        using var files = new TemporaryFolder();
        var (database, keys) = (files.File("cases.db"), files.File("keys/vault.json"));
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Vault:KeyFile"] = keys };
        var school = new School { Database = $"Data Source={database}", Settings = settings };
        await school.InitializeAsync();
        var bodies = new List<string>();
        await using (school.ConfigureAwait(true))
        {
            var (priya, tom) = (school.Teacher(), school.Teacher());
            var account = await school.WithAccountAsync(priya.Member);
            // What a page answers to whoever puts something in is no secret; what it answers to the recipient is the one place.
            bodies.Add($"{await school.PutsInAsync(priya, account, Secret)}");
            var reference = await tom.AsksToSeeAsync(account);
            await school.ApprovedByBothAsync(reference);
            await tom.GetsAsync("Sign-in details are ready for you", reference);
            await tom.SendsAsync(tom.Pressing("vault.open", new JsonObject { ["ref"] = reference }));
            Assert.Equal(Secret, (await school.PostPageAsync($"/vault/show/{reference}", VaultSchool.CodeOf(tom))).Value);
            bodies.Add($"{await school.PostPageAsync($"/vault/show/{reference}", VaultSchool.CodeOf(tom))}");
            await tom.GetsAsync($"{reference}: seen, to be changed");
            await tom.PressesAsync("I have changed it", on: "seen, to be changed");
            await tom.PressesAsync("Put the new one in", on: "changed, not in the vault yet");
            bodies.Add($"{await school.PostPageAsync($"/vault/put/{account.Reference}", VaultSchool.CodeOf(tom), Second)}");
            await tom.SaysAsync("vault");
            await school.InChat(Cast.Sam).SaysAsync("my cases");
            bodies.Add(await school.Bot.Client.GetStringAsync(new Uri($"/vault/show/{reference}", UriKind.Relative), TestContext.Current.CancellationToken));
            bodies.Add(await school.Bot.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken));

            // Somebody types one as well, and a page that cannot read the vault says so.
            await tom.SaysAsync($"the password is {Secret}");
            foreach (var table in Tables(database))
                bodies.Add(Rows(database, table));
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(
                [.. settings, KeyValuePair.Create("ConnectionStrings:Cases", (string?)$"Data Source={database}"), KeyValuePair.Create("Trust:File", (string?)files.File("trust.json"))]).Build();
            await File.WriteAllTextAsync(files.File("trust.json"), school.Trust, TestContext.Current.CancellationToken);
            using var said = new StringWriter();
            Assert.Equal(0, await ExportCases.RunAsync(["--all", "--out", files.File("out")], configuration, school.Clock, said, said));
            Assert.Equal(0, await RotateVaultKey.RunAsync(["rotate-key"], configuration, school.Clock, said, said));
            bodies.Add(said.ToString());
        }

        Assert.Contains(bodies, body => body.Contains("release.shown", StringComparison.Ordinal)); // the search would find what is there
        foreach (var (place, text) in (IEnumerable<(string, string)>)[
            .. bodies.Select(body => ("an answer or a table", body)), .. school.Log.Lines.Select(line => ("the log", line)), .. traces.Select(trace => ("a trace", trace)),
            .. school.Teams.Calls.Select(call => ("what was sent", $"{call}{call.Body}")), .. school.Answers.Select(answer => ("an answer to a press", answer.Body)),
            .. Directory.EnumerateFiles(files.Path, "*", SearchOption.AllDirectories).Select(file => (file, Encoding.Latin1.GetString(File.ReadAllBytes(file))))])
            foreach (var form in Forms(Secret).Concat(Forms(Second)))
                Assert.False(text.Contains(form, StringComparison.OrdinalIgnoreCase), $"{place} holds {form}");
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
