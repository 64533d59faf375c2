using System.Net;
using Microsoft.Extensions.Options;

namespace PolicyBot.Bot.Channel;

/// <summary>
/// Which service URLs may be stored and written to. The URL arrives in a message, and whoever gets the bot's token can speak as the bot,
/// so hosts match whole: <c>trafficmanager.net</c> is shared by all Azure customers (OUT-03).
/// </summary>
internal sealed class TrustedHosts(IOptions<BotOptions> options)
{
    private readonly bool local = options.Value.Local;
    private readonly HashSet<string> hosts = new([.. Cloud.Of(options.Value).ServiceHosts, .. options.Value.ServiceHosts], StringComparer.OrdinalIgnoreCase);

    // Nearly every message comes from the same one.
    private volatile string? latestAllowed;

    public bool Allows(string? serviceUrl)
    {
        if (serviceUrl is not null && serviceUrl == latestAllowed)
            return true;
        if (!IsTrusted(serviceUrl))
            return false;
        latestAllowed = serviceUrl;
        return true;
    }

    private bool IsTrusted(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0
        && (local ? IsLoopback(url) : url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && hosts.Contains(url.Host));

    /// <summary>Whether a request may come from this address: in local mode from this machine only, otherwise its token decides.</summary>
    public bool AllowsPeer(IPAddress? address) =>
        !local || (address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));

    /// <summary>The same URL on the host that GCC tenants need, when the Connector says that it is the wrong one; null when there is no other.</summary>
    public string? Corrected(string serviceUrl) =>
        hosts.Contains(Cloud.GccHost) && Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url.Host != Cloud.GccHost
            ? new UriBuilder(url) { Host = Cloud.GccHost }.Uri.AbsoluteUri
            : null;

    private static bool IsLoopback(Uri url) => url.IsLoopback && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
