using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PolicyBot.Bot.Channel;

/// <summary>What to do with an activity that came in.</summary>
internal enum AuthVerdict
{
    /// <summary>It comes from the channel that it names: handle it.</summary>
    Accepted,

    /// <summary>Answer 401 with an empty body; nothing was handled.</summary>
    Rejected,

    /// <summary>The signing keys could not be had: answer 503, so that the channel delivers it again.</summary>
    Unavailable,

    /// <summary>Genuine, but from a tenant that this bot does not serve: answer 403, handle and store nothing (AUTH-12).</summary>
    WrongTenant,
}

/// <summary>Decides whether an activity really comes from the Bot Framework channel that it names (AUTH-01 to AUTH-13).</summary>
internal sealed partial class ChannelAuthenticator(
    IOptions<BotOptions> options, SigningKeys keys, TrustedHosts hosts, TimeProvider time, ILogger<ChannelAuthenticator> logger)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private readonly BotOptions options = options.Value;
    private readonly string issuer = Cloud.Of(options.Value).Issuer;
    private readonly IList<string> channels = options.Value.Channels is { Count: > 0 } configured ? configured : ["msteams"];

    public async ValueTask<AuthVerdict> AuthenticateAsync(string? authorizationHeader, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.ChannelId is null || !channels.Contains(activity.ChannelId))
            return Reject("the channel is not one of ours");
        if (!hosts.Allows(activity.ServiceUrl))
            return Reject("the service URL is not a trusted host");

        // Local mode has nobody who could sign; BotOptionsCheck keeps it to Development, the endpoint and TrustedHosts to this machine.
        if (options.Local)
            return TenantVerdict(activity);

        if (Read(authorizationHeader) is not { } token)
            return Reject("there is no readable bearer token");
        if (token.Issuer != issuer || token.Alg != SecurityAlgorithms.RsaSha256 || token.Kid is not { Length: > 0 } keyId)
            return Reject("the token's issuer, algorithm or key id is not the channel's");

        var (key, keysAreKnown) = await keys.FindAsync(keyId, cancellationToken);
        if (key is null)
            return keysAreKnown ? Reject("the signing key is unknown") : AuthVerdict.Unavailable;
        if (!(await Handler.ValidateTokenAsync(token, Rules(key))).IsValid)
            return Reject("signature, lifetime or audience is wrong");
        if (options.RequiredEndorsements.Append(activity.ChannelId).Except(key.Endorsements, StringComparer.Ordinal).Any())
            return Reject("the signing key is not endorsed for the channel");
        if (!token.TryGetPayloadValue<string>("serviceurl", out var claimed) || !SameService(claimed, activity.ServiceUrl))
            return Reject("the token belongs to another service URL");

        return TenantVerdict(activity);
    }

    private static JsonWebToken? Read(string? header)
    {
        // A signed token has three parts. One of five would be encrypted, which no channel sends, and has no claims that could be read.
        if (header?.Split(' ') is not [var scheme, { Length: > 0 } text] || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || text.AsSpan().Count('.') != 2)
            return null;
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or SecurityTokenException)
        {
            return null;
        }
    }

    private TokenValidationParameters Rules(SigningKey key) => new()
    {
        IssuerSigningKey = key.Key,
        ValidateIssuerSigningKey = true,
        RequireSignedTokens = true,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidIssuer = issuer,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires),
        AudienceValidator = (audiences, _, _) => IsOurs(audiences),
    };

    private bool IsAlive(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now - ClockSkew < end && (notBefore is not { } start || start <= now + ClockSkew);
    }

    // One audience, and it is us: a token for several would let another bot's owner replay it here.
    private bool IsOurs(IEnumerable<string> audiences) =>
        audiences.Take(2).ToList() is [var only] && string.Equals(only, options.AppId, StringComparison.OrdinalIgnoreCase);

    private static bool SameService(string? claimed, string? stated) =>
        claimed is { Length: > 0 } && stated is not null
        && string.Equals(WithoutSlash(claimed), WithoutSlash(stated), StringComparison.OrdinalIgnoreCase);

    private static string WithoutSlash(string url) => url.EndsWith('/') ? url[..^1] : url;

    private AuthVerdict TenantVerdict(Activity activity)
    {
        string?[] stated = [activity.Conversation?.TenantId, activity.ChannelData?.Tenant?.Id];
        var named = stated.Where(tenant => !string.IsNullOrEmpty(tenant)).ToList();
        var allowed = options.AllowedTenants is { Count: > 0 } list ? list : options.TenantId is { Length: > 0 } own ? [own] : null;

        // Only local mode may have no tenant configured; there everyone sits at the same machine.
        if (allowed is null || (named.Count > 0 && named.TrueForAll(tenant => allowed.Contains(tenant!, StringComparer.OrdinalIgnoreCase))))
            return AuthVerdict.Accepted;
        FromWrongTenant();
        return AuthVerdict.WrongTenant;
    }

    private AuthVerdict Reject(string reason)
    {
        Rejected(reason);
        return AuthVerdict.Rejected;
    }

    // The reasons are our own fixed words: nothing of the token or the message reaches the log (AUTH-13).
    [LoggerMessage(Level = LogLevel.Information, Message = "A message was refused: {Reason}.")]
    private partial void Rejected(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "A message from a tenant that this bot does not serve was refused.")]
    private partial void FromWrongTenant();
}
