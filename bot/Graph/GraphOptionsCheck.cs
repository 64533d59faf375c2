using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Bot.Graph;

/// <summary>Refuses to start half-configured, and never lets a bot without credentials near a real tenant.</summary>
internal sealed class GraphOptionsCheck(bool configured, IOptions<BotOptions> bot) : IValidateOptions<GraphOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        if (!configured)
            return ValidateOptionsResult.Success;
        var faults = AddressFaults(options).Concat(bot.Value.Local ? LocalFaults(options) : TenantFaults(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> AddressFaults(GraphOptions options)
    {
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address is { Scheme: "http", IsLoopback: true }))
            yield return $"Graph:BaseUrl must be an https address such as {GraphOptions.PublicAddress}.";
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromSeconds(30))
            yield return "Graph:Timeout must be above zero and at most thirty seconds.";
        if (options.AtOnce is < 1 or > 32)
            yield return "Graph:AtOnce must be from 1 to 32.";
        if (options.SharePointUnits is < 5 or > 1_000_000)
            yield return "Graph:SharePointUnits must be from 5 to 1,000,000 a second.";
    }

    private static IEnumerable<string> LocalFaults(GraphOptions options)
    {
        if (Credentials(options) > 0 || (Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address) && !address.IsLoopback))
            yield return "Bot:Local is on, so Graph can only be one on this machine (Graph:BaseUrl) without a credential. Remove the Graph settings, or turn Bot:Local off.";
    }

    private static IEnumerable<string> TenantFaults(GraphOptions options)
    {
        if (!Guid.TryParse(options.TenantId, out _) && !options.ManagedIdentity)
            yield return "Graph:TenantId must be the Trust's Entra tenant id, a GUID.";
        if (!Guid.TryParse(options.ClientId, out _) && !options.ManagedIdentity)
            yield return "Graph:ClientId must be the application id that the permissions were granted to, a GUID.";
        if (Credentials(options) != 1)
            yield return "Exactly one of Graph:ClientSecret, Graph:CertificatePath and Graph:ManagedIdentity is needed.";
        if (GraphOptions.Filled(options.CertificatePath) && !File.Exists(options.CertificatePath))
            yield return "The file that Graph:CertificatePath names is not there.";
    }

    private static int Credentials(GraphOptions options) =>
        (GraphOptions.Filled(options.ClientSecret) ? 1 : 0) + (GraphOptions.Filled(options.CertificatePath) ? 1 : 0) + (options.ManagedIdentity ? 1 : 0);
}
