using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;
using static PolicyBot.Tests.Accounts.Registered;

namespace PolicyBot.Tests.Accounts;

/// <summary>What the rules of the register allow, and what they leave in its trail.</summary>
public sealed class AccountRulesTests
{
    [Fact]
    public void One_handle_on_one_platform_is_one_account_however_it_is_written()
    {
        var twin = AccountRules.Add(Reference with { Number = 2 }, Good with { Handle = "@North_Academy" }, Tom, [Healthy], Sam, "draft-2", Now);
        Assert.Equal("This account is in the register already: ACC-2026-0001. Nothing has changed.", Refused(twin));
        After(AccountRules.Add(Reference with { Number = 2 }, Good with { Platform = "x" }, Tom, [Healthy], Sam, "draft-2", Now));
        var closed = After(AccountRules.Mark(Healthy, AccountStatus.Closed, "No more", Sam, Now));
        After(AccountRules.Add(Reference with { Number = 2 }, Good, Tom, [closed], Sam, "draft-2", Now));
    }

    [Fact]
    public void Another_lead_takes_the_place_of_the_first_and_is_no_longer_the_deputy()
    {
        var ruling = Assert.IsType<Ruling<Account>.Allowed>(AccountRules.HandTo(Healthy, Tom, "HOV-2026-0001", Sam, Now));
        Assert.Equal((Tom, null), (ruling.After.Lead, ruling.After.Deputy));
        Assert.False(ruling.After.IsLead(Priya.Id));
        var entry = Assert.Single(ruling.Entries);
        Assert.Equal(("account.handed_to", Sam.Id), (entry.Type, entry.Actor));
        Assert.Contains(Priya.Id, entry.Data, StringComparison.Ordinal);
        Assert.Contains("HOV-2026-0001", entry.Data, StringComparison.Ordinal);
        Assert.StartsWith("Tom Whitaker leads this account already", Refused(AccountRules.HandTo(ruling.After, Tom, "", Sam, Now)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_trail_says_which_field_changed_from_what_to_what()
    {
        var ruling = Assert.IsType<Ruling<Account>.Allowed>(AccountRules.Change(Healthy, Good with { TwoFactor = TwoFactor.Off }, [Healthy], Sam, Now));
        Assert.Contains("""{"field":"twoFactor","before":"App","after":"Off"}""", Assert.Single(ruling.Entries).Data, StringComparison.Ordinal);
        Assert.Equal(AccountRules.NothingNew, Refused(AccountRules.Change(Healthy, Good, [Healthy], Sam, Now)));
    }

    [Fact]
    public void A_closed_account_stays_as_it_is_until_it_is_opened_again()
    {
        var closed = After(AccountRules.Mark(Healthy, AccountStatus.Closed, "No more", Sam, Now));
        Assert.Equal(AccountRules.Closed, Refused(AccountRules.Change(closed, Good with { Name = "Another" }, [], Sam, Now)));
        Assert.Equal(AccountRules.Closed, Refused(AccountRules.HandTo(closed, Tom, "", Sam, Now)));
        Assert.Equal(AccountRules.Closed, Refused(AccountRules.Confirm(closed, new DateOnly(2027, 1, 1), Sam, Now)));
        Assert.Equal(AccountRules.Closed, Refused(AccountRules.Doubt(closed, "Wrong", Priya, Now)));
        Assert.Equal(AccountStatus.Open, After(AccountRules.Mark(closed, AccountStatus.Open, "Again", Sam, Now)).Status);
    }

    [Fact]
    public void What_was_said_to_be_wrong_is_settled_by_a_change_or_by_a_word()
    {
        var doubted = After(AccountRules.Doubt(Healthy, "Amy leads it", Priya, Now));
        Assert.Null(After(AccountRules.Change(doubted, Good with { Name = "Another" }, [], Sam, Now)).Doubt);
        Assert.Null(After(AccountRules.Confirm(doubted, new DateOnly(2027, 1, 1), Sam, Now)).Doubt);
    }

    /// <summary>Whatever is done to it in whichever order: never two leads, the lead never the deputy too, and the trail unbroken.</summary>
    [Fact]
    public void No_order_of_steps_leaves_two_leads_or_a_broken_trail() =>
        Check.One(Properties.Of(500), Prop.ForAll(Gen.Choose(0, 8).ArrayOf().ToArbitrary(), steps =>
        {
            var added = Assert.IsType<Ruling<Account>.Allowed>(AccountRules.Add(Reference, Good, Priya, [], Sam, "draft-1", Now));
            var (account, trail) = (added.After, added.Entries.ToList());
            foreach (var (step, at) in steps.Select((step, at) => (step, at)))
                if (Do(account, step, Now.AddHours(at)) is Ruling<Account>.Allowed allowed)
                {
                    account = allowed.After;
                    trail.AddRange(allowed.Entries);
                }
            var handed = trail.Count(entry => entry.Type == "account.handed_to");
            return account.Lead is not null && account.Deputy?.Id != account.Lead.Id && account.Trail.FaultIn(Reference, trail) is null && handed <= steps.Length;
        }));

    private static Ruling<Account> Do(Account account, int step, DateTimeOffset at) => step switch
    {
        0 => AccountRules.HandTo(account, Tom, "", Sam, at),
        1 => AccountRules.HandTo(account, Priya, "", Sam, at),
        2 => AccountRules.Change(account, account.Facts with { Deputy = Tom }, [], Sam, at),
        3 => AccountRules.Change(account, account.Facts with { Deputy = Priya }, [], Sam, at),
        4 => AccountRules.Confirm(account, new DateOnly(2027, 1, 1), Priya, at),
        5 => AccountRules.Mark(account, AccountStatus.Closed, "", Sam, at),
        6 => AccountRules.Mark(account, AccountStatus.Open, "", Sam, at),
        7 => AccountRules.Doubt(account, "Wrong", Tom, at),
        _ => AccountClock.Next(account, TheTrust, at) is { } due ? AccountClock.Pass(account, due.Step, TheTrust, at) : new Ruling<Account>.Refused(""),
    };
}
