using Microsoft.Extensions.Hosting.Internal;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Evidence;
using PolicyBot.Bot.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>What an administrator's commands need of Graph and the database, without the rest of the bot.</summary>
internal static class RecordTools
{
    // Commands hold nothing in their hands that another process could have to wait for.
    private static readonly TimeSpan NoLease = TimeSpan.Zero;

    /// <summary>What a command needs to speak with Graph and the database, without the bot.</summary>
    /// <param name="besides">Registered last, so that it is used.</param>
    public static ServiceProvider Open(IConfiguration configuration, Action<IServiceCollection>? besides = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddChannel(configuration, new HostingEnvironment { EnvironmentName = configuration["ENVIRONMENT"] ?? Environments.Production });
        services.AddGraph(configuration);
        services.AddRecords(configuration);
        services.AddEvidence(configuration);
        services.AddPeople(Composition.TrustOf(configuration), configuration);
        services.AddSingleton(_ => Composition.DatabaseOf(configuration));
        services.AddSingleton(provider => new CaseStore(provider.GetRequiredService<Database>(), NoLease));
        besides?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
