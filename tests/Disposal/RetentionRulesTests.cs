using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Disposal;
using PolicyBot.Cases.Incidents;
using PolicyBot.Tests.Cards;

namespace PolicyBot.Tests.Disposal;

/// <summary>How long each kind of thing is kept.</summary>
public sealed class RetentionRulesTests
{
    private static readonly Retention Usual = new();

    [Theory]
    [InlineData(Route.Other, "no_action", "", 365)]
    [InlineData(Route.Other, "advice", "", 365)]
    [InlineData(Route.Other, "no_action", "police", 2192)]
    [InlineData(Route.StaffTarget, "behaviour_policy", "", 2192)]
    [InlineData(Route.Crime, "disciplinary", "", 2192)]
    [InlineData(Route.ParentComment, "no_action", "", 2192)]
    [InlineData(Route.DataBreach, "no_action", "", 2192)]
    [InlineData(Route.Danger, "no_action", "", 30)]
    [InlineData(Route.ChildAtRisk, "referred", "police", 30)]
    [InlineData(Route.IndecentImage, "no_action", "", 30)]
    [InlineData(Route.AdultContactingChild, "no_action", "", 30)]
    [InlineData(Route.AllegationStaff, "disciplinary", "hr", 30)]
    [InlineData(Route.AllegationHead, "no_action", "", 30)]
    public void A_closed_incident_is_kept_by_what_it_was_and_how_it_ended(Route route, string result, string referral, int days)
    {
        var closed = Sample.Closed with
        {
            Report = Sample.Closed.Report with { Suggested = route },
            Outcome = Sample.Closed.Outcome! with { Result = result, Referrals = referral.Length == 0 ? [] : [referral] },
        };
        var keeping = RetentionRules.Of(closed, Usual)!;
        Assert.Equal((route.ToString(), days), (keeping.Class, (int)(keeping.Until - closed.Outcome.At).TotalDays));
    }

    [Fact]
    public void What_is_open_is_kept() => Assert.All((Incident[])[Sample.Reported, Sample.Acknowledged], incident => Assert.Null(RetentionRules.Of(incident, Usual)));

    [Fact]
    public void A_question_goes_when_it_was_answered_or_taken_back_and_not_before()
    {
        var asked = Sample.Ask("May I?", Sample.Covered);
        Assert.Null(RetentionRules.Of(asked, Sample.Now, Usual));
        Assert.Equal(Sample.Now.AddDays(30), RetentionRules.Of(Sample.TakeBack(asked), Sample.Now, Usual)!.Until);
        Assert.Equal(Sample.Now.AddHours(2).AddYears(1), RetentionRules.Of(Sample.Answer(asked, "No."), Sample.Now, Usual)!.Until);
    }

    [Fact]
    public void A_chat_loses_what_is_too_old_and_nothing_else()
    {
        var old = new AskedQuestion("old", Sample.Now.AddDays(-31));
        var fresh = new AskedQuestion("fresh", Sample.Now.AddDays(-29));
        var state = new ConversationState { Greeted = true, Draft = Sample.Draft with { StartedAt = Sample.Now.AddDays(-31) }, Asked = [old, fresh] };
        var cleared = RetentionRules.Cleared(state, Usual, Sample.Now);
        Assert.True(cleared is { Greeted: true, Draft: null });
        Assert.Equal([fresh], cleared.Asked);
        Assert.Same(cleared, RetentionRules.Cleared(cleared, Usual, Sample.Now));
    }
}
