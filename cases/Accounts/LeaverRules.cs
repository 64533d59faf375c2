using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Accounts;

/// <summary>What the directory says of an account's people, held against what the register knows. Pure.</summary>
public static class LeaverRules
{
    // Nobody did it: the entries stand under the directory's name.
    private static readonly PersonRef Directory = new("directory", "PolicyBot");

    /// <summary>What changes by it, and of whom somebody has to be told; null when nothing changes.</summary>
    /// <param name="entries">What the directory says; of whoever is not among them nothing is known, and nothing follows.</param>
    public static (Ruling<Account>.Allowed Ruling, ImmutableArray<NoticedLeaver> News)? Notice(Account account, IEnumerable<DirectoryEntry> entries, DateTimeOffset now)
    {
        if (!account.IsInUse)
            return null;
        var said = entries.ToLookup(entry => entry.Id, StringComparer.OrdinalIgnoreCase);
        ImmutableArray<NoticedLeaver> leavers = [.. account.People().Select(person => Now(person, account, said[person.Id].FirstOrDefault(), now)).OfType<NoticedLeaver>()];
        if (leavers.SequenceEqual(account.Leavers))
            return null;
        return (
            AccountTrail.Record(account with { Leavers = leavers }, now, Directory, "account.leavers_noticed", AccountJson.Write(new AccountLeavers(leavers))),
            [.. leavers.Except(account.Leavers)]);
    }

    private static NoticedLeaver? Now(PersonRef person, Account account, DirectoryEntry? said, DateTimeOffset now)
    {
        var known = account.Leavers.FirstOrDefault(leaver => leaver.Person.Id.Equals(person.Id, StringComparison.OrdinalIgnoreCase));
        return said?.Standing switch
        {
            null or DirectoryStanding.CannotConfirm => known,
            DirectoryStanding.Here => null,
            _ when known?.Standing == said.Standing && known.LeavesOn == said.LeavesOn => known,
            _ => new NoticedLeaver(person, said.Standing, said.LeavesOn, now),
        };
    }
}
