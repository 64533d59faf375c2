using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Bot.Vault;

/// <summary>
/// Authenticated encryption, AES-256-GCM. What it belongs to is sealed along with it, so that nothing that is put in another's place opens there. A nonce is random: no key
/// here seals often enough for two to meet.
/// </summary>
internal static class Sealing
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static string Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, string belongsTo)
    {
        var made = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = made.AsSpan(0, NonceBytes);
        var rest = made.AsSpan(NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, rest[..plain.Length], rest[plain.Length..], Encoding.UTF8.GetBytes(belongsTo));
        return Convert.ToBase64String(made);
    }

    /// <summary>What was sealed with this key for this place.</summary>
    /// <exception cref="CryptographicException">Another key, another place, or somebody altered it.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, string made, string belongsTo)
    {
        var bytes = new byte[made.Length];
        if (!Convert.TryFromBase64String(made, bytes, out var length) || length < NonceBytes + TagBytes)
            throw new CryptographicException("Not something that was sealed here.");
        var plain = new byte[length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, plain.Length), bytes.AsSpan(NonceBytes + plain.Length, TagBytes), plain, Encoding.UTF8.GetBytes(belongsTo));
        return plain;
    }
}
