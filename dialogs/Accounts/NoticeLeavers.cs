using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Accounts;

/// <summary>The directory says that somebody leaves, or has left: those who keep the register are told once, and the account remembers it.</summary>
public static class NoticeLeavers
{
    public static Decision Decide(Account account, ImmutableArray<DirectoryEntry> entries, Trust trust, DateTimeOffset now) =>
        LeaverRules.Notice(account, entries, now) is not var (ruling, news)
            ? Decision.Nothing
            : new Decision
            {
                Case = new CaseChange(account.Version, ruling.After, ruling.Entries),
                Sends = [.. news.SelectMany(leaver => AccountSends.Leaves(ruling.After, leaver, trust))],
            };
}
