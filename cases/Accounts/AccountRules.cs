using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Accounts;

/// <summary>What may be done with an account of the register. Pure: the old record and a command in, the new record and its trail entries out, or a refusal.</summary>
public static class AccountRules
{
    public const string Closed = "This account is closed. Nothing has changed.";

    public const string NothingNew = "Nothing in it is different. Nothing has changed.";

    /// <summary>Puts an account into the register.</summary>
    /// <param name="others">The accounts that are in it already: one handle on one platform is one account.</param>
    public static Ruling<Account> Add(
        CaseReference reference, AccountFacts facts, PersonRef? lead, IEnumerable<Account> others, PersonRef by, string draftId, DateTimeOffset now) =>
        Twin(facts, reference, others) is { } twin
            ? InRegister(twin)
            : AccountTrail.Record(
                new Account(reference, by, now, draftId, WithoutLead(facts, lead), lead, AccountStatus.Open, TrailHead.Start),
                now, by, "account.added", AccountJson.Write(new AccountAdded(by, draftId, WithoutLead(facts, lead), lead)));

    /// <summary>Says something else of it; who leads it stays.</summary>
    public static Ruling<Account> Change(Account account, AccountFacts facts, IEnumerable<Account> others, PersonRef by, DateTimeOffset now)
    {
        if (account.Status is AccountStatus.Closed)
            return new Ruling<Account>.Refused(Closed);
        if (Twin(facts, account.Reference, others) is { } twin)
            return InRegister(twin);
        // What the vault wrote, the vault alone changes: an older form or file would lose the way to the details.
        var said = WithoutLead(facts, account.Lead) with { VaultEntry = account.Facts.IsInVault ? account.Facts.VaultEntry : facts.VaultEntry };
        var changes = AccountDifferences.Between(account.Facts, said);
        return changes.IsEmpty && account.Doubt is null
            ? new Ruling<Account>.Refused(NothingNew)
            : AccountTrail.Edited(
                Settled(account with { Facts = said, Doubt = null }), now, by, "account.changed", AccountJson.Write(new AccountChanged(changes)));
    }

    /// <summary>
    /// The one way in which an account gets another lead: the old one is so no more in the same step, so that there are never two. Who can change its settings on the
    /// platform does not follow from this, and stays as it is.
    /// </summary>
    /// <param name="because">Why, in a few words; perhaps the reference of a handover.</param>
    public static Ruling<Account> HandTo(Account account, PersonRef newLead, string because, PersonRef by, DateTimeOffset now) =>
        account.Status is AccountStatus.Closed ? new Ruling<Account>.Refused(Closed)
        : account.IsLead(newLead.Id) ? new Ruling<Account>.Refused($"{newLead.Name} leads this account already. Nothing has changed.")
        : AccountTrail.Edited(
            Settled(account with { Lead = newLead, Facts = WithoutLead(account.Facts, newLead), CheckIn = null }),
            now, by, "account.handed_to", AccountJson.Write(new AccountHandedTo(account.Lead, newLead, because)));

    /// <summary>Somebody says that all of it is right. What was said to be wrong is settled by it.</summary>
    /// <param name="nextReview">When somebody should look again.</param>
    public static Ruling<Account> Confirm(Account account, DateOnly nextReview, PersonRef by, DateTimeOffset now) => account.Status is AccountStatus.Closed
        ? new Ruling<Account>.Refused(Closed)
        : AccountTrail.Edited(
            account with { LastCheck = new AccountCheck(by, now), Doubt = null, Facts = account.Facts with { NextReview = nextReview } },
            now, by, "account.confirmed", AccountJson.Write(new AccountReview(nextReview)));

    /// <summary>Somebody says what is wrong; whoever keeps the register changes it.</summary>
    public static Ruling<Account> Doubt(Account account, string words, PersonRef by, DateTimeOffset now)
    {
        if (account.Status is AccountStatus.Closed)
            return new Ruling<Account>.Refused(Closed);
        var doubt = new AccountDoubt(by, now, words);
        return AccountTrail.Record(account with { Doubt = doubt }, now, by, "account.doubted", AccountJson.Write(doubt));
    }

    /// <summary>Opens, parks or closes it, or says that it is being handed over.</summary>
    public static Ruling<Account> Mark(Account account, AccountStatus status, string because, PersonRef by, DateTimeOffset now) => account.Status == status
        ? new Ruling<Account>.Refused(NothingNew)
        : AccountTrail.Edited(
            account with { Status = status, ClosedAt = status is AccountStatus.Closed ? now : null, CheckIn = status is AccountStatus.Open or AccountStatus.HandingOver ? account.CheckIn : null },
            now, by, "account.marked", AccountJson.Write(new AccountMarked(account.Status, status, because)));

    private static Account? Twin(AccountFacts facts, CaseReference reference, IEnumerable<Account> others) =>
        others.FirstOrDefault(other => other.Reference != reference && other.Status is not AccountStatus.Closed && other.Facts.Key == facts.Key);

    private static Ruling<Account>.Refused InRegister(Account twin) => new($"This account is in the register already: {twin.Reference}. Nothing has changed.");

    // Whoever leads it is not its deputy too: then nobody would be left to ask.
    private static AccountFacts WithoutLead(AccountFacts facts, PersonRef? lead) =>
        lead is not null && facts.Deputy is { } deputy && deputy.Id.Equals(lead.Id, StringComparison.OrdinalIgnoreCase) ? facts with { Deputy = null } : facts;

    // A leaver who has nothing to do with it any more is no matter of this account.
    private static Account Settled(Account account) => account with { Leavers = [.. account.Leavers.Where(leaver => account.IsOf(leaver.Person.Id))] };
}
