using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyBot.Bot.Graph;
using PolicyBot.Cases.People;

namespace PolicyBot.Bot.People;

/// <summary>Where people and roles come from: <c>trust.json</c> alone, or the Trust's directory over it.</summary>
internal static class PeopleServices
{
    /// <summary>True where Microsoft Graph fills what the file leaves open.</summary>
    public static bool FromDirectory(IConfiguration configuration) =>
        GraphOptions.IsConfigured(configuration) && configuration.GetSection(GraphOptions.Section).GetValue(nameof(GraphOptions.People), true);

    public static void AddPeople(this IServiceCollection services, Trust file, IConfiguration configuration)
    {
        if (!FromDirectory(configuration))
        {
            services.AddSingleton<IPeople>(new TrustFilePeople(file));
            services.TryAddSingleton<IDirectory>(provider => new TrustFileDirectory(file, provider.GetRequiredService<TimeProvider>()));
            return;
        }
        services.AddSingleton(provider => new DirectoryPeople(
            file, provider.GetRequiredService<IDirectoryReader>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DirectoryPeople>>()));
        services.AddSingleton<IPeople>(provider => provider.GetRequiredService<DirectoryPeople>());
        services.AddHostedService(provider => provider.GetRequiredService<DirectoryPeople>());
    }
}
