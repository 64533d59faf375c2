using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace PolicyBot.Bot.Channel;

/// <summary>A key that signs inbound tokens, and the channels that it may speak for.</summary>
internal sealed record SigningKey(RsaSecurityKey Key, IReadOnlyList<string> Endorsements)
{
    /// <summary>The RSA keys of a key set, by key id. Standard JWK readers drop <c>endorsements</c>, so the document is read here.</summary>
    /// <exception cref="JsonException">The document is not a key set, or holds no key that we can use.</exception>
    public static IReadOnlyDictionary<string, SigningKey> ReadSet(ReadOnlySpan<byte> json)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in JsonSerializer.Deserialize(json, KeyJson.Default.JsonKeySet)?.Keys ?? [])
        {
            if (key is not { Kty: "RSA", Kid.Length: > 0, N: { } modulus, E: { } exponent } || !Base64Url.IsValid(modulus) || !Base64Url.IsValid(exponent))
                continue;
            var parameters = new RSAParameters { Modulus = Base64Url.DecodeFromChars(modulus), Exponent = Base64Url.DecodeFromChars(exponent) };
            keys[key.Kid] = new(new RsaSecurityKey(parameters) { KeyId = key.Kid }, key.Endorsements ?? []);
        }

        return keys.Count > 0 ? keys : throw new JsonException("The key set holds no RSA key.");
    }
}

internal sealed record OpenIdMetadata([property: JsonPropertyName("jwks_uri")] Uri? JwksUri);

internal sealed record JsonKeySet(IReadOnlyList<JsonKey?>? Keys);

internal sealed record JsonKey(string? Kty, string? Kid, string? N, string? E, IReadOnlyList<string>? Endorsements);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenIdMetadata))]
[JsonSerializable(typeof(JsonKeySet))]
internal sealed partial class KeyJson : JsonSerializerContext;
