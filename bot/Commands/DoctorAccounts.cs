using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Bot.Commands;

/// <summary>Whether the register knows the accounts, and somebody looks after each of them.</summary>
internal static class DoctorAccounts
{
    private const string Tried = "The register of accounts";
    private const int Named = 10;

    /// <summary>Whether each account in use has somebody who looks after it.</summary>
    /// <param name="inUse">The accounts that are neither parked nor closed.</param>
    /// <param name="trust">Knows the people.</param>
    public static DoctorFinding Of(ImmutableArray<Account> inUse, Trust trust)
    {
        if (inUse.IsEmpty)
            return new DoctorFinding(Tried, Severity.Warning, "there is no account in it", "The Social Media Manager types accounts in the chat, or run accounts import FILE.");
        var nobodys = inUse.Where(account => !account.People().Any(person => IsHere(person, account, trust))).ToImmutableArray();
        return nobodys.IsEmpty
            ? new DoctorFinding(Tried, Severity.Fine, $"{inUse.Length} in use, and somebody looks after each")
            : new DoctorFinding(
                Tried, Severity.Warning, $"nobody looks after {nobodys.Length} of {inUse.Length}: {string.Join(", ", nobodys.Take(Named).Select(account => account.Reference))}{(nobodys.Length > Named ? ", …" : "")}",
                "The Social Media Manager opens each in the chat and names a lead.");
    }

    private static bool IsHere(PersonRef person, Account account, Trust trust) =>
        (trust.People.IsEmpty || trust.FindPerson(person.Id) is { Left: false })
        && !account.Leavers.Any(leaver => leaver.Standing is not DirectoryStanding.Leaving && leaver.Person.Id.Equals(person.Id, StringComparison.OrdinalIgnoreCase));
}
