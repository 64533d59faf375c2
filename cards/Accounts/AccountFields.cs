namespace PolicyBot.Cards.Accounts;

/// <summary>The names of what people fill in about an account, besides those of <see cref="Fields"/>.</summary>
public static class AccountFields
{
    public const string Name = "accountName";
    public const string Purpose = "purpose";
    public const string Lead = "lead";
    public const string Deputy = "deputy";
    public const string Administrators = "administrators";
    public const string Owner = "ownerOfRecord";
    public const string RecoveryEmail = "recoveryEmailIsTrusts";
    public const string RecoveryPhone = "recoveryPhoneIsTrusts";
    public const string TwoFactor = "twoFactor";
    public const string VaultEntry = "vaultEntry";
    public const string NextReview = "nextReview";
    public const string Status = "accountStatus";

    /// <summary>What somebody says is wrong.</summary>
    public const string Wrong = "wrong";
}
