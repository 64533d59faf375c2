using System.Globalization;

namespace PolicyBot.Cases.Releases;

/// <summary>
/// What an account's record says of the vault: the name of its entry and which version is the current one, as <c>acc-2026-0001/3</c>. An entry bears its account's own
/// reference, so that no record can be made to point at another's.
/// </summary>
/// <param name="Version">As the vault names it.</param>
public sealed record VaultEntry(string Name, string Version)
{
    private const int Longest = 200;

    public override string ToString() => $"{Name}/{Version}";

    /// <summary>The name of an account's entry: letters, digits and hyphens, which is all that Azure Key Vault takes.</summary>
    public static string NameOf(CaseReference account) => account.ToString().ToLower(CultureInfo.InvariantCulture);

    /// <summary>Reads what the record of <paramref name="account"/> says; null when it says nothing, or names no entry of its own.</summary>
    public static VaultEntry? Of(CaseReference account, string? stored) =>
        stored is { Length: <= Longest } && stored.Split('/') is [var name, { Length: > 0 } version] && name == NameOf(account) && version.All(char.IsAsciiLetterOrDigit)
            ? new VaultEntry(name, version)
            : null;
}
