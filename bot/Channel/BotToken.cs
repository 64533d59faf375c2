using System.Security.Cryptography;
using Azure.Core;
using Azure.Identity;
using Microsoft.Identity.Client;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace PolicyBot.Bot.Channel;

/// <summary>
/// The bot's own token for the Connector, fetched once for all who wait and renewed five minutes before it ends (OUT-02). While a
/// renewal fails, the old token serves as long as it lives.
/// </summary>
internal sealed partial class BotToken(Func<TokenCredential> credential, string scope, TimeProvider time, ILogger<BotToken> logger)
{
    private static readonly TimeSpan RenewBeforeEnd = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(10);

    private sealed record Held(string Token, DateTimeOffset Ends, DateTimeOffset RenewAt);

    private readonly Lock gate = new();
    private Held? held;
    private Task running = Task.CompletedTask;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;
    private volatile bool configurationBroken;

    /// <summary>Entra refused the application itself (secret expired, wrong tenant). Waiting does not cure it, so readiness must say so (OUT-05).</summary>
    public bool IsConfigurationBroken => configurationBroken;

    /// <summary>A token that is valid now, or null when none can be had.</summary>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        Task renewal;
        lock (gate)
        {
            if (held is { } fresh && time.GetUtcNow() < fresh.RenewAt)
                return fresh.Token;
            if (running.IsCompleted && time.GetUtcNow() >= notBefore)
                running = RenewAsync();
            renewal = running;
        }

        await renewal.WaitAsync(cancellationToken);
        lock (gate)
            return held is { } current && time.GetUtcNow() < current.Ends ? current.Token : null;
    }

    /// <summary>Forgets a token that the Connector refused. Another one that was fetched meanwhile is kept, so many refusals cost one renewal.</summary>
    public void Drop(string token)
    {
        lock (gate)
        {
            if (held?.Token == token)
                held = null;
        }
    }

    private async Task RenewAsync()
    {
        // Leave the caller's lock before anything slow happens: reading a certificate, or a credential that answers at once.
        await Task.Yield();
        try
        {
            // Each credential keeps its own cache, which would hand back a token that was just dropped: so take a new one.
            var fetched = await credential().GetTokenAsync(new TokenRequestContext([scope]), CancellationToken.None);
            Keep(fetched);
        }
        catch (Exception fault) when (fault is AuthenticationFailedException or MsalException or HttpRequestException or OperationCanceledException)
        {
            Failed(fault, refused: IsRefusal(fault));
        }
        catch (Exception fault) when (fault is IOException or CryptographicException or UnauthorizedAccessException)
        {
            Failed(fault, refused: true);
        }
    }

    private void Keep(AccessToken fetched)
    {
        lock (gate)
        {
            // A token that came with less than ten minutes to live is renewed at half its time rather than on every call.
            var life = fetched.ExpiresOn - time.GetUtcNow();
            var early = life < 2 * RenewBeforeEnd ? life / 2 : RenewBeforeEnd;
            held = new(fetched.Token, fetched.ExpiresOn, fetched.ExpiresOn - early);
        }

        configurationBroken = false;
    }

    private void Failed(Exception fault, bool refused)
    {
        lock (gate)
            notBefore = time.GetUtcNow() + (refused ? AfterRefusal : AfterFailure);
        configurationBroken = refused;
        if (refused)
            Refused(fault.GetBaseException().GetType().Name);
        else
            Unavailable(fault.GetBaseException().GetType().Name);
    }

    private static bool IsRefusal(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is MsalServiceException { ErrorCode: "invalid_client" or "unauthorized_client" })
                return true;
        }

        return false;
    }

    // Only the kind of fault is logged: Entra's own text names the application and the tenant.
    [LoggerMessage(Level = LogLevel.Error, Message = "Entra refuses the bot's credential ({Kind}). Check Bot:AppId, Bot:TenantId and whether the secret or certificate has expired. Messages wait until it is put right.")]
    private partial void Refused(string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot's token could not be renewed ({Kind}); it is tried again shortly.")]
    private partial void Unavailable(string kind);
}
