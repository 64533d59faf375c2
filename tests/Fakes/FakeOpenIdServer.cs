using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PolicyBot.Tests.Fakes;

/// <summary>The Bot Framework's OpenID endpoint: metadata, keys with endorsements, and tokens as the channel mints them.</summary>
internal sealed class FakeOpenIdServer : IAsyncDisposable
{
    public const string Host = "login.botframework.com";
    public const string Issuer = "https://api.botframework.com";

    // Making an RSA key takes longer than most tests, so keys are handed on from server to server; no two hold the same at once.
    private static readonly ConcurrentBag<RSA> Spare = [];

    private readonly Lock gate = new();
    private readonly List<RSA> taken = [];
    private readonly Dictionary<string, (RSA Key, string[]? Endorsements)> keys = new(StringComparer.Ordinal);
    private RSA? stranger;
    private FakeServer? server;
    private int fetches;

    public Uri Address => server!.Address;

    /// <summary>How often the metadata was fetched.</summary>
    public int Fetches => Volatile.Read(ref fetches);

    /// <summary>Answer 500 to everything.</summary>
    public bool Fails { get; set; }

    public static async Task<FakeOpenIdServer> StartAsync()
    {
        var openId = new FakeOpenIdServer();
        openId.AddKey("key-1", "msteams", "webchat");
        openId.server = await FakeServer.StartAsync(openId.AnswerAsync);
        return openId;
    }

    /// <summary>Announces a key; without endorsements its record has no such member at all.</summary>
    public void AddKey(string keyId, params string[]? endorsements)
    {
        lock (gate)
            keys[keyId] = (Take(), endorsements);
    }

    private RSA Take()
    {
        var key = Spare.TryTake(out var spare) ? spare : RSA.Create(2048);
        taken.Add(key);
        return key;
    }

    public void RemoveKey(string keyId)
    {
        lock (gate)
            keys.Remove(keyId);
    }

    /// <summary>A token as the channel sends it, with whatever a test wants to be wrong; a key id that was never announced gets a key of its own.</summary>
    public string Mint(TokenSpec spec)
    {
        RSA rsa;
        lock (gate)
            rsa = keys.TryGetValue(spec.KeyId, out var known) ? known.Key : stranger ??= Take();
        var credentials = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = spec.KeyId }, spec.Algorithm)
        {
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(spec.Payload().ToJsonString(), credentials);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (Fails)
        {
            context.Response.StatusCode = 500;
        }
        else if (context.Request.Path == "/v1/.well-known/openidconfiguration" || context.Request.Path.Value!.EndsWith("/v2.0/.well-known/openid-configuration", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref fetches);
            await context.Response.WriteAsync($$"""{ "issuer": "{{Issuer}}", "jwks_uri": "https://{{Host}}/v1/.well-known/keys" }""");
        }
        else if (context.Request.Path == "/v1/.well-known/keys")
        {
            await context.Response.WriteAsync(KeySet().ToJsonString());
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }

    private JsonObject KeySet()
    {
        lock (gate)
            return new() { ["keys"] = new JsonArray([.. keys.Select(entry => Describe(entry.Key, entry.Value.Key, entry.Value.Endorsements))]) };
    }

    private static JsonObject Describe(string keyId, RSA key, string[]? endorsements)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        var described = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = keyId,
            ["x5t"] = keyId,
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
        if (endorsements is not null)
            described["endorsements"] = new JsonArray([.. endorsements.Select(name => JsonValue.Create(name))]);
        return described;
    }

    public async ValueTask DisposeAsync()
    {
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        taken.ForEach(Spare.Add);
    }
}

/// <summary>What a token says. The service URL's claim is spelt <c>serviceurl</c>, all lower case, as on the wire. A null leaves the claim out.</summary>
internal sealed record TokenSpec(DateTimeOffset Now)
{
    public string KeyId { get; init; } = "key-1";
    public string Algorithm { get; init; } = SecurityAlgorithms.RsaSha256;
    public string? Issuer { get; init; } = FakeOpenIdServer.Issuer;
    public JsonNode? Audience { get; init; }
    public string? ServiceUrl { get; init; }
    public DateTimeOffset? NotBefore { get; init; } = Now.AddMinutes(-1);
    public DateTimeOffset? Expires { get; init; } = Now.AddMinutes(59);
    public IReadOnlyDictionary<string, string> MoreClaims { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public JsonObject Payload()
    {
        var payload = new JsonObject();
        Add(payload, "iss", Issuer);
        Add(payload, "aud", Audience?.DeepClone());
        Add(payload, "serviceurl", ServiceUrl);
        Add(payload, "nbf", NotBefore?.ToUnixTimeSeconds());
        Add(payload, "exp", Expires?.ToUnixTimeSeconds());
        foreach (var (name, value) in MoreClaims)
            payload[name] = value;
        return payload;
    }

    private static void Add(JsonObject payload, string name, JsonNode? value)
    {
        if (value is not null)
            payload[name] = value;
    }
}
