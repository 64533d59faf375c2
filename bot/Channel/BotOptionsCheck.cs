using Microsoft.Extensions.Options;

namespace PolicyBot.Bot.Channel;

/// <summary>
/// Refuses to start half-configured (AUTH-11). A forgotten application id must never open the endpoint to everyone, so running without
/// credentials has to be asked for, in Development, and with nothing configured that belongs to a real tenant.
/// </summary>
internal sealed class BotOptionsCheck(IHostEnvironment environment) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var faults = (options.Local ? LocalFaults(options) : TenantFaults(options)).Concat(NumberFaults(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> LocalFaults(BotOptions options)
    {
        if (!environment.IsDevelopment())
            yield return $"Bot:Local lets anyone on this machine speak to the bot, so it works only in Development, and this is {environment.EnvironmentName}.";
        if (Filled(options.AppId) || Credentials(options) > 0)
            yield return "Bot:Local is on and a registration is configured too. Remove Bot:AppId and its credential, or turn Bot:Local off.";
    }

    private static IEnumerable<string> TenantFaults(BotOptions options)
    {
        if (!Guid.TryParse(options.AppId, out _))
            yield return "Bot:AppId must be the application id of the Azure Bot registration, a GUID. To try the bot without one, set Bot:Local in Development.";
        if (!Guid.TryParse(options.TenantId, out _))
            yield return "Bot:TenantId must be the Trust's Entra tenant id, a GUID.";
        if (Credentials(options) != 1)
            yield return "Exactly one of Bot:ClientSecret, Bot:CertificatePath and Bot:ManagedIdentity is needed.";
        if (options.AppType == AppType.UserAssignedMSI && !options.ManagedIdentity)
            yield return "Bot:AppType UserAssignedMSI goes with Bot:ManagedIdentity.";
        if (options.AppType == AppType.MultiTenant && options.ManagedIdentity)
            yield return "A managed identity cannot be MultiTenant: set Bot:AppType to UserAssignedMSI.";
        if (Filled(options.CertificatePath) && !File.Exists(options.CertificatePath))
            yield return "The file that Bot:CertificatePath names is not there.";
        if (Cloud.Of(options).ServiceHosts.Count + options.ServiceHosts.Count == 0)
            yield return "Name the Connector's host in Bot:ServiceHosts; for this cloud there is no default.";
        if (options.AllowedTenants.Any(tenant => !Guid.TryParse(tenant, out _)))
            yield return "Each entry of Bot:AllowedTenants must be a tenant id, a GUID.";
    }

    private static IEnumerable<string> NumberFaults(BotOptions options)
    {
        // A worker has a delivery in hand for a minute: a token and a call that each take their time must end before another worker may take it.
        if (options.ConnectorTimeout <= TimeSpan.Zero || options.ConnectorTimeout > TimeSpan.FromSeconds(20))
            yield return "Bot:ConnectorTimeout must be above zero and at most twenty seconds.";
        if (options.MaxMessageBytes is < 1024 or > 100 * 1024)
            yield return "Bot:MaxMessageBytes must be between 1,024 and 102,400; Teams refuses more.";
    }

    private static int Credentials(BotOptions options) =>
        (Filled(options.ClientSecret) ? 1 : 0) + (Filled(options.CertificatePath) ? 1 : 0) + (options.ManagedIdentity ? 1 : 0);

    private static bool Filled(string? value) => !string.IsNullOrWhiteSpace(value);
}
