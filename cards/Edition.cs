using System.Security.Cryptography;
using System.Text;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>Names the very text of a policy: it changes when a word of it does.</summary>
public static class Edition
{
    public static string Of(PolicyDocument document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.FullText.ReplaceLineEndings("\n"))));
}
