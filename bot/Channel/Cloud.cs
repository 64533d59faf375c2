namespace PolicyBot.Bot.Channel;

/// <summary>The fixed addresses and names of one Microsoft cloud. An app registration works only in the cloud that it lives in.</summary>
/// <param name="Metadata">Where the keys that sign inbound tokens are announced.</param>
/// <param name="Issuer">Who must have issued an inbound token.</param>
/// <param name="Login">Where the bot's own token comes from.</param>
/// <param name="Scope">What the bot's own token is for.</param>
/// <param name="ServiceHosts">The exact hosts of the Connector that may receive the bot's token.</param>
internal sealed record Cloud(Uri Metadata, string Issuer, Uri Login, string Scope, IReadOnlyList<string> ServiceHosts)
{
    /// <summary>The Connector of GCC tenants, who use the public cloud for everything else.</summary>
    public const string GccHost = "smba.infra.gcc.teams.microsoft.com";

    public static readonly Cloud Public = new(
        new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        "https://api.botframework.com",
        new("https://login.microsoftonline.com/"),
        "https://api.botframework.com/.default",
        ["smba.trafficmanager.net", GccHost]);

    public static readonly Cloud Gov = new(
        new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        "https://api.botframework.us",
        new("https://login.microsoftonline.us/"),
        "https://api.botframework.us/.default",
        ["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us"]);

    // Its Connector hosts are not published where we could check them, so whoever runs there names them in Bot:ServiceHosts.
    public static readonly Cloud China = new(
        new("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        "https://api.botframework.azure.cn",
        new("https://login.partner.microsoftonline.cn/"),
        "https://api.botframework.azure.cn/.default",
        []);

    public static Cloud Of(BotOptions options) => options.Cloud switch
    {
        CloudName.Gov => Gov,
        CloudName.China => China,
        _ => Public,
    };
}

internal enum CloudName
{
    Public,
    Gov,
    China,
}
