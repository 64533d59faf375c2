using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Channel;

/// <summary>The service refuses to start half-configured.</summary>
public sealed class StartTests
{
    private static readonly Dictionary<string, string?> Local = new(StringComparer.Ordinal) { ["Bot:Local"] = "true" };

    [Fact(DisplayName = "AUTH-11 Local mode starts in Development without credentials")]
    public async Task Local_mode_starts_in_development() => Assert.Null(await StartAsync("Development", Local));

    [Fact(DisplayName = "AUTH-11 A registration with one credential starts in Production")]
    public async Task A_registration_starts() => Assert.Null(await StartAsync("Production", ChannelRig.Registered));

    [Theory(DisplayName = "AUTH-11 Local mode is refused outside Development and beside any credential")]
    [InlineData("Production", null, "Development")]
    [InlineData("Staging", null, "Development")]
    [InlineData("Development", "Bot:AppId", "Bot:Local")]
    [InlineData("Development", "Bot:ClientSecret", "Bot:Local")]
    [InlineData("Development", "Bot:CertificatePath", "Bot:Local")]
    public async Task Local_mode_is_refused_where_it_could_open_a_tenant(string environment, string? also, string sentence)
    {
        var settings = new Dictionary<string, string?>(Local, StringComparer.Ordinal);
        if (also is not null)
            settings[also] = ChannelRig.AppId;
        Assert.Contains(sentence, await StartAsync(environment, settings), StringComparison.Ordinal);
    }

    [Theory(DisplayName = "AUTH-11 A missing or malformed setting of a registration stops the start with a sentence about it")]
    [InlineData("Bot:AppId", "", "Bot:AppId")]
    [InlineData("Bot:AppId", "my bot", "Bot:AppId")]
    [InlineData("Bot:TenantId", "", "Bot:TenantId")]
    [InlineData("Bot:ClientSecret", "", "Exactly one")]
    [InlineData("Bot:ManagedIdentity", "true", "Exactly one")]
    [InlineData("Bot:AppType", "UserAssignedMSI", "Bot:ManagedIdentity")]
    [InlineData("Bot:CertificatePath", "/no/such/file.pfx", "not there")]
    [InlineData("Bot:Cloud", "China", "Bot:ServiceHosts")]
    [InlineData("Bot:AllowedTenants:0", "dudley", "Bot:AllowedTenants")]
    [InlineData("Bot:ConnectorTimeout", "00:00:00", "Bot:ConnectorTimeout")]
    [InlineData("Bot:ConnectorTimeout", "00:00:21", "at most twenty seconds")]
    [InlineData("Bot:MaxMessageBytes", "10000000", "Bot:MaxMessageBytes")]
    public async Task A_wrong_setting_is_named(string key, string value, string sentence) =>
        Assert.Contains(sentence, await StartAsync("Production", new(ChannelRig.Registered, StringComparer.Ordinal) { [key] = value }), StringComparison.Ordinal);

    [Fact(DisplayName = "AUTH-11 An empty configuration opens nothing, in Development either")]
    public async Task Nothing_configured_does_not_start() => Assert.Contains("Bot:AppId", await StartAsync("Development", []), StringComparison.Ordinal);

    [Fact(DisplayName = "AUTH-11 Local mode takes loopback peers and service URLs only, and sends no token")]
    public async Task Local_mode_stays_on_this_machine()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var services = Services("Development", Local);
        var hosts = services.GetRequiredService<TrustedHosts>();
        Assert.True(hosts.AllowsPeer(IPAddress.Loopback));
        Assert.True(hosts.AllowsPeer(IPAddress.IPv6Loopback));
        Assert.True(hosts.AllowsPeer(IPAddress.Parse("::ffff:127.0.0.1")));
        Assert.False(hosts.AllowsPeer(IPAddress.Parse("192.168.1.20")));
        Assert.False(hosts.AllowsPeer(null));

        var authenticator = services.GetRequiredService<ChannelAuthenticator>();
        var here = ChannelRig.GoodActivity with { ServiceUrl = connector.ServiceUrl };
        Assert.Equal(AuthVerdict.Accepted, await authenticator.AuthenticateAsync(null, here, TestContext.Current.CancellationToken));
        Assert.Equal(AuthVerdict.Rejected, await authenticator.AuthenticateAsync(null, ChannelRig.GoodActivity, TestContext.Current.CancellationToken));

        var to = ConversationReference.From(here)!;
        Assert.IsType<ConnectorResult.Delivered>(
            await services.GetRequiredService<ConnectorClient>().SendAsync(to, ChannelRig.Hello, TestContext.Current.CancellationToken));
        Assert.Null(Assert.Single(connector.Calls).Authorization);
    }

    private static ServiceProvider Services(string environment, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddChannel(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new HostingEnvironment { EnvironmentName = environment });
        return services.BuildServiceProvider();
    }

    /// <summary>The sentences with which a start was refused, or null when it succeeded.</summary>
    private static async Task<string?> StartAsync(string environment, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddChannel(builder.Configuration, builder.Environment);
        await using var app = builder.Build();
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            await app.StopAsync(TestContext.Current.CancellationToken);
            return null;
        }
        catch (OptionsValidationException refused)
        {
            return refused.Message;
        }
    }
}
