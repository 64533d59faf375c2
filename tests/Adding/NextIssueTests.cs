using System.Text;
using PolicyBot.Policy.Adding;
using PolicyBot.Policy.Guidance;

namespace PolicyBot.Tests.Adding;

/// <summary>A policy is issued again: what is known of its clauses goes on being about them, or is said to be about nothing any more.</summary>
public sealed class NextIssueTests
{
    private const string First = "## Devices\n\nLock the screen when you leave a device that the Trust has lent you. Never lend it to anybody.\n\n## Accounts\n\nTell the office within 24 hours.";

    [Fact]
    public void The_same_text_gives_the_same_bytes() => Assert.Equal(Compose(First, null).Json, Compose(First, Compose(First, null).Json).Json);

    [Fact]
    public void Clauses_that_stay_keep_their_ids_wherever_they_go()
    {
        var changed = Compose("## New\n\nAsk first.\n\n## Accounts\n\nTell the office within 24 hours.\n\n## Lent devices\n\nNever lend it to anybody. Lock the screen when you leave a device that the Trust has lent you.", Compose(First, null).Json);

        Assert.Equal(["new.ask-first", "accounts.tell-office-24-hours", "devices.never-lend-anybody", "devices.lock-screen-when-leave"], changed.Document.Clauses.Select(clause => clause.Id));
        Assert.Equal((3, 1, 0, 0), Counts(changed));
    }

    [Fact]
    public void A_clause_in_other_words_keeps_its_id_and_is_named()
    {
        var changed = Compose(First.Replace("lent you", "given you", StringComparison.Ordinal), Compose(First, null).Json);

        var (id, before, after) = Assert.Single(changed.Changes.Reworded);
        Assert.Equal("devices.lock-screen-when-leave", id);
        Assert.EndsWith("lent you.", before, StringComparison.Ordinal);
        Assert.EndsWith("given you.", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Never lend it to anybody", "Always lend it to anybody")]
    [InlineData("within 24 hours", "within 48 hours")]
    public void A_clause_that_is_turned_round_is_another_clause_however_alike_the_words(string before, string after)
    {
        var changed = Compose(First.Replace(before, after, StringComparison.Ordinal), Compose(First, null).Json);
        Assert.Equal((2, 1, 0, 1), Counts(changed));
        Assert.NotEqual(changed.Changes.Added[0].Id, changed.Changes.Removed[0].Id);
    }

    [Fact]
    public void What_people_put_together_or_named_by_hand_stays_so()
    {
        var byHand = """
            { "title": "Acceptable Use", "trust": "Trust", "issueNumber": null, "status": "DRAFT", "responsible": null, "approvedBy": null, "date": null, "reviewDate": null,
              "sponsoredBy": null, "mission": null, "sections": [{ "path": ["Devices"], "clauses": [{ "id": "devices.lent",
              "text": "Lock the screen when you leave a device that the Trust has lent you. Never lend it to anybody." }] }] }
            """;
        var changed = Compose(First, byHand);
        Assert.Equal(["devices.lent", "accounts.tell-office-24-hours"], changed.Document.Clauses.Select(clause => clause.Id));
    }

    [Fact]
    public void Gaps_in_the_guidance_are_named_on_both_sides()
    {
        var document = Compose(First, null).Document;
        var gaps = GuidanceGaps.Of(document, """{ "situations": [{ "id": "lending", "clauses": ["devices.never-lend-anybody", "devices.old"], "verdict": "no", "next": "none", "says": "No." }] }""");

        Assert.Equal(["devices.lock-screen-when-leave", "accounts.tell-office-24-hours"], gaps.Unasked.Select(clause => clause.Id));
        Assert.Equal([("lending", "devices.old")], gaps.Astray);
        Assert.Equal(3, GuidanceGaps.Of(document, null).Unasked.Length);
    }

    [Fact]
    public void A_short_answer_waits_once_one_of_its_clauses_is_reworded_and_only_then()
    {
        const string Situations = """{ "situations": [{ "id": "locking", "clauses": ["devices.lock-screen-when-leave"] }, { "id": "telling", "clauses": ["accounts.tell-office-24-hours"] }] }""";
        var first = Compose(First, null);
        var reviewed = Reviews.Of(null).Write([
            ("locking", [first.Document.Clause("devices.lock-screen-when-leave")!], true), ("telling", [first.Document.Clause("accounts.tell-office-24-hours")!], true)]);

        Assert.Equal(["locking", "telling"], GuidanceGaps.Of(first.Document, Situations).Waiting);
        Assert.Empty(GuidanceGaps.Of(first.Document, Situations, reviewed).Waiting);
        Assert.Empty(GuidanceGaps.Of(Compose(First.Replace("when you leave", "when\nyou leave", StringComparison.Ordinal), first.Json).Document, Situations, reviewed).Waiting);
        Assert.Equal(["locking"], GuidanceGaps.Of(Compose(First.Replace("lent you", "given you", StringComparison.Ordinal), first.Json).Document, Situations, reviewed).Waiting);
    }

    private static (int Unchanged, int Added, int Reworded, int Removed) Counts(ComposedPolicy policy) =>
        (policy.Changes.Unchanged, policy.Changes.Added.Length, policy.Changes.Reworded.Length, policy.Changes.Removed.Length);

    private static ComposedPolicy Compose(string text, string? earlier) =>
        NewPolicy.Read("a.md", Encoding.UTF8.GetBytes(text), "Acceptable Use").Compose("Trust", earlier);
}
