using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>The bot as a tenant runs it: in Production, with a registration, behind signed messages.</summary>
public sealed class SignedDoorTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly OutsideWorld world = new();
    private readonly LogBook log = new();
    private readonly FakeTime clock = new(new DateTimeOffset(2024, 3, 4, 9, 0, 0, TimeSpan.Zero)); // long past, so that Azure.Identity deems no token spent
    private FakeOpenIdServer? openId;
    private FakeTokenEndpoint? entra;
    private FakeConnector? teams;
    private BotHost? bot;

    public async ValueTask InitializeAsync()
    {
        (openId, entra, teams) = (await FakeOpenIdServer.StartAsync(), await FakeTokenEndpoint.StartAsync(), await FakeConnector.StartAsync());
        teams.AcceptsToken = token => token.StartsWith("token-", StringComparison.Ordinal);
        world.Map(FakeOpenIdServer.Host, openId.Address).Map(FakeTokenEndpoint.Host, entra.Address).Map(FakeConnector.Host, teams.Address);
        await File.WriteAllTextAsync(folder.File("trust.json"), Cast.TrustJson());
        var settings = new Dictionary<string, string?>(ChannelRig.Registered, StringComparer.Ordinal)
        {
            ["Trust:File"] = folder.File("trust.json"),
            ["ConnectionStrings:Cases"] = $"Data Source={folder.File("cases.db")}",
        };
        bot = await BotHost.StartAsync(settings, folder.Path, "Production", clock, log, world);
    }

    [Fact]
    public async Task A_signed_message_is_answered_with_the_bots_own_token()
    {
        Assert.Equal(HttpStatusCode.OK, await SendAsync("help", Token()));
        await teams!.WaitForAsync(all => all.AllMessages.Count == 1, TestContext.Current.CancellationToken);
        Assert.Contains("What I can do", Screen.WordsOf(teams.AllMessages[0]), StringComparison.Ordinal);
        Assert.StartsWith("Bearer token-", teams.Calls[0].Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AUTH_01_An_unsigned_or_wrongly_signed_message_does_nothing()
    {
        foreach (var token in (string?[])[null, "", "not-a-token", Token(audience: "33333333-3333-3333-3333-333333333333")])
            Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync("Quixotanium", token));
        Assert.Empty(teams!.Calls);
        Assert.DoesNotContain(log.Lines, line => line.Contains("Quixotanium", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AUTH_12_A_signed_message_of_another_tenant_does_nothing()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync("help", Token(), Cast.Stranger));
        Assert.Empty(teams!.Calls);
    }

    private string Token(string audience = ChannelRig.AppId) =>
        openId!.Mint(new TokenSpec(clock.GetUtcNow()) { Audience = audience, ServiceUrl = ChannelRig.ServiceUrl });

    private async Task<HttpStatusCode> SendAsync(string text, string? token, Member? from = null)
    {
        var message = Sent.Message(from ?? Cast.Martin, new Place("a:personal-signed", "personal"), ChannelRig.ServiceUrl, text, mentionsBot: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative))
        {
            Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await bot!.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await bot!.DisposeAsync();
        await teams!.DisposeAsync();
        await entra!.DisposeAsync();
        await openId!.DisposeAsync();
        folder.Dispose();
        Assert.Empty(world.Unexpected);
    }
}
