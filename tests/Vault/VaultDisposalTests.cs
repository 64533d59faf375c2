using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Bot.Delivery;
using PolicyBot.Bot.Vault;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Vault;

/// <summary>An account was closed and its time is over: with its record goes what lies in the vault, and nothing of another's.</summary>
public sealed class VaultDisposalTests
{
    private const string Secret = "Quenby!77-larkspur";

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60 * 1000), OnBoth]
    public async Task With_a_closed_account_goes_what_lies_in_the_vault(Engine engine)
    {
        await using var database = engine is Engine.Postgres ? await ScratchDatabase.CreateAsync(Needs.Postgres()) : null;
        using var files = new TemporaryFolder();
        await using var school = new School { Database = database?.ConnectionString, Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Vault:KeyFile"] = files.File("vault.json") } };
        await school.InitializeAsync();
        var priya = school.Teacher();
        var (closed, open) = (await school.WithAccountAsync(priya.Member), await school.WithAccountAsync(priya.Member, name: "Hockey at North"));
        foreach (var account in (Account[])[closed, open])
            await school.PutsInAsync(priya, account, $"{Secret} {account.Reference}");
        await CloseAsync(school, closed.Reference);

        await RetainAsync(school, files, school.Clock.GetUtcNow().AddMonths(-2));
        Assert.Equal($"{Secret} {closed.Reference}", await ReadAsync(school, closed.Reference));
        await RetainAsync(school, files, school.Clock.GetUtcNow(), "--dry-run");
        await school.RestartAsync();
        Assert.Equal($"{Secret} {closed.Reference}", await ReadAsync(school, closed.Reference));

        await RetainAsync(school, files, school.Clock.GetUtcNow());
        school.Bot.Get<Postman>().Wake();
        while (await school.Bot.Get<CaseStore>().Vault.FindAsync($"{closed.Reference}".ToLowerInvariant(), 1, Ended) is not null)
            await Task.Yield();
        Assert.Contains("no such entry", (await Assert.ThrowsAsync<VaultException>(() => ReadAsync(school, closed.Reference))).Message, StringComparison.Ordinal);
        Assert.Equal($"{Secret} {open.Reference}", await ReadAsync(school, open.Reference));
    }

    private static Task<string> ReadAsync(School school, CaseReference account) => school.Bot.Get<IVault>().ReadAsync($"{account}".ToLowerInvariant(), "1", Ended);

    private static async Task CloseAsync(School school, CaseReference reference)
    {
        var store = school.Bot.Get<CaseStore>();
        var account = (await store.Accounts.FindAsync(reference, Ended))!;
        var closed = Assert.IsType<Ruling<Account>.Allowed>(AccountRules.Mark(account, AccountStatus.Closed, "The club has ended", VaultSchool.Ref(Cast.Sam), school.Clock.GetUtcNow().AddMonths(-13)));
        Assert.IsType<CommitResult.Committed>(
            await store.CommitAsync(new TurnCommit("test", "closed", school.Clock.GetUtcNow(), null) { Case = new CaseChange(account.Version, closed.After, closed.Entries) }));
    }

    private static async Task RetainAsync(School school, TemporaryFolder files, DateTimeOffset at, params string[] args)
    {
        await File.WriteAllTextAsync(files.File("trust.json"), school.Trust, Ended);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [KeyValuePair.Create("ConnectionStrings:Cases", (string?)school.ConnectionString), KeyValuePair.Create("Trust:File", (string?)files.File("trust.json"))]).Build();
        using var said = new StringWriter();
        Assert.True(await RetainCases.RunAsync(args, configuration, new FakeTime(at), said, said) == 0, said.ToString());
    }
}
