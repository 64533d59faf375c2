using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Bot.Vault;

/// <summary>The vault of a trust with Azure. Constructed only where <c>KeyVault:Uri</c> is set.</summary>
internal sealed class AzureKeyVault(KeyVaultOptions options, TokenCredential credential, ChannelHttp http) : IVault
{
    private const int NotFound = 404;
    private const int Forbidden = 403;
    private const int Deleted = 409;
    private const int Busy = 429;

    private readonly SecretClient client = new(options.Uri, credential, Settings(options, http));

    public string Name => "Azure Key Vault";

    public async Task<string> PutAsync(string entry, string value, CancellationToken cancellationToken)
    {
        var secret = new KeyVaultSecret(entry, value) { Properties = { ContentType = "social-media-account" } };
        return (await CallAsync(token => client.SetSecretAsync(secret, token), cancellationToken)).Value.Properties.Version;
    }

    public async Task<string> ReadAsync(string entry, string version, CancellationToken cancellationToken) =>
        (await CallAsync(token => client.GetSecretAsync(entry, version, token), cancellationToken)).Value.Value;

    /// <summary>What stands under a name now; null when nothing does.</summary>
    /// <exception cref="VaultException">It could not be read.</exception>
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) => CallAsync(
        async token =>
        {
            try
            {
                return (await client.GetSecretAsync(name, cancellationToken: token)).Value.Value;
            }
            catch (RequestFailedException fault) when (fault.Status == NotFound)
            {
                return null;
            }
        },
        cancellationToken);

    // Azure keeps versions; what is switched off can be read by nobody until somebody with more rights than the bot switches it on again.
    public async Task ForgetBeforeAsync(string entry, string version, CancellationToken cancellationToken) => await CallAsync(
        async token =>
        {
            await foreach (var properties in client.GetPropertiesOfSecretVersionsAsync(entry, token))
                if (properties.Version != version && properties.Enabled is not false)
                {
                    properties.Enabled = false;
                    await client.UpdateSecretPropertiesAsync(properties, token);
                }
            return true;
        },
        cancellationToken);

    // Azure keeps what was deleted for as long as the vault is set to, and then it is gone. Whoever may recover it has more rights than the bot.
    public async Task RemoveAsync(string entry, CancellationToken cancellationToken) => await CallAsync(
        async token =>
        {
            try
            {
                await client.StartDeleteSecretAsync(entry, token);
            }
            catch (RequestFailedException fault) when (fault.Status is NotFound)
            {
                // Nobody ever put anything in, or it was deleted before.
            }
            return true;
        },
        cancellationToken);

    private static SecretClientOptions Settings(KeyVaultOptions options, ChannelHttp http) => new()
    {
        Transport = new HttpClientTransport(http.Client),
        Retry = { MaxRetries = 2, Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(2), NetworkTimeout = options.Timeout },
        // Neither bodies nor names of entries in any log or trace.
        Diagnostics = { IsLoggingEnabled = false, IsDistributedTracingEnabled = false, IsTelemetryEnabled = false, IsLoggingContentEnabled = false },
    };

    private async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Timeout);
        try
        {
            return await call(patience.Token);
        }
        catch (RequestFailedException fault)
        {
            throw new VaultException(Why(fault.Status)); // its own message quotes the answer's body
        }
        catch (Exception fault) when (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested || fault is AggregateException or Azure.Identity.AuthenticationFailedException)
        {
            throw new VaultException(fault is Azure.Identity.AuthenticationFailedException
                ? "The bot could not sign in to Azure Key Vault. Check its identity and the tenant."
                : "Azure Key Vault did not answer in time. Please try again in a moment.");
        }
    }

    private static string Why(int status) => status switch
    {
        NotFound => "Azure Key Vault has no such entry any more. Somebody has to put the details in again.",
        Forbidden => "Azure Key Vault does not let the bot in, or this version was switched off. Give the bot's identity the role Key Vault Secrets Officer on it.",
        Deleted => "An entry of this name was deleted in Azure Key Vault and is kept there for a while. Recover it there first.",
        Busy => "Azure Key Vault is busy. Please try again in a moment.",
        _ => "Azure Key Vault had a fault. Please try again in a moment.",
    };
}
