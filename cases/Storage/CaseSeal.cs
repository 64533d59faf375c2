using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Cases.Storage;

/// <summary>The hash that is stored beside a record, in lower-case hex: a record that somebody edits no longer fits it.</summary>
internal static class CaseSeal
{
    public static string Of(string record) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record)));
}
