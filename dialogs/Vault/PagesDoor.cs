namespace PolicyBot.Dialogs.Vault;

/// <summary>How the vault's pages are reached.</summary>
/// <param name="Address">Where they are, without a slash at the end; null when they are not set up.</param>
/// <param name="Local">True where a code stands in for signing in.</param>
public sealed record PagesDoor(string? Address, bool Local);

/// <summary>What a page of the vault does.</summary>
public enum PagePurpose
{
    /// <summary>Puts in the sign-in details of an account.</summary>
    Put,

    /// <summary>Shows them to the recipient of a release, once.</summary>
    Show,
}

/// <summary>One page of the vault.</summary>
/// <param name="Subject">The reference of an account, or of a release.</param>
public sealed record VaultPage(PagePurpose Purpose, string Subject)
{
    public string Path => $"/vault/{Name(Purpose)}/{Subject}";

    public static string Name(PagePurpose purpose) => purpose is PagePurpose.Put ? "put" : "show";
}
