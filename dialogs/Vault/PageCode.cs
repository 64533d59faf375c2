using System.Security.Cryptography;
using System.Text;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Vault;

/// <summary>
/// A code that opens one page for one person, once. Used only in local mode, where nobody can sign in. It is drawn at the edge, shown to that person, and kept as a hash.
/// </summary>
public sealed record PageCode(string Shown)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    // Without letters and digits that people take for each other. 12 of 32 are 60 bits, for five minutes and a few tries.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 12;

    public static PageCode New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>In groups of four, as people read it.</summary>
    public string Grouped => string.Join(' ', Shown.Chunk(4).Select(group => new string(group)));

    public VaultTicket For(string personId, VaultPage page, DateTimeOffset now) => new(Hash(Shown), personId, VaultPage.Name(page.Purpose), page.Subject, now + Lasts);

    /// <summary>The hash by which a code is found that somebody typed: with or without blanks, in either case; null when it is none.</summary>
    public static string? HashOf(string? typed)
    {
        var plain = new string([.. (typed ?? "").Take(100).Where(c => !char.IsWhiteSpace(c) && c is not '-')]).ToUpperInvariant();
        return plain.Length == Length && plain.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? Hash(plain) : null;
    }

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"policybot page code|{code}")));
}
