using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PolicyBot.Bot.Channel;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Channel;

/// <summary>Whom the endpoint believes. Tokens are minted as the channel mints them and checked against keys fetched over HTTP.</summary>
public sealed class InboundAuthTests
{
    [Fact(DisplayName = "A token as the channel mints it is accepted")]
    public async Task A_genuine_token_is_accepted()
    {
        await using var rig = await ChannelRig.StartAsync();
        Assert.Equal(AuthVerdict.Accepted, await rig.ReceiveAsync(rig.GoodToken));
        Assert.Empty(rig.World.Unexpected);
    }

    [Theory(DisplayName = "AUTH-01 No Authorization, another scheme, no token or more than two parts: refused")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer  {token}")]
    [InlineData("Bearer {token} more")]
    [InlineData("Basic {token}")]
    [InlineData("{token}")]
    [InlineData("Bearer not.a.token")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer e30.e30.")]
    public async Task A_header_that_is_not_one_bearer_token_is_refused(string? header)
    {
        await using var rig = await ChannelRig.StartAsync();
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync(header?.Replace("{token}", rig.OpenId.Mint(rig.GoodToken), StringComparison.Ordinal)));
    }

    [Theory(DisplayName = "AUTH-02 Another issuer is refused, and no key is looked up for it")]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://API.botframework.com")]
    [InlineData("https://evil.test")]
    [InlineData(null)]
    public async Task Another_issuer_is_refused_without_a_key_lookup(string? issuer)
    {
        await using var rig = await ChannelRig.StartAsync();
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync(rig.GoodToken with { Issuer = issuer }));
        Assert.Equal(0, rig.OpenId.Fetches);
    }

    [Fact(DisplayName = "AUTH-03 Unsigned, HS256, RS384 and tokens of another key are refused")]
    public async Task Only_RS256_by_the_announced_key_counts()
    {
        await using var rig = await ChannelRig.StartAsync();
        var payload = rig.GoodToken.Payload().ToJsonString();
        static string Part(string json) => Base64UrlEncoder.Encode(json);
        var unsigned = $"{Part("""{"alg":"none","typ":"JWT","kid":"key-1"}""")}.{Part(payload)}.";
        var shared = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(new string('k', 64))) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256);
        var genuine = rig.OpenId.Mint(rig.GoodToken);
        await using var other = await FakeOpenIdServer.StartAsync();

        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync($"Bearer {unsigned}"));
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync($"Bearer {new JsonWebTokenHandler().CreateToken(payload, shared)}"));
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync(rig.GoodToken with { Algorithm = SecurityAlgorithms.RsaSha384 }));
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync($"Bearer {other.Mint(rig.GoodToken)}"));
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync($"Bearer {genuine[..genuine.LastIndexOf('.')]}."));
        Assert.Equal(AuthVerdict.Accepted, await rig.ReceiveAsync($"Bearer {genuine}"));
    }

    [Theory(DisplayName = "AUTH-03 A token of another make is refused like any other")]
    [InlineData("""{"alg":"dir","enc":"A128CBC-HS256"}""", "e.e.e.e")]
    [InlineData("""{"alg":"RSA-OAEP","enc":"A128CBC-HS256","kid":"key-1"}""", "e.e.e.e")]
    [InlineData("""{"alg":"dir","enc":"A128CBC-HS256"}""", "AA.AA.AA.AA")]
    [InlineData("""{"alg":["RS256"],"kid":{}}""", "e30.e30")]
    [InlineData("""{"alg":"RS256","kid":"key-1"}""", "e.e")]
    [InlineData("""{"alg":7,"kid":7}""", "eyJpc3MiOjd9.e30")]
    [InlineData("""{"alg":"RS256","kid":"key-1"}""", "eyJpc3MiOnt9LCJhdWQiOnt9LCJleHAiOiJ4In0.e30")]
    [InlineData("""[]""", "e30.e30")]
    [InlineData("""{"al\ud83d":1}""", "e30.e30")]
    [InlineData("""{"alg":"RS256","kid":"key-1"}""", "eyJpc1x1ZDgzZCI6MX0.e30")]
    public async Task A_strange_token_is_refused(string header, string rest)
    {
        await using var rig = await ChannelRig.StartAsync();
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync($"Bearer {Base64UrlEncoder.Encode(header)}.{rest}"));
    }

    [Theory(DisplayName = "AUTH-04 Five minutes of clock difference are forgiven, six are not, and a token must end")]
    [InlineData(-60, -4, AuthVerdict.Accepted)]
    [InlineData(-60, -6, AuthVerdict.Rejected)]
    [InlineData(4, 60, AuthVerdict.Accepted)]
    [InlineData(6, 60, AuthVerdict.Rejected)]
    [InlineData(null, 60, AuthVerdict.Accepted)]
    [InlineData(-60, null, AuthVerdict.Rejected)]
    internal async Task A_token_counts_only_in_its_time(int? fromMinutes, int? toMinutes, AuthVerdict verdict)
    {
        await using var rig = await ChannelRig.StartAsync();
        var now = rig.Time.GetUtcNow();
        var token = rig.GoodToken with
        {
            NotBefore = fromMinutes is { } from ? now.AddMinutes(from) : null,
            Expires = toMinutes is { } to ? now.AddMinutes(to) : null,
        };
        Assert.Equal(verdict, await rig.ReceiveAsync(token));
    }

    [Fact(DisplayName = "AUTH-05 The audience must be this bot alone")]
    public async Task A_token_for_anyone_else_is_refused()
    {
        await using var rig = await ChannelRig.StartAsync();
        JsonNode?[] wrong =
        [
            null, "", " ", "99999999-9999-9999-9999-999999999999", "https://api.botframework.com",
            new JsonArray(ChannelRig.AppId, "99999999-9999-9999-9999-999999999999"),
        ];
        foreach (var audience in wrong)
            Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync(rig.GoodToken with { Audience = audience }));
        Assert.Equal(AuthVerdict.Accepted, await rig.ReceiveAsync(rig.GoodToken with { Audience = new JsonArray(ChannelRig.AppId) }));
    }

    [Fact(DisplayName = "AUTH-06 The signing key must be endorsed for the channel and for all that is required")]
    public async Task A_key_speaks_only_for_what_it_is_endorsed_for()
    {
        await using var rig = await ChannelRig.StartAsync(("Bot:RequiredEndorsements:0", "education"));
        rig.OpenId.AddKey("none", null);
        rig.OpenId.AddKey("other", "webchat", "education");
        rig.OpenId.AddKey("teams", "msteams");
        rig.OpenId.AddKey("both", "msteams", "education");

        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync(rig.GoodToken with { KeyId = "none" }));
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync(rig.GoodToken with { KeyId = "other" }));
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync(rig.GoodToken with { KeyId = "teams" }));
        Assert.Equal(AuthVerdict.Accepted, await rig.ReceiveAsync(rig.GoodToken with { KeyId = "both" }));
    }

    [Theory(DisplayName = "AUTH-06 An activity without a channel, or from one that is not configured, is refused")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("webchat")]
    [InlineData("MSTeams")]
    public async Task An_unexpected_channel_is_refused(string? channel)
    {
        await using var rig = await ChannelRig.StartAsync();
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync(rig.GoodToken, ChannelRig.GoodActivity with { ChannelId = channel }));
    }

    [Theory(DisplayName = "AUTH-07 The token's service URL must be the activity's; only a last slash and capitals may differ")]
    [InlineData("https://smba.trafficmanager.net/emea", "https://smba.trafficmanager.net/emea/", AuthVerdict.Accepted)]
    [InlineData("https://smba.trafficmanager.net/EMEA/", "https://SMBA.trafficmanager.net/emea", AuthVerdict.Accepted)]
    [InlineData("https://smba.trafficmanager.net/emea//", "https://smba.trafficmanager.net/emea", AuthVerdict.Rejected)]
    [InlineData("https://smba.trafficmanager.net/amer/", "https://smba.trafficmanager.net/emea/", AuthVerdict.Rejected)]
    [InlineData(null, "https://smba.trafficmanager.net/emea/", AuthVerdict.Rejected)]
    [InlineData("", "https://smba.trafficmanager.net/emea/", AuthVerdict.Rejected)]
    [InlineData("https://smba.trafficmanager.net/emea/", null, AuthVerdict.Rejected)]
    [InlineData("https://evil.test/", "https://evil.test/", AuthVerdict.Rejected)]
    internal async Task The_service_url_is_bound_to_the_token(string? claimed, string? stated, AuthVerdict verdict)
    {
        await using var rig = await ChannelRig.StartAsync();
        var activity = ChannelRig.GoodActivity with { ServiceUrl = stated };
        Assert.Equal(verdict, await rig.ReceiveAsync(rig.GoodToken with { ServiceUrl = claimed }, activity));
    }

    [Fact(DisplayName = "AUTH-07 The claim is spelt serviceurl: the same in camel case does not count")]
    public async Task A_camel_case_claim_does_not_count()
    {
        await using var rig = await ChannelRig.StartAsync();
        var claims = new Dictionary<string, string>(StringComparer.Ordinal) { ["serviceUrl"] = ChannelRig.ServiceUrl };
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync(rig.GoodToken with { ServiceUrl = null, MoreClaims = claims }));
    }

    [Theory(DisplayName = "AUTH-10 Emulator and skill tokens of Entra are refused, even for this bot's own application")]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "1.0", "appid")]
    [InlineData("https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0", "2.0", "azp")]
    [InlineData("https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0", "2.0", "azp")]
    public async Task Entra_tokens_do_not_open_the_channel(string issuer, string version, string caller)
    {
        await using var rig = await ChannelRig.StartAsync();
        var claims = new Dictionary<string, string>(StringComparer.Ordinal) { ["ver"] = version, [caller] = ChannelRig.AppId };
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync(rig.GoodToken with { Issuer = issuer, MoreClaims = claims }));
    }

    [Fact(DisplayName = "AUTH-12 Another tenant, or none at all, is told apart from a forged token")]
    public async Task Other_tenants_are_not_served()
    {
        await using var rig = await ChannelRig.StartAsync();
        const string other = "99999999-9999-9999-9999-999999999999";
        var conversation = ChannelRig.GoodActivity.Conversation!;
        Activity[] foreign =
        [
            ChannelRig.GoodActivity with { Conversation = conversation with { TenantId = other } },
            ChannelRig.GoodActivity with { ChannelData = new() { Tenant = new() { Id = other } } },
            ChannelRig.GoodActivity with { Conversation = conversation with { TenantId = null }, ChannelData = null },
        ];
        foreach (var activity in foreign)
            Assert.Equal(AuthVerdict.WrongTenant, await rig.ReceiveAsync(rig.GoodToken, activity));
        Assert.Equal(AuthVerdict.Accepted, await rig.ReceiveAsync(rig.GoodToken, ChannelRig.GoodActivity with { ChannelData = null }));
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync("Bearer forged", foreign[0]));
    }

    [Fact(DisplayName = "AUTH-13 A wire callerId is ignored, and the log holds no token, claim, address or word of the message")]
    public async Task Refusals_leave_no_trace_of_what_was_sent()
    {
        await using var rig = await ChannelRig.StartAsync();
        var activity = ActivityBody.Parse("""{"type":"message","callerId":"urn:botframework:azure","text":"hello"}"""u8);
        Assert.DoesNotContain("urn:botframework", Encoding.UTF8.GetString(ActivityBody.Write(activity!)), StringComparison.Ordinal);

        var token = rig.OpenId.Mint(rig.GoodToken with { Audience = "99999999-9999-9999-9999-999999999999" });
        await rig.ReceiveAsync($"Bearer {token}");
        await rig.ReceiveAsync(rig.GoodToken, ChannelRig.GoodActivity with { ServiceUrl = "https://evil.test/" });
        await rig.ReceiveAsync(rig.GoodToken, ChannelRig.GoodActivity with { Conversation = new() { TenantId = "99999999-9999-9999-9999-999999999999" } });

        Assert.NotEmpty(rig.Log.Lines);
        foreach (var line in rig.Log.Lines)
        {
            foreach (var secret in (string[])[token, "99999999", "evil.test", "smba.", "only Anna", ChannelRig.AppId, ChannelRig.Tenant])
                Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase);
        }
    }
}
