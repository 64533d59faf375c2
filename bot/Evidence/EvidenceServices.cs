namespace PolicyBot.Bot.Evidence;

/// <summary>Puts together what keeps the files of reports.</summary>
internal static class EvidenceServices
{
    public static IServiceCollection AddEvidence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EvidenceOptions>().Bind(configuration.GetSection(EvidenceOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IEvidenceStore, EvidenceFolder>();
        services.AddSingleton<EvidenceReading>();
        services.AddSingleton<EvidenceFetching>();
        services.AddSingleton<EvidenceUploading>();
        services.AddSingleton<FileCourier>();
        return services;
    }
}
