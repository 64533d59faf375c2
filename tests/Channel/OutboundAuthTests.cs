using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.JsonWebTokens;
using PolicyBot.Bot.Channel;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Channel;

/// <summary>The bot's own token: where it comes from, how long it serves, and who gets to see it.</summary>
public sealed class OutboundAuthTests
{
    [Theory(DisplayName = "OUT-01 The token comes from the own tenant, or from botframework.com for a multi-tenant registration")]
    [InlineData("SingleTenant", ChannelRig.Tenant)]
    [InlineData("MultiTenant", "botframework.com")]
    public async Task The_authority_follows_the_app_type(string appType, string authority)
    {
        await using var rig = await ChannelRig.StartAsync(("Bot:AppType", appType));
        Assert.Equal("token-1", await rig.Token.GetAsync(TestContext.Current.CancellationToken));

        var request = Assert.Single(rig.Entra.Requests);
        Assert.Equal($"/{authority}/oauth2/v2.0/token", request.Path);
        Assert.Equal("client_credentials", request.Form["grant_type"]);
        Assert.Equal(ChannelRig.AppId, request.Form["client_id"]);
        Assert.Equal("https://api.botframework.com/.default", request.Form["scope"]);
        Assert.Empty(rig.World.Unexpected);
    }

    [Theory(DisplayName = "OUT-01 A certificate signs an assertion instead of sending a secret")]
    [InlineData("bot.pem")]
    [InlineData("bot.pfx")]
    public async Task A_certificate_signs_for_the_bot(string name)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("policybot").FullName, name);
        using (var key = RSA.Create(2048))
        {
            var asked = new CertificateRequest("CN=PolicyBot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = asked.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
            var pem = certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();
            await File.WriteAllBytesAsync(
                path, name.EndsWith("pem", StringComparison.Ordinal) ? Encoding.ASCII.GetBytes(pem) : certificate.Export(X509ContentType.Pfx, "for the test"), TestContext.Current.CancellationToken);
        }

        var password = name.EndsWith("pfx", StringComparison.Ordinal) ? "for the test" : null;
        await using var rig = await ChannelRig.StartAsync(("Bot:ClientSecret", ""), ("Bot:CertificatePath", path), ("Bot:CertificatePassword", password));
        Assert.Equal("token-1", await rig.Token.GetAsync(TestContext.Current.CancellationToken));

        var request = Assert.Single(rig.Entra.Requests);
        Assert.Equal($"/{ChannelRig.Tenant}/oauth2/v2.0/token", request.Path);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", request.Form["client_assertion_type"]);
        Assert.Equal(ChannelRig.AppId, new JsonWebToken(request.Form["client_assertion"]).Issuer);
        Assert.False(request.Form.ContainsKey("client_secret"));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact(DisplayName = "OUT-01 A managed identity gets its token from the machine, by the bot's application id")]
    public async Task A_managed_identity_asks_the_machine()
    {
        await using var machine = await FakeServer.StartAsync(async context =>
        {
            Assert.Equal("true", context.Request.Headers["Metadata"]);
            Assert.Equal(ChannelRig.AppId, context.Request.Query["client_id"]);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(
                """{ "access_token": "from-the-machine", "expires_on": "4102444800", "resource": "https://api.botframework.com", "token_type": "Bearer" }""", context.RequestAborted);
        });
        await using var rig = await ChannelRig.StartAsync(
            ("Bot:ClientSecret", ""), ("Bot:ManagedIdentity", "true"), ("Bot:AppType", "UserAssignedMSI"));
        rig.World.Map("169.254.169.254", machine.Address);
        Assert.Equal("from-the-machine", await rig.Token.GetAsync(TestContext.Current.CancellationToken));
        Assert.Empty(rig.Entra.Requests);
    }

    [Fact(DisplayName = "OUT-02 A hundred sends at once cause one token request")]
    public async Task A_cold_cache_asks_once()
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.AcceptsToken = token => token == "token-1";
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => rig.SendAsync())));
        Assert.All(results, result => Assert.IsType<ConnectorResult.Delivered>(result));
        Assert.Single(rig.Entra.Requests);
    }

    [Fact(DisplayName = "OUT-02 A token is renewed five minutes before its end")]
    public async Task A_token_is_renewed_in_time()
    {
        var time = new FakeTime();
        var entra = new Credential(() => new($"until {time.GetUtcNow().AddHours(1):HH:mm}", time.GetUtcNow().AddHours(1)));
        var token = new BotToken(() => entra, "scope", time, NullLogger<BotToken>.Instance);

        Assert.Equal("until 10:00", await token.GetAsync(TestContext.Current.CancellationToken));
        time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("until 10:00", await token.GetAsync(TestContext.Current.CancellationToken));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("until 10:55", await token.GetAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, entra.Asked);
    }

    [Fact(DisplayName = "OUT-02 While a renewal fails, the old token serves to its end, and Entra is not asked on every call")]
    public async Task A_failed_renewal_keeps_the_old_token()
    {
        var time = new FakeTime();
        var fails = false;
        var entra = new Credential(() => fails ? throw new AuthenticationFailedException("down") : new("first", time.GetUtcNow().AddHours(1)));
        var token = new BotToken(() => entra, "scope", time, NullLogger<BotToken>.Instance);
        await token.GetAsync(TestContext.Current.CancellationToken);

        fails = true;
        time.Advance(TimeSpan.FromMinutes(56));
        for (var i = 0; i < 10; i++)
            Assert.Equal("first", await token.GetAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, entra.Asked);

        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Null(await token.GetAsync(TestContext.Current.CancellationToken));
        Assert.False(token.IsConfigurationBroken);
    }

    [Theory(DisplayName = "OUT-03 No token goes to a host that is not trusted, to http, another port, user info or a look-alike")]
    [InlineData("https://evil.test/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://x.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.test/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://smba.trafficmanager.net@evil.test/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/emea?to=evil.test")]
    [InlineData("http://127.0.0.1:56150/_connector")]
    [InlineData("https://localhost/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("")]
    public async Task Untrusted_hosts_never_see_a_token(string serviceUrl)
    {
        await using var rig = await ChannelRig.StartAsync();
        var result = await rig.SendAsync(ChannelRig.Personal with { ServiceUrl = serviceUrl });
        Assert.Equal("UntrustedHost", Assert.IsType<ConnectorResult.Refused>(result).Code);
        Assert.Empty(rig.World.Asked);
        Assert.False(rig.Get<TrustedHosts>().Allows(serviceUrl));
    }

    [Fact(DisplayName = "OUT-03 A redirect is not followed, with or without the token")]
    public async Task Redirects_are_not_followed()
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.Misbehave = _ => Fault.Redirect("https://evil.test/v3/conversations");
        Assert.Equal(307, Assert.IsType<ConnectorResult.Refused>(await rig.SendAsync()).Status);
        Assert.Empty(rig.World.Unexpected);
        Assert.False(ChannelHttp.Sockets().AllowAutoRedirect);
    }

    [Fact(DisplayName = "OUT-05 A 401 of the Connector causes one renewal and one repeat")]
    public async Task A_refused_token_is_renewed_once()
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.AcceptsToken = token => token == "token-2";
        Assert.IsType<ConnectorResult.Delivered>(await rig.SendAsync());
        Assert.Equal(2, rig.Entra.Requests.Count);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], rig.Teams.Calls.Select(call => call.Authorization));
    }

    [Fact(DisplayName = "OUT-05 A Connector that refuses every token is not asked in a loop")]
    public async Task A_lasting_401_surfaces()
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.AcceptsToken = _ => false;
        Assert.Equal(401, Assert.IsType<ConnectorResult.Refused>(await rig.SendAsync()).Status);
        Assert.Equal(2, rig.Teams.Calls.Count);
        Assert.Equal(2, rig.Entra.Requests.Count);
    }

    [Theory(DisplayName = "OUT-05 A refused credential is not tried again at once, keeps the message, and shows in readiness")]
    [InlineData("invalid_client")]
    [InlineData("unauthorized_client")]
    public async Task A_refused_credential_is_a_configuration_fault(string error)
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Entra.Error = error;
        for (var i = 0; i < 5; i++)
            Assert.Equal("CredentialRefused", Assert.IsType<ConnectorResult.Retry>(await rig.SendAsync()).Reason);
        Assert.Single(rig.Entra.Requests);
        Assert.True(rig.Token.IsConfigurationBroken);
        Assert.Empty(rig.Teams.Calls);
        Assert.DoesNotContain(rig.Log.Lines, line => line.Contains("AADSTS", StringComparison.Ordinal) || line.Contains("not-a-secret", StringComparison.Ordinal));

        // Whoever puts it right in Entra need not restart the bot.
        rig.Entra.Error = null;
        rig.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.IsType<ConnectorResult.Delivered>(await rig.SendAsync());
        Assert.False(rig.Token.IsConfigurationBroken);
    }

    [Fact(DisplayName = "OUT-05 Entra being busy for a moment is no configuration fault")]
    public async Task A_passing_fault_is_told_apart()
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Entra.Error = "temporarily_unavailable";
        Assert.Equal("NoToken", Assert.IsType<ConnectorResult.Retry>(await rig.SendAsync()).Reason);
        Assert.False(rig.Token.IsConfigurationBroken);

        rig.Entra.Error = null;
        rig.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<ConnectorResult.Delivered>(await rig.SendAsync());
    }

    private sealed class Credential(Func<AccessToken> answer) : TokenCredential
    {
        public int Asked { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked++;
            return answer();
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
