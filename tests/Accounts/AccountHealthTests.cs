using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using static PolicyBot.Tests.Accounts.Registered;

namespace PolicyBot.Tests.Accounts;

/// <summary>How well an account is looked after: each reason by itself, and the most urgent first.</summary>
public sealed class AccountHealthTests
{
    private static readonly (HealthWhy Why, string Sentence, Func<Account, Account> Change)[] Table =
    [
        (HealthWhy.NoLead, "Nobody leads it.", account => account with { Lead = null }),
        (HealthWhy.LeadGone, "Priya Nair, who leads it, cannot sign in any more.", account => Leaving(account, Priya, DirectoryStanding.Disabled, null)),
        (HealthWhy.LeadGone, "Priya Nair, who leads it, is not in the directory any more.", account => Leaving(account, Priya, DirectoryStanding.Gone, null)),
        (HealthWhy.LeadLeaving, "Priya Nair, who leads it, leaves on 18 December 2026.", account => Leaving(account, Priya, DirectoryStanding.Leaving, new DateOnly(2026, 12, 18))),
        (HealthWhy.LeadUnknown, "Zoe Zest, who leads it, is not in the directory.", account => account with { Lead = new PersonRef("00000000-0000-4000-8000-00000000ffff", "Zoe Zest") }),
        (HealthWhy.OthersLeaving, "Tom Whitaker, its deputy, leaves on 18 December 2026.", account => Leaving(account, Tom, DirectoryStanding.Leaving, new DateOnly(2026, 12, 18))),
        (HealthWhy.OthersLeaving, "Sam Keane, who can change its settings, cannot sign in any more.", account => Leaving(account, Sam, DirectoryStanding.Disabled, null)),
        (HealthWhy.NoDeputy, "It has no deputy.", account => With(account, facts => facts with { Deputy = null })),
        (HealthWhy.SoleAdministrator, "Only Priya Nair can change its settings.", account => With(account, facts => facts with { Administrators = [Priya] })),
        (HealthWhy.NoAdministrator, "It is not known who can change its settings.", account => With(account, facts => facts with { Administrators = [] })),
        (HealthWhy.NoTwoFactor, "Two-factor sign-in is off.", account => With(account, facts => facts with { TwoFactor = TwoFactor.Off })),
        (HealthWhy.TwoFactorNotKnown, "It is not known whether two-factor sign-in is on.", account => With(account, facts => facts with { TwoFactor = TwoFactor.NotKnown })),
        (HealthWhy.PersonalRecoveryEmail, "Its recovery e-mail is not the Trust's.", account => With(account, facts => facts with { RecoveryEmailIsTrusts = IsSo.No })),
        (HealthWhy.RecoveryEmailNotKnown, "It is not known whose its recovery e-mail is.", account => With(account, facts => facts with { RecoveryEmailIsTrusts = IsSo.NotKnown })),
        (HealthWhy.PersonalRecoveryPhone, "Its recovery phone is not the Trust's.", account => With(account, facts => facts with { RecoveryPhoneIsTrusts = IsSo.No })),
        (HealthWhy.RecoveryPhoneNotKnown, "It is not known whose its recovery phone is.", account => With(account, facts => facts with { RecoveryPhoneIsTrusts = IsSo.NotKnown })),
        (HealthWhy.NotInVault, "Its sign-in details are not in the vault.", account => With(account, facts => facts with { VaultEntry = null })),
        (HealthWhy.OwnerNotKnown, "It is not known in whose name it is registered.", account => With(account, facts => facts with { OwnerOfRecord = null })),
        (HealthWhy.SomethingWrong, "Priya Nair says that something here is wrong.", account => account with { Doubt = new AccountDoubt(Priya, Now, "Wrong") }),
        (HealthWhy.CheckInUnanswered, "Its lead did not answer the latest check-in.", account => account with { CheckIn = new OpenCheckIn(Now, CheckInStage.Deputy, Now, [Tom], [Priya, Tom]) }),
        (HealthWhy.NotChecked, "Nobody has confirmed yet that this is right.", account => account with { LastCheck = null }),
        (HealthWhy.NotChecked, "Nobody has confirmed this since 1 March 2026.", account => account with { LastCheck = new AccountCheck(Priya, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)) }),
        (HealthWhy.ReviewOverdue, "It should have been looked at again by 22 November 2026.", account => With(account, facts => facts with { NextReview = new DateOnly(2026, 11, 22) })),
    ];

    public static TheoryData<int> Rows => new(Enumerable.Range(0, Table.Length));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_thing_that_is_not_as_it_should_be_is_one_reason_in_plain_words(int row)
    {
        var (why, sentence, change) = Table[row];
        var reason = Assert.Single(AccountHealth.Of(change(Healthy), TheTrust, Now).Reasons);
        Assert.Equal((why, sentence), (reason.Why, reason.Sentence));
        Assert.InRange(reason.Weight, 1, 50);
    }

    [Fact]
    public void Nothing_is_wrong_with_one_that_is_well_and_with_one_that_is_closed()
    {
        Assert.Equal(100, AccountHealth.Of(Healthy, TheTrust, Now).Score);
        Assert.Equal(100, AccountHealth.Of(Added(new AccountFacts("", "x", "dat", "x")) with { Status = AccountStatus.Closed }, TheTrust, Now).Score);
    }

    [Fact]
    public void Every_reason_is_in_the_table() =>
        Assert.Equal(Enum.GetValues<HealthWhy>().Order(), Table.Select(row => row.Why).Distinct().Order());

    [Fact]
    public void The_most_urgent_comes_first_and_the_score_never_goes_below_nothing()
    {
        var neglected = AccountHealth.Of(Added(new AccountFacts("", "x", "dat", "x") { TwoFactor = TwoFactor.Off, RecoveryEmailIsTrusts = IsSo.No, RecoveryPhoneIsTrusts = IsSo.No }) with { Lead = null }, TheTrust, Now);
        Assert.Equal(HealthWhy.NoLead, neglected.Reasons[0].Why);
        Assert.Equal(neglected.Reasons.OrderByDescending(reason => reason.Weight).Select(reason => reason.Why), neglected.Reasons.Select(reason => reason.Why));
        Assert.Equal(0, neglected.Score);
        Assert.True(neglected.Weight > 100);
    }

    [Fact]
    public void Where_people_sign_in_as_themselves_no_vault_is_missed() =>
        Assert.DoesNotContain(AccountHealth.Of(With(Healthy, facts => facts with { Platform = "linkedin", VaultEntry = null }), TheTrust, Now).Reasons, reason => reason.Why is HealthWhy.NotInVault);

    [Fact]
    public void Nobody_reads_of_their_own_leaving()
    {
        var leaving = Leaving(Healthy, Sam, DirectoryStanding.Leaving, new DateOnly(2026, 12, 18));
        Assert.Empty(AccountHealth.Of(leaving, TheTrust, Now, Sam.Id).Reasons);
        Assert.Single(AccountHealth.Of(leaving, TheTrust, Now, Nora.Id).Reasons);
    }

    private static Account With(Account account, Func<AccountFacts, AccountFacts> change) => account with { Facts = change(account.Facts) };

    private static Account Leaving(Account account, PersonRef person, DirectoryStanding standing, DateOnly? day) => account with { Leavers = [new NoticedLeaver(person, standing, day, Now)] };
}
