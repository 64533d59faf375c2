using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Bot.Graph;

/// <summary>Makes the credential that the configuration names.</summary>
internal static class GraphCredential
{
    public static TokenCredential Create(GraphOptions options, Uri login, ChannelHttp http) => options switch
    {
        { ManagedIdentity: true } => new ManagedIdentityCredential(With(new ManagedIdentityCredentialOptions(
            GraphOptions.Filled(options.ClientId) ? ManagedIdentityId.FromUserAssignedClientId(options.ClientId) : ManagedIdentityId.SystemAssigned), options, login, http)),
        { CertificatePath.Length: > 0 } => new ClientCertificateCredential(
            options.TenantId, options.ClientId, Certificate(options.CertificatePath, options.CertificatePassword), With(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true }, options, login, http)),
        _ => new ClientSecretCredential(
            options.TenantId, options.ClientId, options.ClientSecret, With(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true }, options, login, http)),
    };

    public static X509Certificate2 Certificate(string path, string? password) =>
        !path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase) ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
        : string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(path)
        : X509Certificate2.CreateFromEncryptedPemFile(path, password);

    // Retries are the outbox's: one place decides how long to keep trying.
    private static T With<T>(T credential, GraphOptions options, Uri login, ChannelHttp http) where T : TokenCredentialOptions
    {
        credential.AuthorityHost = login;
        credential.Transport = new HttpClientTransport(http.Client);
        credential.Retry.MaxRetries = 0;
        credential.Retry.NetworkTimeout = options.Timeout;
        return credential;
    }
}
