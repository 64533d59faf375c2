using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Accounts;

/// <summary>Several rules one after the other, as one: a page of the register or a row of its CSV may say more than one thing.</summary>
public static class AccountSteps
{
    /// <summary>What all of them make of an account. A step that finds nothing different is passed over; any other refusal refuses all of it.</summary>
    public static Ruling<Account> Take(Account account, params IEnumerable<Func<Account, Ruling<Account>>> steps)
    {
        var after = account;
        var entries = ImmutableArray.CreateBuilder<TrailEntry>();
        foreach (var step in steps)
            switch (step(after))
            {
                case Ruling<Account>.Allowed allowed:
                    after = allowed.After;
                    entries.AddRange(allowed.Entries);
                    break;
                case Ruling<Account>.Refused { Sentence: not AccountRules.NothingNew } refused:
                    return refused;
            }
        return entries.Count == 0 ? new Ruling<Account>.Refused(AccountRules.NothingNew) : new Ruling<Account>.Allowed(after, entries.ToImmutable());
    }
}
