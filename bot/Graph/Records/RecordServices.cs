using System.Runtime.CompilerServices;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>Puts the Trust's own record together, where Graph and its sites are configured.</summary>
internal static class RecordServices
{
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RecordOptions>().Bind(configuration.GetSection(RecordOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        if (IsConfigured(configuration))
            AddKeeper(services);
        return services;
    }

    /// <summary>True where there is a Graph, and sites to keep the record in.</summary>
    public static bool IsConfigured(IConfiguration configuration) => GraphOptions.IsConfigured(configuration) && configuration.GetSection(RecordOptions.Section).Get<RecordOptions>()?.IsConfigured is true;

    // A method of its own: without Graph its library is not loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddKeeper(IServiceCollection services)
    {
        services.AddSingleton(provider => new CaseArchive(provider.GetRequiredService<Database>()));
        services.AddSingleton<SharePoint>();
        services.AddSingleton<RecordSites>();
        services.AddSingleton<RecordFiles>();
        services.AddSingleton<RecordKeeper>();
        services.AddSingleton<IGraphCarrier>(provider => provider.GetRequiredService<RecordKeeper>());
        services.AddSingleton<Reconciliation>();
    }
}
