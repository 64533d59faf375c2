using PolicyBot.Cases;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;

namespace PolicyBot.Tests.Opinions;

/// <summary>Whose time runs, and from when: a wording that somebody has not read yet gives them as long as the first did, and what is over is over.</summary>
public sealed class OpinionTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonRef Ann = new("ann", "Ann");
    private static readonly PersonRef Sam = new("sam", "Sam");
    private static readonly PersonRef Sue = new("sue", "Sue");

    [Fact]
    public void After_other_words_the_others_have_as_long_as_at_first()
    {
        var reminded = Asked(null) with { RemindedAt = Now.AddHours(2) };
        var after = After(ReaderRules.AgreeWith(reminded, Sam, reminded.Seal, "Other words", [], null, Now.AddHours(3)));
        Assert.Equal((OpinionStatus.Asked, Now.AddHours(3), null), (after.Status, after.WaitingSince, after.RemindedAt));
    }

    [Fact]
    public void One_of_two_who_agrees_gives_the_other_no_more_time()
    {
        var reminded = Asked(null) with { RemindedAt = Now.AddHours(2) };
        var after = After(ReaderRules.Agree(reminded, Sam, reminded.Seal, Now.AddHours(3)));
        Assert.Equal((Now, Now.AddHours(2)), (after.WaitingSince, after.RemindedAt));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void At_the_time_that_it_should_have_gone_out_nobody_decides_any_more(int seconds, bool may)
    {
        var planned = Asked(Now.AddHours(1));
        var at = Now.AddHours(1).AddSeconds(seconds);
        foreach (var ruling in (Ruling<SecondOpinion>[])
            [
                ReaderRules.Agree(planned, Sam, planned.Seal, at), ReaderRules.AgreeWith(planned, Sam, planned.Seal, "Other words", [], null, at),
                ReaderRules.AskForChange(planned, Sam, planned.Seal, "Shorter", null, at), ReaderRules.HandOn(planned, Sam, new PersonRef("pia", "Pia"), at),
            ])
        {
            Assert.Equal(may, ruling is Ruling<SecondOpinion>.Allowed);
            if (ruling is Ruling<SecondOpinion>.Refused refused)
                Assert.Equal("Its time is over. Nothing was decided.", refused.Sentence);
        }
    }

    private static SecondOpinion Asked(DateTimeOffset? goesOut) => After(OpinionRules.Ask(
        new CaseReference(CaseReference.Opinion, 2026, 1), new WantedPost(WrittenAs.Post, "x", WrittenFor.Trust, null, "public", "Words") { PlannedAt = goesOut },
        [], [Sam, Sue], true, Ann, "north", "draft", Now));

    private static SecondOpinion After(Ruling<SecondOpinion> ruling) => ((Ruling<SecondOpinion>.Allowed)ruling).After;
}
