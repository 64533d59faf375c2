using System.Runtime.CompilerServices;
using PolicyBot.Bot.Delivery;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>Puts the Trust's own record together, where Graph and its sites are configured.</summary>
internal static class RecordServices
{
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RecordOptions>().Bind(configuration.GetSection(RecordOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        if (GraphOptions.IsConfigured(configuration) && IsConfigured(configuration))
            AddKeeper(services);
        return services;
    }

    public static bool IsConfigured(IConfiguration configuration) => configuration.GetSection(RecordOptions.Section).Get<RecordOptions>()?.IsConfigured is true;

    // A method of its own: without Graph its library is not loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddKeeper(IServiceCollection services)
    {
        services.AddSingleton(provider => new CaseArchive(provider.GetRequiredService<Database>()));
        services.AddSingleton<SharePoint>();
        services.AddSingleton<RecordSites>();
        services.AddSingleton<RecordFiles>();
        services.AddSingleton<RecordKeeper>();
        services.AddSingleton<IGraphCourier>(provider => provider.GetRequiredService<RecordKeeper>());
        services.AddSingleton<Reconciliation>();
        services.AddSingleton<Func<Trust>>(provider => provider.GetRequiredService<Trust>);
    }
}
