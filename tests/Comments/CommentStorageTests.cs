using System.Text.Json;
using PolicyBot.Cases;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Disposal;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Comments;

/// <summary>Comments lie among the other cases, on both databases: numbered, found, verified, due and disposed of as they are.</summary>
public sealed class CommentStorageTests
{
    private static readonly LoggedComment What = new(
        new CommentedAccount("ACC-2026-0001", "facebook", "North Academy page"), CommentKind.Complaint, new ReceivedTime(Sample.Now.AddHours(-1), TimeReading.GuessedHalf), "Thank you <b>all</b> 😀", "https://example.test/1",
        [new PersonRef("00000000-0000-4000-8000-0000000000c9", "Somebody")]);

    [Theory, OnBoth]
    public async Task A_comment_comes_back_as_it_was_stored_and_its_trail_verifies(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var store = memory.Store;
        var steps = new List<Ruling<ReceivedComment>.Allowed> { Logged(1) };
        steps.Add(CommentClock.Pass(steps[^1].After, 50, steps[^1].After.Team, PolicyBot.Tests.Cards.Sample.Trust, Sample.Now.AddHours(1)));
        steps.Add(Allowed(ReceivedCommentRules.TakeOver(steps[^1].After, 1, Sample.Priya, Sample.Now.AddHours(2))));
        steps.Add(ReceivedCommentRules.Report(steps[^1].After, Sample.Priya, Sample.Now.AddHours(2)));
        steps.Add(Allowed(ReceivedCommentRules.Reply(steps[^1].After, new RecordedReply(ReplyKind.Holding, Sample.Now.AddHours(2), Sample.Priya, Sample.Now.AddHours(3), "https://example.test/2", "Soon"))));
        steps.Add(Allowed(ReceivedCommentRules.Remove(steps[^1].After, ["reported", CommentChoices.Deleted], audienceTold: true, Sample.Priya, Sample.Now.AddHours(4))));
        foreach (var (number, step) in steps.Index())
            await store.CommitAsync(Sample.Turn($"step-{number}") with { At = step.Entries[^1].At, Case = new CaseChange(number, step.After, step.Entries) { DueAt = number == 0 ? Sample.Now.AddHours(2) : null } });

        var found = await store.Comments.FindAsync(steps[^1].After.Reference, TestContext.Current.CancellationToken);
        Assert.Equal(JsonSerializer.Serialize(steps[^1].After), JsonSerializer.Serialize(found));
        Assert.Equal(CommentStatus.Removed, found!.Status);
        Assert.Equal(found.Reference, (await store.Comments.FindByDraftAsync("comment-1", TestContext.Current.CancellationToken))?.Reference);
        Assert.Equal("CMT-2026-0002", (await store.NextReferenceAsync(CaseReference.Comment, 2026, TestContext.Current.CancellationToken)).ToString());
        var archive = new CaseArchive(memory.Database);
        Assert.Empty((await archive.AllAsync(TestContext.Current.CancellationToken)).SelectMany(each => each.Faults));
        Assert.Empty(await archive.GapsAsync(TestContext.Current.CancellationToken));
    }

    [Theory, OnBoth]
    public async Task It_is_due_among_the_others(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var logged = Logged(1);
        await memory.Store.CommitAsync(Sample.Turn("log") with { Case = new CaseChange(0, logged.After, logged.Entries) { DueAt = Sample.Now.AddHours(2) } });
        Assert.Empty(await memory.Store.DueAsync(Sample.Now.AddHours(1), 9, TestContext.Current.CancellationToken));
        Assert.IsType<ReceivedComment>(Assert.Single(await memory.Store.DueAsync(Sample.Now.AddHours(2), 9, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_complaint_is_kept_as_long_as_a_sanction_and_a_comment_a_year()
    {
        var retention = new Retention();
        var logged = Logged(1).After;
        Assert.Null(RetentionRules.Of(logged, retention));
        var acknowledged = Allowed(ReceivedCommentRules.Reply(logged, Reply(ReplyKind.Acknowledgement))).After;
        Assert.Null(RetentionRules.Of(acknowledged, retention));
        var answered = Allowed(ReceivedCommentRules.Reply(acknowledged, Reply(ReplyKind.Answer))).After;
        Assert.Equal(Sample.Now.AddHours(1).AddYears(6), RetentionRules.Of(answered, retention)!.Until);
        Assert.Equal(Sample.Now.AddHours(1).AddYears(1), RetentionRules.Of(answered with { What = What with { Kind = CommentKind.Query } }, retention)!.Until);
        Assert.Equal(Sample.Now.AddDays(30), RetentionRules.Of(Allowed(ReceivedCommentRules.TakeOut(logged, "Twice", Sample.Martin, Sample.Now)).After, retention)!.Until);
    }

    private static RecordedReply Reply(ReplyKind kind) => new(kind, Sample.Now.AddHours(1), Sample.Martin, Sample.Now.AddHours(1), null, null);

    private static Ruling<ReceivedComment>.Allowed Allowed(Ruling<ReceivedComment> ruling) => Assert.IsType<Ruling<ReceivedComment>.Allowed>(ruling);

    private static Ruling<ReceivedComment>.Allowed Logged(int number) => ReceivedCommentRules.Log(
        new CaseReference(CaseReference.Comment, 2026, number), What, ReplyDue.For(What.Received.At, PolicyBot.Tests.Cards.Sample.Trust), new AccountTeam(Sample.Martin, null, [Sample.Priya]),
        PolicyBot.Tests.Cards.Sample.Trust, Sample.Priya, "north", $"comment-{number}", Sample.Now);
}
