using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Storage;
using PolicyBot.Cases.Trail;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Vault;

/// <summary>The pages as a tenant runs them: Teams opens them as a dialog, and Entra's token says who it is.</summary>
public sealed class SignedPageTests : IAsyncLifetime
{
    private const string Address = "https://bot.trust.example";
    private const string Issuer = $"https://login.microsoftonline.com/{Cast.Tenant}/v2.0";

    private readonly TemporaryFolder folder = new();
    private readonly OutsideWorld world = new();
    private readonly LogBook log = new();
    private readonly FakeTime clock = new(new DateTimeOffset(2024, 3, 4, 9, 0, 0, TimeSpan.Zero));
    private FakeOpenIdServer entra = null!;
    private FakeConnector teams = null!;
    private BotHost bot = null!;
    private Account account = null!;

    public async ValueTask InitializeAsync()
    {
        (entra, teams) = (await FakeOpenIdServer.StartAsync(), await FakeConnector.StartAsync());
        world.Map(FakeOpenIdServer.Host, entra.Address).Map(FakeTokenEndpoint.Host, entra.Address).Map(FakeConnector.Host, teams.Address);
        await File.WriteAllTextAsync(folder.File("trust.json"), Cast.TrustJson());
        bot = await BotHost.StartAsync(
            new Dictionary<string, string?>(ChannelRig.Registered, StringComparer.Ordinal)
            {
                ["Trust:File"] = folder.File("trust.json"),
                ["ConnectionStrings:Cases"] = $"Data Source={folder.File("cases.db")}",
                ["Vault:KeyFile"] = folder.File("keys/vault.json"),
                ["Vault:Address"] = Address,
            },
            folder.Path, "Production", clock, log, world);
        var reference = new CaseReference(CaseReference.Account, 2024, 1);
        var (head, entry) = TrailHead.Start.Append(reference, clock.GetUtcNow(), "test", "account.added", "{}");
        account = new Account(reference, VaultSchool.Ref(Cast.Sam), clock.GetUtcNow(), "draft", new AccountFacts("north", "Instagram", "north", "Netball"), VaultSchool.Ref(Cast.Teachers[0]), AccountStatus.Open, head);
        await bot.Get<CaseStore>().CommitAsync(new TurnCommit("test", "account", clock.GetUtcNow(), null) { Case = new CaseChange(0, account, [entry]) });
    }

    [Fact]
    public async Task Teams_opens_the_page_and_the_lead_puts_the_details_in()
    {
        Assert.Contains($"\"url\":\"{Address}/vault/put/{account.Reference}\"", await FetchAsync(Cast.Teachers[0]), StringComparison.Ordinal);
        Assert.Contains("Only those who look after this account", await FetchAsync(Cast.Teachers[1]), StringComparison.Ordinal);

        using var page = await bot.Client.GetAsync(new Uri($"/vault/put/{account.Reference}", UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors https://teams.microsoft.com", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (var audience in (string[])[ChannelRig.AppId, $"api://bot.trust.example/botid-{ChannelRig.AppId}"])
            Assert.Equal(HttpStatusCode.OK, (await PutAsync(Token(Cast.Teachers[0]) with { Audience = audience })).Status);
        Assert.Equal("acc-2024-0001/2", (await bot.Get<CaseStore>().Accounts.FindAsync(account.Reference, TestContext.Current.CancellationToken))!.VaultEntry);
    }

    [Fact]
    public async Task Nobody_else_gets_in()
    {
        var good = Token(Cast.Teachers[0]);
        foreach (var wrong in (TokenSpec?[])[
            null, good with { Audience = "33333333-3333-3333-3333-333333333333" }, good with { Audience = $"api://evil.example/botid-{ChannelRig.AppId}" }, good with { Issuer = FakeOpenIdServer.Issuer },
            good with { Expires = clock.GetUtcNow().AddMinutes(-6) }, good with { NotBefore = clock.GetUtcNow().AddMinutes(6) }, good with { KeyId = "unknown" }, good with { Algorithm = "RS512" },
            good with { MoreClaims = Claims(Cast.Teachers[0], tenant: "99999999-9999-9999-9999-999999999999") }, good with { MoreClaims = Claims(Cast.Teachers[0], scope: "User.Read") },
            good with { MoreClaims = Claims(Cast.Jamie) }])
            Assert.Equal(HttpStatusCode.Unauthorized, (await PutAsync(wrong)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(Token(Cast.Teachers[1]))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(good, origin: "https://evil.example")).Status);
        // A code lets nobody in where people sign in.
        Assert.Equal(HttpStatusCode.Unauthorized, (await VaultSchool.PostPageAsync(bot, $"/vault/put/{account.Reference}", "AAAA AAAA AAAA", "x", Address)).Status);
        Assert.Null((await bot.Get<CaseStore>().Accounts.FindAsync(account.Reference, TestContext.Current.CancellationToken))!.VaultEntry);
    }

    private TokenSpec Token(Member who) => new(clock.GetUtcNow()) { Issuer = Issuer, Audience = ChannelRig.AppId, MoreClaims = Claims(who) };

    private static Dictionary<string, string> Claims(Member who, string tenant = Cast.Tenant, string scope = "access_as_user") =>
        new(StringComparer.Ordinal) { ["tid"] = tenant, ["oid"] = who.DirectoryId!, ["scp"] = scope, ["ver"] = "2.0" };

    private Task<PageReply> PutAsync(TokenSpec? token, string origin = Address) =>
        VaultSchool.PostPageAsync(bot, $"/vault/put/{account.Reference}", null, "Quenby!77", origin, token is null ? null : entra.Mint(token));

    private async Task<string> FetchAsync(Member who)
    {
        var invoke = Sent.Invoke(who, new Place($"a:{who.DirectoryId}", "personal"), ChannelRig.ServiceUrl, null, null, null, null);
        invoke["name"] = "task/fetch";
        invoke["value"] = new JsonObject { ["data"] = new JsonObject { ["verb"] = "vault.page", ["case"] = account.Reference.ToString(), ["msteams"] = new JsonObject { ["type"] = "task/fetch" } } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative)) { Content = new StringContent(invoke.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", entra.Mint(new TokenSpec(clock.GetUtcNow()) { Audience = ChannelRig.AppId, ServiceUrl = ChannelRig.ServiceUrl }));
        using var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
        await entra.DisposeAsync();
        folder.Dispose();
    }
}
