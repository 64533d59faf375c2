namespace PolicyBot.Bot.Vault;

/// <summary>The vault and its pages; section <c>Vault</c> of the configuration.</summary>
internal sealed class VaultOptions
{
    public const string Section = "Vault";

    /// <summary>The embedded vault's master keys: a file of its own, which belongs on another disk and into another backup than the database.</summary>
    public string KeyFile { get; set; } = Path.Combine("keys", "vault.json");

    /// <summary>Where people reach the bot's pages, as <c>https://bot.trust.example</c>; in local mode the bot's own address.</summary>
    public Uri? Address { get; set; }

    /// <summary>The origins that may show the pages in a frame, besides Teams' own.</summary>
    public IList<string> Frames { get; } = [];
}

/// <summary>Azure Key Vault; section <c>KeyVault</c> of the configuration. Absent, the embedded vault serves.</summary>
internal sealed class KeyVaultOptions
{
    public const string Section = "KeyVault";

    /// <summary>As <c>https://NAME.vault.azure.net/</c>.</summary>
    public Uri? Uri { get; set; }

    /// <summary>How long one call may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
