using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Clocks;
using PolicyBot.Bot.People;
using PolicyBot.Bot.Vault;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Storage;
using PolicyBot.Cases.Trail;
using PolicyBot.Dialogs.Vault;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Faults;

/// <summary>
/// The real process, killed while sign-in details are being opened: a hundred openings by the right person and a hundred by others at the same moment, sent again until the bot
/// answers. They are shown once to the right one, or not at all, and then a person has to give them out again.
/// </summary>
public sealed class RevealCrashTests
{
    private const string Secret = "Quenby!77-larkspur";
    private const int Each = 100;

    // Who is killed in the middle of it asks again with another code, as a person does.
    private const int Codes = 6;

    private static readonly string TrustPath = Path.Combine(Repository.Root, "bot", "trust.local.json");
    private static readonly Trust Trust = TrustFile.Parse(File.ReadAllText(TrustPath), "trust.json");
    private static readonly PersonRef Recipient = Person('a', 1), Manager = Person('a', 2), Head = Person('b', 1);
    private static readonly ImmutableArray<PersonRef> Others = [Manager, Head, Person('b', 2), Person('b', 3), Person('e', 1), Person('e', 2), Person('e', 5)];

    private enum Kill
    {
        Never,

        /// <summary>As soon as the record says that it is being opened.</summary>
        Opening,

        /// <summary>As soon as the record says that it was shown: the answer may be on its way, or not.</summary>
        Shown,

        /// <summary>While the first of them are being answered.</summary>
        Answering,
    }

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory(Timeout = 2 * 60 * 1000), OnBoth]
    public async Task Killed_three_times_it_shows_each_once_to_the_right_one_or_not_at_all(Engine engine)
    {
        await using var database = engine is Engine.Postgres ? await ScratchDatabase.CreateAsync(Needs.Postgres()) : null;
        using var folder = new TemporaryFolder();
        var connection = database?.ConnectionString ?? $"Data Source={folder.File("cases.db")};Pooling=False";
        await using var store = new CaseStore(Database.For(connection), TimeSpan.FromMinutes(1));
        await store.OpenAsync(TimeProvider.System.GetUtcNow(), Ended);
        var kills = (Kill[])[Kill.Opening, Kill.Shown, Kill.Answering, Kill.Never];
        var releases = new List<Release>();
        for (var number = 1; number <= kills.Length; number++)
            releases.Add(await ApprovedAsync(store, folder, number));
        await using var bot = new BotProcess(folder.Path, Settings(folder, connection));
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });

        var seen = new List<int>();
        foreach (var (release, kill) in releases.Zip(kills))
        {
            var answers = await RushAsync(store, bot, http, release, kill, Database.For(connection));
            Assert.Equal(2 * Each, answers.Count);
            var shown = answers.Where(each => each.Value is not null).ToList();
            Assert.All(shown, each => Assert.Equal((Recipient, Secret, HttpStatusCode.OK), (each.Who, each.Value, each.Status)));
            Assert.All(answers.Where(each => each.Who != Recipient), each => Assert.Equal(HttpStatusCode.Forbidden, each.Status));
            await LeavesAsync(store, release.Reference, shown.Count, kill);
            seen.Add(shown.Count);
        }
        Assert.Equal(1, seen[^1]);

        // What was cut off in the middle of it: a person gives it out again, and then it opens once.
        foreach (var release in releases)
            if (await GivenAgainAsync(store, release.Reference))
            {
                await InsertAsync(Database.For(connection), release, [(Recipient, ["given again, 1"])]);
                Assert.Equal(Secret, (await TryAsync(bot, http, release, Recipient, "given again, 1"))?.Value);
            }
    }

    /// <summary>The record tells the truth about what people saw.</summary>
    private static async Task LeavesAsync(CaseStore store, CaseReference reference, int shown, Kill kill)
    {
        var release = (await store.Releases.FindAsync(reference, Ended))!;
        var trail = await store.TrailOfAsync(reference, Ended);
        Assert.InRange(shown, 0, 1);
        Assert.Null(release.Trail.FaultIn(reference, trail));
        Assert.Single(trail, entry => entry.Type == "release.opening");
        // It never says less than what people saw. Where it says that it was shown and the answer was cut off on its way, it has to be asked for anew.
        if (shown == 1 || kill is Kill.Never)
            Assert.Equal(ReleaseStatus.Shown, release.Status);
        Assert.True(release.Status is ReleaseStatus.Shown or ReleaseStatus.Revealing, $"{release.Status}");
    }

    /// <summary>After its time an opening that never ended has failed, and somebody who may approve gives it out again; false for one that has ended.</summary>
    private static async Task<bool> GivenAgainAsync(CaseStore store, CaseReference reference)
    {
        var before = (await store.Releases.FindAsync(reference, Ended))!;
        if (before.Status is not ReleaseStatus.Revealing)
            return false;
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(new ReleaseDue(ReleaseDueStep.Fail, before.Since + ReleaseClock.OpeningTakes), ReleaseClock.Next(before, Trust, before.Since));
        var failed = ReleaseClock.Pass(before, ReleaseDueStep.Fail, now);
        var again = Assert.IsType<Ruling<Release>.Allowed>(ReleaseRules.GiveAgain(failed.After, Manager, Trust, now));
        await CommitAsync(store, $"again {reference}", new CaseChange(before.Version, again.After, [.. failed.Entries, .. again.Entries]));
        return true;
    }

    private static async Task<ConcurrentBag<Got>> RushAsync(CaseStore store, BotProcess bot, HttpClient http, Release release, Kill kill, Database database)
    {
        await bot.Ready.WaitAsync(Ended);
        var people = Enumerable.Range(0, 2 * Each).Select(number => (Who: number % 2 == 0 ? Recipient : Others[number % Others.Length], Codes: Enumerable.Range(0, Codes).Select(code => $"{release.Reference} {number} {code}").ToArray())).ToList();
        await InsertAsync(database, release, people);
        var answers = new ConcurrentBag<Got>();
        var killing = Task.Run(() => KillAsync(store, bot, release.Reference, kill, answers), Ended);
        await Task.WhenAll(people.Select(each => Task.Run(async () =>
        {
            foreach (var code in each.Codes)
                if (await TryAsync(bot, http, release, each.Who, code) is { } got)
                {
                    answers.Add(got);
                    return;
                }
        })));
        await killing;
        return answers;
    }

    private static async Task KillAsync(CaseStore store, BotProcess bot, CaseReference reference, Kill kill, ConcurrentBag<Got> answers)
    {
        if (kill is Kill.Never)
            return;
        while (!Ended.IsCancellationRequested)
        {
            var status = (await store.Releases.FindAsync(reference, Ended))!.Status;
            if (kill switch { Kill.Opening => status is not ReleaseStatus.Approved, Kill.Shown => status is ReleaseStatus.Shown, _ => !answers.IsEmpty })
                break;
        }
        Assert.True(bot.Kill());
    }

    /// <summary>What the page answers; null when the bot died over it.</summary>
    private static async Task<Got?> TryAsync(BotProcess bot, HttpClient http, Release release, PersonRef who, string code)
    {
        await bot.Ready.WaitAsync(Ended);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, $"/vault/show/{release.Reference}"))
            {
                Content = new StringContent(JsonSerializer.Serialize(new { code = Typed(code) }), Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("X-PolicyBot", "page");
            request.Headers.Add("Origin", bot.Address.GetLeftPart(UriPartial.Authority));
            using var response = await http.SendAsync(request, Ended);
            var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ended));
            return new Got(who, response.StatusCode, answer.TryGetProperty("value", out var value) ? value.GetString() : null);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>An account with its details in the vault, and a release of it that two people have approved.</summary>
    private static async Task<Release> ApprovedAsync(CaseStore store, TemporaryFolder folder, int number)
    {
        var now = TimeProvider.System.GetUtcNow();
        var reference = new CaseReference(CaseReference.Account, 2026, number);
        var vault = new EmbeddedVault(store, Options.Create(new VaultOptions { KeyFile = folder.File("vault.json") }), TimeProvider.System);
        var entry = new VaultEntry(VaultEntry.NameOf(reference), await vault.PutAsync(VaultEntry.NameOf(reference), Secret, Ended));
        var (head, added) = TrailHead.Start.Append(reference, now, Manager.Id, "account.added", "{}");
        var account = new Account(reference, Manager, now, $"draft-a{number}", new AccountFacts("north", "Instagram", $"handle{number}", $"Netball {number}"), Recipient, AccountStatus.Open, head);
        var noted = AccountVault.PutIn(account, entry, Recipient, now);
        await CommitAsync(store, $"account {number}", new CaseChange(0, noted.After, [added, .. noted.Entries]));

        var asked = Allowed(ReleaseRules.Ask(new Release(
            new CaseReference(CaseReference.Release, 2026, number), "north", $"{reference}", account.Name, Recipient, Recipient, "To post", null, now, now.AddDays(3), now, $"draft-r{number}",
            ReleaseStatus.Asked, TrailHead.Start), Trust, now));
        var first = Allowed(ReleaseRules.Approve(asked.After, Manager, Trust, now));
        var second = Allowed(ReleaseRules.Approve(first.After, Head, Trust, now));
        await CommitAsync(store, $"release {number}", new CaseChange(0, second.After, [.. asked.Entries, .. first.Entries, .. second.Entries]));
        return second.After;
    }

    private static async Task CommitAsync(CaseStore store, string activity, CaseChange change) => Assert.IsType<CommitResult.Committed>(
        await store.CommitAsync(new TurnCommit("test", activity, TimeProvider.System.GetUtcNow(), null) { Case = CaseClock.Set(change, Trust, TimeProvider.System.GetUtcNow()) }));

    // Codes that lie in the database already, more of them than the bot would give one person: it stands for people who are signed in and press as often as they like.
    private static async Task InsertAsync(Database database, Release release, IEnumerable<(PersonRef Who, string[] Codes)> people) => await Task.Run(() =>
    {
        var expires = TimeProvider.System.GetUtcNow().AddMinutes(5);
        using var session = Session.OpenToWrite(database);
        session.Execute(database.IsSqlite ? "BEGIN IMMEDIATE" : "BEGIN");
        foreach (var (who, codes) in people)
            foreach (var code in codes)
                session.Execute(
                    "INSERT INTO vault_codes (hash, person, purpose, subject, expires_at) VALUES ($1, $2, $3, $4, $5)", PageCode.HashOf(Typed(code))!, who.Id, "show", release.Reference.ToString(), expires);
        session.Execute("COMMIT");
    });

    /// <summary>A code of twelve signs that stands for a name of the test's own.</summary>
    private static string Typed(string name) => string.Concat(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name)).Take(12).Select(each => "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"[each % 32]));

    private static Dictionary<string, string> Settings(TemporaryFolder folder, string connection) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Bot__Local"] = "true",
        ["Playground__Launch"] = "false",
        ["Trust__File"] = TrustPath,
        ["Vault__KeyFile"] = folder.File("vault.json"),
        ["ConnectionStrings__Cases"] = connection,
        ["Logging__LogLevel__Default"] = "Error",
        ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
    };

    private static PersonRef Person(char letter, int number) => Trust.FindPerson($"00000000-0000-4000-8000-0000000000{letter}{number}")!.Ref;

    private static Ruling<Release>.Allowed Allowed(Ruling<Release> ruling) => Assert.IsType<Ruling<Release>.Allowed>(ruling);

    private sealed record Got(PersonRef Who, HttpStatusCode Status, string? Value);
}
