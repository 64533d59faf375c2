using PolicyBot.Cases;
using PolicyBot.Cases.Disposal;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Opinions;

/// <summary>Second opinions lie among the other cases, on both databases: numbered, found, verified, due and disposed of as they are.</summary>
public sealed class OpinionStorageTests
{
    private static readonly WantedPost Post = new(WrittenAs.Reply, "facebook", WrittenFor.Trust, "@north", "families", "Thank you <b>all</b> 😀")
    {
        Comment = "A comment",
        CommentAt = Sample.Now.AddHours(-1),
        PlannedAt = Sample.Now.AddHours(6),
        Pictures = "A picture",
        PictureChecks = ["list"],
        PictureFiles = [new EvidencePiece("turn-1", "turn", Sample.Martin, Sample.Now, "cup.png", null) { State = EvidenceState.Kept, ContentType = "image/png", Size = 12, Hash = "aa", ReceivedAt = Sample.Now }],
        Material = "a link",
        About = [new PersonRef("00000000-0000-4000-8000-0000000000c9", "Somebody")],
    };

    [Theory, OnBoth]
    public async Task A_second_opinion_comes_back_as_it_was_stored_and_its_trail_verifies(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var store = memory.Store;
        var asked = Asked(1);
        await store.CommitAsync(Sample.Turn("ask") with { Case = new CaseChange(0, asked.After, asked.Entries) { DueAt = Sample.Now.AddHours(2) } });
        var advised = (Ruling<SecondOpinion>.Allowed)ReaderRules.AdviseAgainst(asked.After, Sample.Martin, asked.After.Seal, "No", new ClauseRef("Social Media", "donts.grievances"), Sample.Now.AddHours(1));
        await store.CommitAsync(Sample.Turn("advise") with { At = Sample.Now.AddHours(1), Case = new CaseChange(1, advised.After, advised.Entries) });

        var found = await store.Opinions.FindAsync(asked.After.Reference, TestContext.Current.CancellationToken);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(advised.After), System.Text.Json.JsonSerializer.Serialize(found));
        Assert.Equal(TextSeal.Of(Post), TextSeal.Of(found!.Post));
        Assert.Equal(found.Reference, (await store.Opinions.FindByDraftAsync("opinion-1", TestContext.Current.CancellationToken))?.Reference);
        Assert.Null(await store.Incidents.FindAsync(asked.After.Reference, TestContext.Current.CancellationToken));
        Assert.Equal("OPN-2026-0002", (await store.NextReferenceAsync(CaseReference.Opinion, 2026, TestContext.Current.CancellationToken)).ToString());
        var archive = new CaseArchive(memory.Database);
        Assert.Empty((await archive.AllAsync(TestContext.Current.CancellationToken)).SelectMany(each => each.Faults));
        Assert.Empty(await archive.GapsAsync(TestContext.Current.CancellationToken));
    }

    [Theory, OnBoth]
    public async Task Cases_of_every_kind_are_due_side_by_side(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var store = memory.Store;
        var asked = Asked(1);
        await store.CommitAsync(Sample.Turn("ask") with { Case = new CaseChange(0, asked.After, asked.Entries) { DueAt = Sample.Now.AddHours(2) } });
        var opening = Sample.Opening(1);
        await store.CommitAsync(opening with { Case = opening.Case! with { DueAt = Sample.Now.AddHours(1) } });
        Assert.Equal(["INC-2026-0001"], (await store.DueAsync(Sample.Now.AddHours(1), 9, TestContext.Current.CancellationToken)).Select(due => due.Reference.ToString()));
        Assert.Equal(["INC-2026-0001", "OPN-2026-0001"], (await store.DueAsync(Sample.Now.AddHours(2), 9, TestContext.Current.CancellationToken)).Select(due => due.Reference.ToString()));
    }

    [Fact]
    public void A_decision_is_kept_a_year_and_what_nobody_decided_thirty_days()
    {
        var asked = Asked(1).After;
        var retention = new Retention { DraftDays = 20 };
        Assert.Null(RetentionRules.Of(asked, retention));
        var agreed = ((Ruling<SecondOpinion>.Allowed)ReaderRules.Agree(asked, Sample.Martin, asked.Seal, Sample.Now)).After;
        Assert.Equal(Sample.Now.AddYears(1), RetentionRules.Of(agreed, retention)!.Until);
        Assert.Equal(Sample.Now.AddDays(30), RetentionRules.Of(((Ruling<SecondOpinion>.Allowed)OpinionRules.Withdraw(asked, Sample.Now)).After, retention)!.Until);
        Assert.Equal(Sample.Now.AddDays(20), RetentionRules.Of(OpinionClock.Pass(asked, OpinionStep.Expire, PolicyBot.Tests.Cards.Sample.Trust, Sample.Now).After, retention)!.Until);
    }

    private static Ruling<SecondOpinion>.Allowed Asked(int number) => (Ruling<SecondOpinion>.Allowed)OpinionRules.Ask(
        new CaseReference(CaseReference.Opinion, 2026, number), Post, [new FoundInDraft("tone", "It shouts", Serious: false, "!!!", new ClauseRef("Social Media", "dos.tone"), "Say it in a friendly voice.")],
        [Sample.Martin], all: false, Sample.Priya, "north", $"opinion-{number}", Sample.Now);
}
