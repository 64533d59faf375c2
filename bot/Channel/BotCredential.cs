using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace PolicyBot.Bot.Channel;

/// <summary>Makes the credential that the configuration names (OUT-01).</summary>
internal static class BotCredential
{
    // A multi-tenant registration gets its token from Microsoft's own tenant for bots; every other one from the Trust's.
    private const string MultiTenantAuthority = "botframework.com";

    /// <summary>A new credential, with nothing cached: a certificate that was renewed on disk is picked up with the next token.</summary>
    public static TokenCredential Create(BotOptions options, ChannelHttp http)
    {
        var authority = options.AppType == AppType.MultiTenant ? MultiTenantAuthority : options.TenantId;
        return options switch
        {
            { ManagedIdentity: true } => new ManagedIdentityCredential(
                With(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(options.AppId)), options, http)),
            { CertificatePath.Length: > 0 } => new ClientCertificateCredential(
                authority, options.AppId, Certificate(options), With(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true }, options, http)),
            _ => new ClientSecretCredential(
                authority, options.AppId, options.ClientSecret, With(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true }, options, http)),
        };
    }

    // Retries are the outbox's: one place decides how long to keep trying.
    private static T With<T>(T credential, BotOptions options, ChannelHttp http) where T : TokenCredentialOptions
    {
        credential.AuthorityHost = Cloud.Of(options).Login;
        credential.Transport = new HttpClientTransport(http.Client);
        credential.Retry.MaxRetries = 0;
        credential.Retry.NetworkTimeout = options.ConnectorTimeout;
        return credential;
    }

    private static X509Certificate2 Certificate(BotOptions options) =>
        options.CertificatePath!.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
            ? Pem(options.CertificatePath, options.CertificatePassword)
            : X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword);

    private static X509Certificate2 Pem(string path, string? password) =>
        string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password);
}
