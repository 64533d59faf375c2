using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Handovers;

/// <summary>A handover and its account as they are after one step: both are stored, or neither.</summary>
/// <param name="Account">Null where the step leaves the account alone.</param>
/// <param name="AccountEntries">The account's own trail entries.</param>
public sealed record HandoverAndAccount(Handover Handover, Account? Account, ImmutableArray<TrailEntry> AccountEntries);

/// <summary>
/// What a step of a handover does to the account in the register. From the decision to the end the account is marked as being handed over, which no second handover of it
/// gets past; at the end it has its new lead, or its name is parked.
/// </summary>
public static class HandoverAccount
{
    /// <summary>The account as a handover remembers it.</summary>
    public static HandedAccount Of(Account account) => new(account.Reference, account.Name, account.Platform, account.Lead, account.Deputy) { KeptIn = account.VaultEntry };

    /// <summary>The step together with what it does to the account.</summary>
    /// <param name="account">As the register has it now; null where it is not in it, or could not be found.</param>
    public static Ruling<HandoverAndAccount> Follow(Handover before, Ruling<Handover> ruling, Account? account, PersonRef by, DateTimeOffset now)
    {
        if (ruling is not Ruling<Handover>.Allowed allowed)
            return new Ruling<HandoverAndAccount>.Refused(((Ruling<Handover>.Refused)ruling).Sentence);
        var after = allowed.After;
        var marks = Steps(before, after, account, by, now);
        if (marks.OfType<Ruling<Account>.Refused>().FirstOrDefault() is { } refused)
            return new Ruling<HandoverAndAccount>.Refused(refused.Sentence);
        var made = marks.Cast<Ruling<Account>.Allowed>().ToImmutableArray();
        return new Ruling<HandoverAndAccount>.Allowed(new HandoverAndAccount(after, made is [.., var last] ? last.After : null, [.. made.SelectMany(each => each.Entries)]), allowed.Entries);
    }

    private static ImmutableArray<Ruling<Account>> Steps(Handover before, Handover after, Account? account, PersonRef by, DateTimeOffset now)
    {
        if (after.HoldsAccount == before.HoldsAccount && after.Status is not HandoverStatus.Completed)
            return [];
        if (account is null || account.Reference != after.Account.Reference)
            return [new Ruling<Account>.Refused("I cannot find this account in the register. Nothing has changed.")];
        var because = after.Reference.ToString();
        if (after.HoldsAccount)
            return account.Status is AccountStatus.Open
                ? [AccountRules.Mark(account, AccountStatus.HandingOver, because, by, now)]
                : [new Ruling<Account>.Refused(account.Status is AccountStatus.HandingOver ? "This account is being handed over already. Nothing was decided." : "This account is closed or parked. Nothing was decided.")];
        if (after.Status is HandoverStatus.Completed)
            return Finished(after, account, by, because, now);
        // Stopped on the way: it is as it was.
        return account.Status is AccountStatus.HandingOver ? [AccountRules.Mark(account, AccountStatus.Open, because, by, now)] : [];
    }

    private static ImmutableArray<Ruling<Account>> Finished(Handover handover, Account account, PersonRef by, string because, DateTimeOffset now)
    {
        // What two people have confirmed was about the lead that the account had; whoever changed that meanwhile has to be asked.
        if (account.Lead is { } lead && !HandoverPeople.Same(handover.Account.Lead, lead) && !HandoverPeople.Same(handover.Wish.To, lead))
            return [new Ruling<Account>.Refused($"{lead.Name} has become its lead in the meantime. Please stop this handover and ask anew. Nothing has changed.")];
        if (handover.Wish.To is not { } to)
            return [AccountRules.Mark(account, AccountStatus.Parked, because, by, now)];
        var handed = account.IsLead(to.Id) ? null : AccountRules.HandTo(account, to, because, by, now);
        if (handed is Ruling<Account>.Refused refused)
            return [refused];
        var led = handed is Ruling<Account>.Allowed allowed ? allowed.After : account;
        ImmutableArray<Ruling<Account>> first = handed is null ? [] : [handed];
        return led.Status is AccountStatus.Open ? first : [.. first, AccountRules.Mark(led, AccountStatus.Open, because, by, now)];
    }
}
