using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using PolicyBot.Bot.Channel;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Channel;

/// <summary>The whole channel as it is registered for a tenant, with the fakes where Microsoft's services would be.</summary>
internal sealed class ChannelRig : IAsyncDisposable
{
    public const string AppId = "22222222-2222-2222-2222-222222222222";
    public const string Tenant = "11111111-1111-1111-1111-111111111111";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string Channel = "19:slt@thread.tacv2";

    private readonly ServiceProvider services;

    private ChannelRig(FakeOpenIdServer openId, FakeTokenEndpoint entra, FakeConnector teams, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        OpenId = openId;
        Entra = entra;
        Teams = teams;
        World.Map(FakeOpenIdServer.Host, openId.Address).Map(FakeTokenEndpoint.Host, entra.Address)
            .Map(FakeConnector.Host, teams.Address).Map(Cloud.GccHost, teams.Address);

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Registered).AddInMemoryCollection(settings).Build();
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddSingleton(new ChannelHttp(World));
        collection.AddChannel(configuration, new HostingEnvironment { EnvironmentName = Environments.Production });
        services = collection.BuildServiceProvider();
    }

    // Azure.Identity reckons a token's end by the machine's clock; a day long past keeps those tokens alive here, whenever the tests run.
    public FakeTime Time { get; } = new(new(2024, 3, 4, 9, 0, 0, TimeSpan.Zero));

    public FakeOpenIdServer OpenId { get; }
    public FakeTokenEndpoint Entra { get; }
    public FakeConnector Teams { get; }
    public OutsideWorld World { get; } = new();
    public LogBook Log { get; } = new();
    public ChannelAuthenticator Authenticator => Get<ChannelAuthenticator>();
    public ConnectorClient Connector => Get<ConnectorClient>();
    public BotToken Token => Get<BotToken>();

    public static Dictionary<string, string?> Registered => new(StringComparer.Ordinal)
    {
        ["Bot:AppId"] = AppId,
        ["Bot:TenantId"] = Tenant,
        ["Bot:ClientSecret"] = "not-a-secret",
    };

    public static ConversationReference Personal { get; } = new()
    {
        ServiceUrl = ServiceUrl,
        ChannelId = "msteams",
        ConversationId = "a:personal-anna",
        ConversationType = ConversationTypes.Personal,
        TenantId = Tenant,
        BotId = $"28:{AppId}",
        UserId = "29:anna",
    };

    public static byte[] Hello { get; } = Message("Hello");

    public TokenSpec GoodToken => new(Time.GetUtcNow()) { Audience = AppId, ServiceUrl = ServiceUrl };

    public static Activity GoodActivity { get; } = new()
    {
        Type = ActivityTypes.Message,
        Id = "1750000000001",
        ChannelId = "msteams",
        ServiceUrl = ServiceUrl,
        From = new() { Id = "29:anna", AadObjectId = "33333333-3333-3333-3333-333333333333" },
        Recipient = new() { Id = $"28:{AppId}", Name = "PolicyBot" },
        Conversation = new() { Id = "a:personal-anna", ConversationType = ConversationTypes.Personal, TenantId = Tenant },
        ChannelData = new() { Tenant = new() { Id = Tenant } },
        Text = "words that only Anna typed",
    };

    public static async Task<ChannelRig> StartAsync(params (string Key, string? Value)[] settings) => new(
        await FakeOpenIdServer.StartAsync(),
        await FakeTokenEndpoint.StartAsync(),
        await FakeConnector.StartAsync(),
        settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public Task<AuthVerdict> ReceiveAsync(TokenSpec token, Activity? activity = null) => ReceiveAsync($"Bearer {OpenId.Mint(token)}", activity);

    public Task<AuthVerdict> ReceiveAsync(string? header, Activity? activity = null) =>
        Authenticator.AuthenticateAsync(header, activity ?? GoodActivity, TestContext.Current.CancellationToken).AsTask();

    public Task<ConnectorResult> SendAsync(ConversationReference? to = null) =>
        Connector.SendAsync(to ?? Personal, Hello, TestContext.Current.CancellationToken);

    public static byte[] Message(string text) => Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{text}}"}""");

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Teams.DisposeAsync();
        await Entra.DisposeAsync();
        await OpenId.DisposeAsync();
    }
}
