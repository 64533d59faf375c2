namespace PolicyBot.Bot.Graph;

/// <summary>How the bot speaks to Microsoft Graph; section <c>Graph</c> of the configuration. Absent, the bot does without and loads nothing of it.</summary>
internal sealed class GraphOptions
{
    public const string Section = "Graph";
    public const string PublicAddress = "https://graph.microsoft.com/v1.0";

    /// <summary>The Trust's Entra tenant, a GUID.</summary>
    public string? TenantId { get; set; }

    /// <summary>The application (client) id that permissions were granted to: the one in the manifest's <c>webApplicationInfo</c>.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>The day on which the secret ends, as an administrator read it in Entra: the bot has no right to look there.</summary>
    public DateOnly? ClientSecretExpires { get; set; }

    /// <summary>A PFX or PEM file with its private key.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>Use the user-assigned managed identity whose client id is <see cref="ClientId"/>; the machine's own where there is none.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>Where Graph is: another one in another cloud, and in tests.</summary>
    public string BaseUrl { get; set; } = PublicAddress;

    /// <summary>False leaves people and roles to <c>trust.json</c> alone.</summary>
    public bool People { get; set; } = true;

    /// <summary>True also reads when somebody leaves (<c>employeeLeaveDateTime</c>), which takes <c>User-LifeCycleInfo.Read.All</c> and is empty unless a personnel system fills it.</summary>
    public bool LeaveDates { get; set; }

    /// <summary>How long one call may take before it is given up. Default 15 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many deliveries to Graph one process has under way at once. Default 4.</summary>
    public int AtOnce { get; set; } = 4;

    /// <summary>
    /// SharePoint's resource units a second. The default is what the smallest tenant has (1,200 a minute), with a quarter of it left to whatever else the Trust runs; instances share it.
    /// </summary>
    public int SharePointUnits { get; set; } = 15;

    public Uri Address => new(BaseUrl.TrimEnd('/'));

    public static bool IsConfigured(IConfiguration configuration) => configuration.GetSection(Section) is var section
        && (Filled(section[nameof(TenantId)]) || Filled(section[nameof(ClientId)]) || Filled(section[nameof(BaseUrl)]) || section.GetValue<bool>(nameof(ManagedIdentity)));

    public static bool Filled(string? value) => !string.IsNullOrWhiteSpace(value);
}
