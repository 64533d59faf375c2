using System.Security.Cryptography;

namespace PolicyBot.Bot.Evidence;

/// <summary>What a file is known by besides its id: it changes with any one of its bytes.</summary>
internal static class EvidenceHash
{
    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Of(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
