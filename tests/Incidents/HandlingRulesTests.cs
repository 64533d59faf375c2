using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using Outcome = PolicyBot.Cases.Incidents.Outcome;
using Sample = PolicyBot.Tests.Cards.Sample;

namespace PolicyBot.Tests.Incidents;

/// <summary>Each step of those who handle an incident: when it may be taken, and what it leaves.</summary>
public sealed class HandlingRulesTests
{
    private static readonly PersonRef Ann = new("id-ann", "Ann Lee");
    private static readonly PersonRef Bob = new("id-bob", "Bob Ray");
    private static readonly Incident Open = Sample.Acknowledged;
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Whoever_acknowledges_it_has_it_until_somebody_takes_it_over()
    {
        Assert.Equal(Ann, Open.Owner);
        var taken = After(OwnershipRules.TakeOver(Open, Bob, Sample.Now));
        Assert.Equal((Bob, Ann), (taken.Owner, taken.Handling.HandOvers[0].From));
        Assert.Equal("Bob Ray has it already.", Refusal(OwnershipRules.HandOn(taken, Bob, Ann, Sample.Now)));
    }

    [Fact]
    public void Nothing_is_done_about_a_case_that_nobody_has_or_that_is_closed()
    {
        foreach (var incident in (Incident[])[Sample.Reported, Sample.Closed])
        {
            Refusal(OwnershipRules.TakeOver(incident, Bob, Sample.Now));
            Refusal(AssessmentRules.Assess(incident, new Assessment("offensive", "low", "A teacher", Ann, Sample.Now)));
            Refusal(InvolvementRules.Involve(incident, [Bob], "Words", Sample.Trust.Academies[0], Ann, Sample.Now));
            Refusal(ReferralRules.Refer(incident, new ExternalReferral("police", Today, null, null, Ann, Sample.Now)));
            Refusal(ReporterQuestionRules.Ask(incident, "When?", Ann, Sample.Now));
            Refusal(NoteRules.Add(incident, new CaseNote("A note", Ann, Sample.Now)));
        }
    }

    [Fact]
    public void Nobody_whom_it_is_about_is_involved()
    {
        var tom = new PersonRef("ID-TOM", "Tom_Hill");
        Assert.Contains("must not be told", Refusal(InvolvementRules.Involve(Open, [Bob, tom], "Words", Sample.Trust.Academies[0], Ann, Sample.Now)), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_was_involved_and_is_named_later_can_no_longer_write_back()
    {
        var involved = After(InvolvementRules.Involve(Open, [Bob], "Words", Sample.Trust.Academies[0], Ann, Sample.Now));
        Assert.NotNull(InvolvementRules.Find(involved, 1, Sample.Trust.Academies[0], "id-bob"));
        Assert.Null(InvolvementRules.Find(involved with { Report = involved.Report with { About = [Bob] } }, 1, Sample.Trust.Academies[0], "id-bob"));
    }

    [Fact]
    public void The_same_reply_twice_is_one()
    {
        var involved = After(InvolvementRules.Involve(Open, [Bob], "Words", Sample.Trust.Academies[0], Ann, Sample.Now));
        var replied = After(InvolvementRules.Reply(involved, involved.Handling.Involved[0], "Done", Sample.Now));
        Assert.Equal("This was sent already.", Refusal(InvolvementRules.Reply(replied, replied.Handling.Involved[0], "Done", Sample.Now)));
    }

    [Fact]
    public void The_first_referral_to_the_LADO_counts_as_when_they_were_told()
    {
        var first = After(ReferralRules.Refer(Open, new ExternalReferral("lado", Today, "L1", null, Ann, Sample.Now)));
        var second = After(ReferralRules.Refer(first, new ExternalReferral("lado", Today, "L2", null, Ann, Sample.Now.AddDays(1))));
        Assert.Equal(Sample.Now, second.LadoTold);
        Assert.Equal(2, second.Handling.Referrals.Length);
    }

    [Fact]
    public void A_question_is_answered_once()
    {
        var asked = After(ReporterQuestionRules.Ask(Open, "When?", Ann, Sample.Now));
        var answered = After(ReporterQuestionRules.Answer(asked, asked.Handling.Questions[0], "Monday", Sample.Now));
        Assert.Equal("You answered this already.", Refusal(ReporterQuestionRules.Answer(answered, answered.Handling.Questions[0], "Tuesday", Sample.Now)));
    }

    [Fact]
    public void The_steps_with_a_parent_come_in_the_policys_order()
    {
        var comment = Open with { Report = Open.Report with { Suggested = Route.ParentComment } };
        foreach (var (step, _) in HandlingChoices.CommentSteps)
        {
            Assert.Equal(step, CommentRules.Next(comment));
            comment = After(CommentRules.Take(comment, new CommentStep(step, Today, null, Ann, Sample.Now)));
        }
        Assert.Null(CommentRules.Next(comment));
        Assert.Null(CommentRules.Next(Open));
    }

    [Fact]
    public void Not_telling_the_ICO_needs_a_reason_and_a_breach()
    {
        var breach = Open with { Report = Open.Report with { Suggested = Route.DataBreach } };
        Assert.Contains("the law wants it", Refusal(BreachRules.Decide(breach, new BreachDecision(BreachDecision.NotReported, null, Ann, Sample.Now))), StringComparison.Ordinal);
        Assert.Equal(BreachDecision.Reported, After(BreachRules.Decide(breach, new BreachDecision(BreachDecision.Reported, null, Ann, Sample.Now))).Breach!.Result);
        Refusal(BreachRules.Decide(Open, new BreachDecision(BreachDecision.Reported, null, Ann, Sample.Now)));
    }

    [Fact]
    public void Opening_it_again_keeps_how_it_ended_before()
    {
        var again = After(ReopenRules.Reopen(Sample.Closed, new Reopening("More is known.", Bob, Sample.Now)));
        Assert.Equal((IncidentStatus.Acknowledged, null, Bob), (again.Status, again.Outcome, again.Owner));
        Assert.Equal([Sample.Closed.Outcome!], again.Handling.EarlierOutcomes);
        Refusal(ReopenRules.Reopen(again, new Reopening("And again.", Bob, Sample.Now)));
    }

    [Fact]
    public void A_case_that_was_referred_is_not_closed_as_referred_to_nobody()
    {
        var referred = After(ReferralRules.Refer(Open, new ExternalReferral("police", Today, null, null, Ann, Sample.Now)));
        Assert.Contains("not Nobody", Refusal(IncidentRules.Close(referred, new Outcome("advice", "Why", [], "Because", Ann, Sample.Now))), StringComparison.Ordinal);
    }

    private static Incident After(Ruling<Incident> ruling) => Assert.IsType<Ruling<Incident>.Allowed>(ruling).After;

    private static string Refusal(Ruling<Incident> ruling) => Assert.IsType<Ruling<Incident>.Refused>(ruling).Sentence;
}
