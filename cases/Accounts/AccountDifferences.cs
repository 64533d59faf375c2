using System.Globalization;

namespace PolicyBot.Cases.Accounts;

/// <summary>One thing that changed. People stand in it by their ids.</summary>
public sealed record AccountDifference(string Field, string Before, string After);

/// <summary>In what two descriptions of an account differ, field by field, as its trail keeps it.</summary>
public static class AccountDifferences
{
    private static readonly ImmutableArray<(string Field, Func<AccountFacts, string> Of)> Fields =
    [
        ("academy", facts => facts.Academy), ("platform", facts => facts.Platform), ("handle", facts => facts.Handle), ("name", facts => facts.Name),
        ("link", facts => facts.Link ?? ""), ("purpose", facts => facts.Purpose ?? ""), ("audience", facts => facts.Audience ?? ""),
        ("deputy", facts => facts.Deputy?.Id ?? ""),
        ("administrators", facts => string.Join(' ', facts.Administrators.Select(person => person.Id).Order(StringComparer.Ordinal))),
        ("ownerOfRecord", facts => facts.OwnerOfRecord ?? ""),
        ("recoveryEmailIsTrusts", facts => facts.RecoveryEmailIsTrusts.ToString()), ("recoveryPhoneIsTrusts", facts => facts.RecoveryPhoneIsTrusts.ToString()),
        ("twoFactor", facts => facts.TwoFactor.ToString()), ("vaultEntry", facts => facts.VaultEntry ?? ""),
        ("nextReview", facts => facts.NextReview?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
    ];

    public static ImmutableArray<AccountDifference> Between(AccountFacts before, AccountFacts after) =>
        [.. Fields.Select(field => new AccountDifference(field.Field, field.Of(before), field.Of(after))).Where(each => each.Before != each.After)];
}
