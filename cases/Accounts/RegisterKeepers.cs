using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Accounts;

/// <summary>
/// Who keeps the register, and who reads it. The Social Media Manager keeps all of it, as the policy has it; when they are away, the deputy who reads an academy's
/// drafts keeps that academy's accounts. The chief executive reads all of it, a headteacher their academy's. Everybody else sees the accounts that they look after.
/// Asked at every press.
/// </summary>
public static class RegisterKeepers
{
    public static bool KeepsAny(Trust trust, string personId) => Fills(trust.SocialMediaManager, personId) || trust.Academies.Any(academy => IsDeputy(trust, academy.Key, personId));

    public static bool ReadsAny(Trust trust, string personId) =>
        KeepsAny(trust, personId) || Fills(trust.ChiefExecutive, personId) || trust.Academies.Any(academy => Fills(academy.Headteacher, personId));

    /// <summary>True for those who may say what stands there.</summary>
    /// <param name="academy">The account's; empty for one of the Trust itself.</param>
    public static bool Keeps(Trust trust, string academy, string personId) => Fills(trust.SocialMediaManager, personId) || IsDeputy(trust, academy, personId);

    public static bool Keeps(Trust trust, Account account, string personId) => Keeps(trust, account.Academy, personId);

    /// <summary>True for those who see it in the register; whoever looks after it sees it besides.</summary>
    public static bool Reads(Trust trust, Account account, string personId) =>
        Keeps(trust, account, personId) || Fills(trust.ChiefExecutive, personId) || (trust.FindAcademy(account.Academy) is { } academy && Fills(academy.Headteacher, personId));

    /// <summary>Those who are told of an account, unless they are the person whom it is about: then those who act in their place.</summary>
    /// <param name="about">By Entra object id.</param>
    public static ImmutableArray<string> ToTell(Trust trust, Account account, string about)
    {
        ImmutableArray<ImmutableArray<string>> line =
        [
            trust.SocialMediaManager.People,
            [.. Deputies(trust, account.Academy), .. account.Deputy is { } deputy ? [deputy.Id] : ImmutableArray<string>.Empty, .. trust.ChiefExecutive.People],
            trust.FindAcademy(account.Academy)?.Headteacher.People ?? [],
            trust.ExternalRoute.People,
        ];
        return line.Select(people => people.Where(id => !id.Equals(about, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray())
            .FirstOrDefault(people => !people.IsEmpty, []);
    }

    private static bool IsDeputy(Trust trust, string academy, string personId) => Deputies(trust, academy).Contains(personId, StringComparer.OrdinalIgnoreCase);

    private static ImmutableArray<string> Deputies(Trust trust, string academy) => trust.Opinions.Academies.GetValueOrDefault(academy)?.Deputy.People ?? [];

    private static bool Fills(Role role, string personId) => role.People.Contains(personId, StringComparer.OrdinalIgnoreCase);
}
