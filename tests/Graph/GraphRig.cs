using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Graph;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Fakes.Graph;

namespace PolicyBot.Tests.Graph;

/// <summary>The bot's way to Graph, with the real library and credentials, and a Graph of the tests' own behind it. Time stands still.</summary>
internal sealed class GraphRig : IAsyncDisposable
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";
    public const string Client = "22222222-2222-2222-2222-222222222222";

    private readonly ServiceProvider services;

    private GraphRig(FakeGraph graph, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Graph = graph;
        graph.LinksTo = $"https://{FakeGraph.Host}/v1.0";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Bot:AppId", Client), new("Bot:TenantId", Tenant), new("Bot:ClientSecret", "bot-secret"),
            new("Graph:TenantId", Tenant), new("Graph:ClientId", Client), new("Graph:ClientSecret", "graph-secret"), .. settings,
        ]).Build();
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(Log));
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddSingleton(new ChannelHttp(new OutsideWorld().Map(FakeGraph.Host, graph.Address).Map(FakeGraph.LoginHost, graph.Address)));
        collection.AddChannel(configuration, new HostingEnvironment { EnvironmentName = Environments.Production });
        collection.AddGraph(configuration);
        services = collection.BuildServiceProvider();
    }

    public FakeGraph Graph { get; }
    public FakeTime Time { get; } = new();
    public LogBook Log { get; } = new();
    public GraphGate Gate => Get<GraphGate>();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public static async Task<GraphRig> StartAsync(params KeyValuePair<string, string?>[] settings) => new(await FakeGraph.StartAsync(), settings);

    /// <summary>Somebody in the tenant.</summary>
    public GraphPerson Add(string id, string name) => Graph.People[id] = new GraphPerson(id, name);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Graph.DisposeAsync();
        Assert.Empty(Graph.Failures);
    }
}
