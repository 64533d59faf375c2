using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Handovers;

/// <summary>A handover and its account are stored together or not at all, on both databases.</summary>
public sealed class HandoverStorageTests
{
    private static readonly Trust Trust = TrustFile.Parse(Cast.TrustWithOfficeJson(), "trust.json");
    private static readonly PersonRef Priya = new(Cast.Teachers[0].DirectoryId!, "Priya Nair");
    private static readonly PersonRef Tom = new(Cast.Teachers[1].DirectoryId!, "Tom Whitaker");
    private static readonly PersonRef Sam = new(Cast.Sam.DirectoryId!, "Sam Keane");

    [Theory, OnBoth]
    public async Task A_handover_comes_back_as_it_was_stored_and_both_trails_verify(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var (handover, account) = await StoreAsync(memory.Store);
        Assert.IsType<CommitResult.Committed>(await memory.Store.CommitAsync(Approving(handover, account, "approve")));

        var found = await memory.Store.Handovers.FindAsync(handover.Reference, TestContext.Current.CancellationToken);
        Assert.Equal(HandoverStatus.Underway, found!.Status);
        Assert.Equal([.. Checklist.For("youtube", HandoverWay.Transfer, urgent: false)], found.Steps);
        Assert.Equal(AccountStatus.HandingOver, (await memory.Store.Accounts.FindAsync(account.Reference, TestContext.Current.CancellationToken))!.Status);
        Assert.Equal(found.Reference, (await memory.Store.Handovers.FindByDraftAsync("form-1", TestContext.Current.CancellationToken))?.Reference);
        var archive = new CaseArchive(memory.Database);
        Assert.Empty((await archive.AllAsync(TestContext.Current.CancellationToken)).SelectMany(each => each.Faults));
        Assert.Empty(await archive.GapsAsync(TestContext.Current.CancellationToken));
    }

    [Theory, OnBoth]
    public async Task Where_somebody_changed_either_of_the_two_neither_is_stored(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await using var elsewhere = memory.Another();
        var (handover, account) = await StoreAsync(memory.Store);
        var approving = Approving(handover, account, "approve");

        // The account first.
        var confirmed = (Ruling<Account>.Allowed)AccountRules.Confirm(account, new DateOnly(2027, 5, 1), Priya, Sample.Now);
        await elsewhere.CommitAsync(Sample.Turn("confirm") with { Case = new CaseChange(account.Version, confirmed.After, confirmed.Entries) });
        Assert.IsType<CommitResult.Conflict>(await memory.Store.CommitAsync(approving));
        Assert.Equal(HandoverStatus.Asked, (await memory.Store.Handovers.FindAsync(handover.Reference, TestContext.Current.CancellationToken))!.Status);
        Assert.Single(await memory.Store.TrailOfAsync(handover.Reference, TestContext.Current.CancellationToken));

        // Then the handover.
        var withdrawn = (Ruling<Handover>.Allowed)HandoverRules.Withdraw(handover, "Not needed", Priya, Trust, Sample.Now);
        await elsewhere.CommitAsync(Sample.Turn("withdraw") with { Case = new CaseChange(handover.Version, withdrawn.After, withdrawn.Entries) });
        Assert.IsType<CommitResult.Conflict>(await memory.Store.CommitAsync(Approving(handover, confirmed.After, "approve again")));
        Assert.Equal(AccountStatus.Open, (await memory.Store.Accounts.FindAsync(account.Reference, TestContext.Current.CancellationToken))!.Status);
        Assert.Equal(2, (await memory.Store.TrailOfAsync(account.Reference, TestContext.Current.CancellationToken)).Length);
        Assert.Empty((await new CaseArchive(memory.Database).AllAsync(TestContext.Current.CancellationToken)).SelectMany(each => each.Faults));
    }

    [Theory, OnBoth]
    public async Task Of_two_handovers_of_one_account_that_are_approved_at_once_one_is(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await using var elsewhere = memory.Another();
        var (one, account) = await StoreAsync(memory.Store);
        var two = Asked(2, account);
        await memory.Store.CommitAsync(Sample.Turn("ask-2") with { Case = new CaseChange(0, two.After, two.Entries) });

        var results = await Task.WhenAll(memory.Store.CommitAsync(Approving(one, account, "one")), elsewhere.CommitAsync(Approving(two.After, account, "two")));
        Assert.Single(results.OfType<CommitResult.Committed>());
        Assert.Single(results.OfType<CommitResult.Conflict>());
        var held = (await memory.Store.Accounts.FindAsync(account.Reference, TestContext.Current.CancellationToken))!;
        var loser = results[0] is CommitResult.Conflict ? one : two.After;
        // Loaded again it reads why.
        var again = HandoverAccount.Follow(loser, DecisionRules.Decide(loser, DecisionSays.Approve, null, "It fits", Sam, Trust, Sample.Now), held, Sam, Sample.Now);
        Assert.Contains("being handed over already", Assert.IsType<Ruling<HandoverAndAccount>.Refused>(again).Sentence, StringComparison.Ordinal);
    }

    private static TurnCommit Approving(Handover handover, Account account, string turn)
    {
        var both = (Ruling<HandoverAndAccount>.Allowed)HandoverAccount.Follow(
            handover, DecisionRules.Decide(handover, DecisionSays.Approve, null, "It fits", Sam, Trust, Sample.Now), account, Sam, Sample.Now);
        return Sample.Turn(turn) with
        {
            Case = new CaseChange(handover.Version, both.After.Handover, both.Entries),
            Also = new CaseChange(account.Version, both.After.Account!, both.After.AccountEntries),
        };
    }

    private static async Task<(Handover Handover, Account Account)> StoreAsync(CaseStore store)
    {
        var added = (Ruling<Account>.Allowed)AccountRules.Add(
            new CaseReference(CaseReference.Account, 2026, 1), new AccountFacts("north", "youtube", "north", "North Academy"), Priya, [], Sam, "account-1", Sample.Now);
        await store.CommitAsync(Sample.Turn("add") with { Case = new CaseChange(0, added.After, added.Entries) });
        var asked = Asked(1, added.After);
        await store.CommitAsync(Sample.Turn("ask-1") with { Case = new CaseChange(0, asked.After, asked.Entries) });
        return (asked.After, added.After);
    }

    private static Ruling<Handover>.Allowed Asked(int number, Account account) => (Ruling<Handover>.Allowed)HandoverRules.Ask(
        new CaseReference(CaseReference.Handover, 2026, number), new HandoverWish(HandoverWhy.Leaving, HandoverWay.Transfer, new DateOnly(2026, 12, 18), Priya, Tom), HandoverAccount.Of(account), Priya,
        "north", $"form-{number}", Trust, Sample.Now);
}
