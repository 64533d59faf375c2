using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Graph;

/// <summary>Puts Microsoft Graph together, where it is configured; otherwise there is none, and its library is not even loaded.</summary>
internal static class GraphServices
{
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfiguration configuration)
    {
        var configured = GraphOptions.IsConfigured(configuration);
        services.AddOptions<GraphOptions>().Bind(configuration.GetSection(GraphOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GraphOptions>>(provider => new GraphOptionsCheck(configured, provider.GetRequiredService<IOptions<BotOptions>>()));
        if (configured)
            AddClient(services);
        return services;
    }

    /// <summary>Graph for a command, beside the bot or without it. Ask for nothing that carries deliveries.</summary>
    public static ServiceProvider Alone(IConfiguration configuration, ChannelHttp? http, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time);
        services.AddSingleton(_ => http ?? new ChannelHttp(ChannelHttp.Sockets()));
        services.AddOptions<BotOptions>().Bind(configuration.GetSection(BotOptions.Section));
        services.AddSingleton(_ => new CaseStore(Composition.DatabaseOf(configuration), TimeSpan.Zero));
        return services.AddGraph(configuration).BuildServiceProvider();
    }

    // A method of its own: whoever has no Graph does not load the library, which is 40 MB on the disk.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddClient(IServiceCollection services)
    {
        services.AddSingleton<GraphConnection>();
        services.AddSingleton(provider => new GraphPace(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<GraphOptions>>().Value.SharePointUnits));
        services.AddSingleton<GraphGate>();
        services.AddSingleton<GraphBatch>();
        services.AddSingleton<GraphDirectory>();
        services.AddSingleton<ActivityFeed>();
        services.AddSingleton<GraphProbes>();
        services.AddSingleton<IGraphCarrier>(provider => provider.GetRequiredService<ActivityFeed>());
        services.AddSingleton<GraphCourier>();
        services.AddHostedService<GraphWorker>();
        services.AddSingleton<IDirectoryReader>(provider => provider.GetRequiredService<GraphDirectory>());
        services.AddSingleton<IDirectory>(provider => provider.GetRequiredService<GraphDirectory>());
    }
}
