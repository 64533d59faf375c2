using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Bot.Vault;

/// <summary>Who somebody is whom Teams signed in on a page: the single sign-on token that Entra issued for this bot.</summary>
internal sealed partial class EntraTokens(ChannelHttp http, IOptions<BotOptions> options, VaultDoor door, TimeProvider time, ILogger<EntraTokens> logger, ILoggerFactory loggers)
{
    private const string Scope = "access_as_user";
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private readonly string? tenant = options.Value.TenantId;
    private readonly string? app = options.Value.AppId;
    private readonly SigningKeys keys = new(http, new Uri(Cloud.Of(options.Value).Login, $"{options.Value.TenantId}/v2.0/.well-known/openid-configuration"), time, loggers.CreateLogger<SigningKeys>());

    /// <summary>The Entra object id; null when the token is not one of ours or cannot be checked.</summary>
    public async ValueTask<string?> WhoAsync(string? authorizationHeader, CancellationToken cancellationToken)
    {
        if (tenant is not { Length: > 0 } || app is not { Length: > 0 } || Read(authorizationHeader) is not { Kid.Length: > 0 } token || token.Alg != SecurityAlgorithms.RsaSha256)
            return Refuse("there is no readable token");
        if ((await keys.FindAsync(token.Kid, cancellationToken)).Key is not { } key)
            return Refuse("the signing key is unknown");
        if (!(await Handler.ValidateTokenAsync(token, Rules(key))).IsValid)
            return Refuse("signature, lifetime, issuer or audience is wrong");
        if (!token.TryGetPayloadValue<string>("tid", out var of) || !of.Equals(tenant, StringComparison.OrdinalIgnoreCase))
            return Refuse("it is another tenant's");
        if (!token.TryGetPayloadValue<string>("scp", out var scopes) || !scopes.Split(' ').Contains(Scope, StringComparer.Ordinal))
            return Refuse("it is for something else");
        return token.TryGetPayloadValue<string>("oid", out var person) && Guid.TryParse(person, out _) ? person : Refuse("it names nobody");
    }

    private static JsonWebToken? Read(string? header)
    {
        if (header?.Split(' ') is not [var scheme, { Length: > 0 and < 16_000 } text] || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || text.AsSpan().Count('.') != 2)
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
        ValidIssuers = [$"{Cloud.Of(options.Value).Login.AbsoluteUri}{tenant}/v2.0", $"https://sts.windows.net/{tenant}/"],
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) =>
            time.GetUtcNow().UtcDateTime is var now && expires is { } end && now - ClockSkew < end && (notBefore is not { } start || start <= now + ClockSkew),
        AudienceValidator = (audiences, _, _) => audiences.Take(2).ToList() is [var only] && IsOurs(only),
    };

    // The second form of token names the application, the first its address, as the manifest's webApplicationInfo does.
    private bool IsOurs(string audience) =>
        audience.Equals(app, StringComparison.OrdinalIgnoreCase)
        || (Uri.TryCreate(door.Address, UriKind.Absolute, out var address) && audience.Equals($"api://{address.Authority}/botid-{app}", StringComparison.OrdinalIgnoreCase))
        || audience.Equals($"api://botid-{app}", StringComparison.OrdinalIgnoreCase);

    private string? Refuse(string reason)
    {
        Refused(reason);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A sign-in on a page was refused: {Reason}.")]
    private partial void Refused(string reason);
}
