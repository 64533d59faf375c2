using System.Text.Json.Serialization;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Accounts;

/// <summary>Whether something that should be so is so.</summary>
public enum IsSo
{
    NotKnown,
    Yes,
    No,
}

/// <summary>What besides the password is asked for when somebody signs in.</summary>
public enum TwoFactor
{
    NotKnown,
    Off,
    TextMessage,
    App,
    SecurityKey,
}

/// <summary>
/// What the register says of an account, except who leads it: that changes only through <see cref="AccountRules.HandTo"/>. None of it is a secret: of the recovery
/// address and number it says whose they are, never what they are.
/// </summary>
/// <param name="Academy">The academy's key; empty for an account of the Trust itself.</param>
/// <param name="Platform">A value of <see cref="AccountChoices.Platforms"/>.</param>
/// <param name="Handle">As the platform writes it, without the @.</param>
/// <param name="Name">What people know it by.</param>
public sealed record AccountFacts(string Academy, string Platform, string Handle, string Name)
{
    public string? Link { get; init; }
    public string? Purpose { get; init; }
    public string? Audience { get; init; }
    public PersonRef? Deputy { get; init; }

    /// <summary>Everybody who can change its settings, its lead and deputy among them where they can.</summary>
    public ImmutableArray<PersonRef> Administrators { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>In whose name it is registered with the platform.</summary>
    public string? OwnerOfRecord { get; init; }
    public IsSo RecoveryEmailIsTrusts { get; init; }
    public IsSo RecoveryPhoneIsTrusts { get; init; }
    public TwoFactor TwoFactor { get; init; }

    /// <summary>The name of its entry in the vault; null when it has none.</summary>
    public string? VaultEntry { get; init; }

    /// <summary>True when the vault itself wrote <see cref="VaultEntry"/>: then the version stands behind the name.</summary>
    [JsonIgnore]
    public bool IsInVault => VaultEntry?.Contains('/', StringComparison.Ordinal) is true;

    public DateOnly? NextReview { get; init; }

    /// <summary>The same for two spellings of one account.</summary>
    [JsonIgnore]
    public string Key => KeyOf(Platform, Handle);

    public static string KeyOf(string platform, string handle) => $"{platform.ToLowerInvariant()}/{handle.Trim().TrimStart('@').ToLowerInvariant()}";

    // A list is equal when its people are: a record alone would compare the arrays.
    public bool Equals(AccountFacts? other) => other is not null && AccountDifferences.Between(this, other).IsEmpty;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}
