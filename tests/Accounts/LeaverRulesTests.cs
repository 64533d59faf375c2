using PolicyBot.Bot.People;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Tests.Fakes;
using static PolicyBot.Tests.Accounts.Registered;

namespace PolicyBot.Tests.Accounts;

/// <summary>What follows from what the directory says of somebody.</summary>
public sealed class LeaverRulesTests
{
    private static readonly DateOnly Christmas = new(2026, 12, 18);

    [Fact]
    public void Each_reason_is_news_once()
    {
        var (leaving, news) = LeaverRules.Notice(Healthy, [Says(Priya, DirectoryStanding.Leaving, Christmas)], Now)!.Value;
        Assert.Equal((Priya, Christmas), (Assert.Single(news).Person, news[0].LeavesOn));
        Assert.Null(LeaverRules.Notice(leaving.After, [Says(Priya, DirectoryStanding.Leaving, Christmas)], Now.AddDays(1)));

        var (gone, more) = LeaverRules.Notice(leaving.After, [Says(Priya, DirectoryStanding.Gone, Christmas)], Now.AddDays(30))!.Value;
        Assert.Equal(DirectoryStanding.Gone, Assert.Single(more).Standing);
        Assert.Single(gone.After.Leavers);
    }

    [Fact]
    public void Nothing_follows_from_what_cannot_be_confirmed_or_is_not_said()
    {
        Assert.Null(LeaverRules.Notice(Healthy, [Says(Priya, DirectoryStanding.CannotConfirm, null)], Now));
        Assert.Null(LeaverRules.Notice(Healthy, [], Now));
        var leaving = LeaverRules.Notice(Healthy, [Says(Priya, DirectoryStanding.Leaving, Christmas)], Now)!.Value.Ruling.After;
        Assert.Null(LeaverRules.Notice(leaving, [Says(Priya, DirectoryStanding.CannotConfirm, null)], Now));
    }

    [Fact]
    public void Who_stays_after_all_is_no_leaver_and_nobody_is_told()
    {
        var leaving = LeaverRules.Notice(Healthy, [Says(Priya, DirectoryStanding.Leaving, Christmas)], Now)!.Value.Ruling.After;
        var (ruling, news) = LeaverRules.Notice(leaving, [Says(Priya, DirectoryStanding.Here, null)], Now)!.Value;
        Assert.Empty(ruling.After.Leavers);
        Assert.Empty(news);
    }

    [Fact]
    public void Whoever_is_the_leaver_is_never_told_and_somebody_always_is()
    {
        Assert.Equal([Sam.Id, Nora.Id], RegisterKeepers.ToTell(TheTrust, Healthy, Priya.Id));
        Assert.Equal([Nora.Id], RegisterKeepers.ToTell(TheTrust, Healthy, Sam.Id));
        var one = TheTrust with { SocialMediaManager = new Role([Sam.Id], null, null) };
        Assert.Equal([Tom.Id, Ruth.Id], RegisterKeepers.ToTell(one, Healthy, Sam.Id));
        Assert.Equal([Martin.Id], RegisterKeepers.ToTell(one with { ChiefExecutive = Role.Empty }, Healthy with { Facts = Good with { Deputy = null } }, Sam.Id));
    }

    [Fact]
    public async Task The_trust_file_says_who_leaves_and_whoever_is_not_in_it_any_more_is_gone()
    {
        var trust = TheTrust with { People = [new Person(Priya.Id, "Priya Nair", null, "north", null) { Leaves = Christmas }, new Person(Tom.Id, "Tom Whitaker", null, "north", null) { Left = true }, new Person(Sam.Id, "Sam Keane", null, null, null)] };
        ImmutableArray<string> ids = [Priya.Id, Tom.Id, Sam.Id, Ruth.Id];
        Assert.Equal(
            [Says(Priya, DirectoryStanding.Leaving, Christmas), Says(Tom, DirectoryStanding.Gone, null), Says(Sam, DirectoryStanding.Here, null), Says(Ruth, DirectoryStanding.Gone, null)],
            await new TrustFileDirectory(trust, new FakeTime(Now)).LookUpAsync(ids, TestContext.Current.CancellationToken));
        Assert.Equal(DirectoryStanding.Gone, (await new TrustFileDirectory(trust, new FakeTime(Now.AddDays(26))).LookUpAsync([Priya.Id], TestContext.Current.CancellationToken))[0].Standing);
        Assert.All(await new TrustFileDirectory(trust with { People = [] }, new FakeTime(Now)).LookUpAsync(ids, TestContext.Current.CancellationToken), entry => Assert.Equal(DirectoryStanding.CannotConfirm, entry.Standing));
    }

    private static DirectoryEntry Says(PersonRef person, DirectoryStanding standing, DateOnly? day) => new(person.Id, standing, day);
}
