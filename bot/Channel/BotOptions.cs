namespace PolicyBot.Bot.Channel;

/// <summary>The Azure Bot registration and how to reach Teams; section <c>Bot</c> of the configuration.</summary>
internal sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>The registration's application (client) id, a GUID.</summary>
    public string? AppId { get; set; }

    /// <summary>The Trust's own Entra tenant, a GUID.</summary>
    public string? TenantId { get; set; }

    public AppType AppType { get; set; } = AppType.SingleTenant;

    public string? ClientSecret { get; set; }

    /// <summary>The day on which the secret ends, as an administrator read it in Entra.</summary>
    public DateOnly? ClientSecretExpires { get; set; }

    /// <summary>A PFX or PEM file with its private key.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>Use the user-assigned managed identity whose client id is <see cref="AppId"/>.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>No credentials, loopback only; for trying the bot on one's own machine.</summary>
    public bool Local { get; set; }

    /// <summary>Tenants whose people may write to the bot; empty means <see cref="TenantId"/> alone.</summary>
    public IList<string> AllowedTenants { get; } = [];

    /// <summary>Channels that may deliver; empty means <c>msteams</c> alone.</summary>
    public IList<string> Channels { get; } = [];

    /// <summary>What a signing key must be endorsed for besides the channel.</summary>
    public IList<string> RequiredEndorsements { get; } = [];

    /// <summary>Exact Connector hosts to trust besides the cloud's own.</summary>
    public IList<string> ServiceHosts { get; } = [];

    /// <summary>The hosts that people's files lie on, such as <c>trust.sharepoint.com</c> and <c>trust-my.sharepoint.com</c>; empty means any of SharePoint's.</summary>
    public IList<string> FileHosts { get; } = [];

    public CloudName Cloud { get; set; } = CloudName.Public;

    /// <summary>How long one call to the Connector may take before it is given up.</summary>
    public TimeSpan ConnectorTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest message to send, in bytes of UTF-16 as Teams counts; Teams refuses at about 100 KB.</summary>
    public int MaxMessageBytes { get; set; } = 80 * 1024;
}

/// <summary>How the registration was made; it decides which authority issues the bot's token (OUT-01).</summary>
internal enum AppType
{
    SingleTenant,
    MultiTenant,
    UserAssignedMSI,
}
