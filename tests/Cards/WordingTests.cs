using System.Text.Json;
using PolicyBot.Cards;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Policy;

namespace PolicyBot.Tests.Cards;

/// <summary>The sentences that matter most to somebody in a hurry, and the ones that must not be said.</summary>
public sealed class WordingTests
{
    [Fact]
    public void Danger_means_999_first_then_the_safeguarding_lead_with_a_phone()
    {
        var texts = Texts(ReportCards.Card(Sample.Draft with { Step = ReportStep.Help, Risk = Risk.DangerNow }, ReportProblems.None, Sample.Trust, null, Sample.Now));
        Assert.Equal("Ring 999 now", texts[0]);
        Assert.Equal("**North Academy**: Jane Smith, ring **01384 816001**", texts[2]);
        Assert.Contains(texts, text => text.StartsWith("Do not investigate", StringComparison.Ordinal));
    }

    [Fact]
    public void An_urgent_question_gets_help_before_anything_else()
    {
        var texts = Texts(AnswerCards.For(new Answer.Urgent(UrgentKind.Danger), Sample.Trust, null));
        Assert.Equal("In danger? Ring 999 now", texts[0]);
        Assert.Contains("**South Academy**: Omar Khan, ring **01384 816002**", texts);
    }

    [Fact]
    public void People_learn_who_reads_their_report_before_they_write_a_word()
    {
        var message = ReportCards.Card(new ReportDraft("d", Sample.Now, ReportStep.Danger), ReportProblems.None, Sample.Trust, "north", Sample.Now);
        Assert.Empty(Json(message).Inputs());
        Assert.Contains("It goes to the senior leadership team (SLT) of North Academy: Ann Lee, Bob Ray.", Texts(message));
        Assert.Contains(Texts(message), text => text.Contains("I cannot make a report anonymous", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clause_is_quoted_word_for_word_with_its_section_and_standing()
    {
        var clause = Sample.Policy.Clause("dos.second-opinion")!;
        var texts = Texts(AnswerCards.For(new Answer.Found([new Citation(Sample.Policy, clause)], Verdict.None, NextStep.None), Sample.Trust, null));
        Assert.Contains("“Think before responding to comments and, when in doubt, get a second opinion.”", texts);
        Assert.Contains("Managing Trust/Academy social media accounts › The Do's. Social Media policy, issue 001: DRAFT, not yet approved", texts);
    }

    [Fact]
    public void Whom_to_ask_is_named_with_a_chat_to_open()
    {
        var message = AskPersonCards.Ask(Sample.Trust);
        Assert.Contains("Ask the Trust's Social Media Manager: **Rita Moss**.", Texts(message));
        Assert.Contains("https://teams.microsoft.com/l/chat/0/0?users=rita%40trust.example", Json(message).OfType("Action.OpenUrl").Select(action => action.Text("url")));
    }

    [Fact]
    public void A_short_answer_is_given_only_when_the_policy_has_one()
    {
        Assert.Equal("In short: no", Heading(Verdict.No));
        Assert.Equal("In short: yes", Heading(Verdict.Yes));
        Assert.Equal("It depends: read the condition", Heading(Verdict.Conditional));
        Assert.Equal("This is what the policy says:", Heading(Verdict.None));

        static string Heading(Verdict verdict) =>
            Texts(AnswerCards.For(new Answer.Found([new Citation(Sample.Policy, Sample.Policy.Clauses[0])], verdict, NextStep.None), Sample.Trust, null))[0];
    }

    [Fact]
    public void A_policy_with_one_other_word_is_another_edition() =>
        Assert.NotEqual(Edition.Of(Sample.Policy), Edition.Of(Sample.Policy with { FullText = Sample.Policy.FullText.Replace("24 hours", "48 hours", StringComparison.Ordinal) }));

    [Fact]
    public void The_same_policy_from_a_file_with_other_line_ends_is_the_same_edition() =>
        Assert.Equal(Edition.Of(Sample.Policy), Edition.Of(Sample.Policy with { FullText = Sample.Policy.FullText.ReplaceLineEndings("\r\n") }));

    [Theory]
    [InlineData(IncidentStatus.Reported)]
    [InlineData(IncidentStatus.Acknowledged)]
    [InlineData(IncidentStatus.Closed)]
    public void In_the_channel_a_safeguarding_report_gives_nothing_away(IncidentStatus status)
    {
        var incident = status switch { IncidentStatus.Reported => Sample.Reported, IncidentStatus.Acknowledged => Sample.Acknowledged, _ => Sample.ClosedWithNobody };
        foreach (var risk in (Risk[])[Risk.DangerNow, Risk.ChildAtRisk, Risk.Unsure])
        {
            var json = CardJson.Write(SltCards.Notice(Sample.Safeguarding(incident, risk), Sample.Trust, "post-1").Card!);
            foreach (var secret in (string[])["sacked", "facebook", "Facebook", "unofficial", "Year 8", "Tom", "staff", "joke", "Nobody else needs to know"])
                Assert.DoesNotContain(secret, json, StringComparison.Ordinal);
            Assert.Contains("INC-2026-0042", json, StringComparison.Ordinal);
            Assert.Contains("North Academy", json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Slt_sees_the_report_and_who_took_it_and_how_it_ended()
    {
        var texts = string.Join('\n', Json(SltCards.Card(Sample.Closed, Sample.Trust, "post-1")).Markdown());
        foreach (var words in (string[])["should be sacked", "Tom\\_Hill", "Facebook", "A member of staff, The academy or the Trust", "Sunday 21 June 2026 at 09:00",
            "Ann Lee, Sunday 22 November 2026 at 11:32", "Content removed or hidden", "The platform, HR", "The page owner took it down"])
            Assert.Contains(words, texts, StringComparison.Ordinal);
    }

    [Fact]
    public void Slt_gets_the_button_that_fits_first()
    {
        Assert.Equal(["Acknowledge"], Presses(Sample.Reported, "INC-2026-0042/slt"));
        Assert.Equal(["Record outcome", "More"], Presses(Sample.Acknowledged, "INC-2026-0042/slt"));
        Assert.Equal(["Open it again"], Presses(Sample.Closed, "INC-2026-0042/slt"));
        // In their own chat they can read what happened, too.
        Assert.Equal(["Open it again", "Timeline"], Presses(Sample.Closed, "INC-2026-0042/handler/id-ann"));

        static string[] Presses(Incident incident, string card) =>
            [.. Json(SltCards.Card(incident, Sample.Trust, card)).Buttons().Where(button => button.Type() == "Action.Execute").Select(button => button.Text("title")!)];
    }

    [Fact]
    public void A_press_in_the_channel_says_which_case_and_which_post()
    {
        var data = Json(SltCards.Card(Sample.Acknowledged, Sample.Trust, "post-1")).Buttons().First().GetProperty("data");
        Assert.Equal("""{"verb":"incident.outcome","ref":"INC-2026-0042","delivery":"post-1"}""", data.GetRawText());
    }

    [Fact]
    public void The_safeguarding_lead_gets_all_of_it()
    {
        var texts = string.Join('\n', Texts(SltCards.Card(Sample.Safeguarding(Sample.Reported), Sample.Trust, "r-1")));
        Assert.Contains("should be sacked", texts, StringComparison.Ordinal);
    }

    [Fact]
    public void The_safeguarding_lead_learns_of_an_allegation_only_that_a_child_may_be_affected()
    {
        var allegation = Sample.Reported with { Report = Sample.Reported.Report with { Suggested = Route.AllegationStaff } };
        var json = CardJson.Write(ReferralCards.For(allegation, Sample.Trust, "r-1").Card!);
        foreach (var secret in (string[])["sacked", "Facebook", "Tom", "joke"])
            Assert.DoesNotContain(secret, json, StringComparison.Ordinal);
        Assert.Contains("a child may be affected", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reporter_learns_that_it_is_finished_and_nothing_of_the_outcome()
    {
        foreach (var message in (Message[])[ReporterCards.Closed(Sample.Closed, Sample.Trust, "n"), ConfirmationCards.For(Sample.Closed, Sample.Trust)])
        {
            var json = CardJson.Write(message.Card!);
            foreach (var secret in (string[])["removed", "page owner", "platform", "HR", "sacked", "Year 8"])
                Assert.DoesNotContain(secret, json, StringComparison.Ordinal);
            Assert.Contains("The details cannot be shared.", json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_problem_stands_directly_under_its_field_and_the_rest_is_kept()
    {
        var problems = ReportProblems.None.With(Fields.Date, "Please choose a date that is not in the future.");
        var body = Json(ReportCards.Card(Sample.Draft with { Step = ReportStep.Where }, problems, Sample.Trust, null, Sample.Now)).GetProperty("body").EnumerateArray().ToArray();
        var field = Array.FindIndex(body, element => element.Text("id") == Fields.Date);
        Assert.Equal("attention", body[field + 1].Text("style"));
        Assert.Equal(["Please choose a date that is not in the future."], body[field + 1].Markdown());
        Assert.Equal(["north", "facebook", Sample.Draft.Account, Sample.Draft.Link, "2026-11-21", "09:00"], body.SelectMany(element => element.Inputs()).Select(input => input.Text("value")));
    }

    [Fact]
    public void A_problem_with_a_field_on_another_card_is_still_said()
    {
        var problems = ReportProblems.None.With(Fields.What, "Please say what happened.");
        Assert.Contains("Please say what happened.", Texts(ReportCards.Card(Sample.Draft with { Step = ReportStep.Review }, problems, Sample.Trust, null, Sample.Now)));
    }

    [Fact]
    public void The_review_shows_what_was_typed_and_who_will_see_it()
    {
        var texts = string.Join('\n', Json(ReportCards.Card(Sample.Draft with { Step = ReportStep.Review }, ReportProblems.None, Sample.Trust, null, Sample.Now)).Markdown());
        foreach (var words in (string[])["should be sacked", "It has 40 comments & counting.", "North Parents \\(unofficial\\)", "Saturday 21 November 2026 at 09:00",
            "Tom\\_Hill, one person you chose", "Who will see it: the senior leadership team (SLT) of North Academy: Ann Lee, Bob Ray."])
            Assert.Contains(words, texts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportStep.What, "Step 1 of 4")]
    [InlineData(ReportStep.Where, "Step 2 of 4")]
    [InlineData(ReportStep.Who, "Step 3 of 4")]
    [InlineData(ReportStep.Review, "Step 4 of 4")]
    public void Each_step_says_where_one_is_and_has_back_and_cancel(ReportStep step, string place)
    {
        var message = ReportCards.Card(Sample.Draft with { Step = step }, ReportProblems.None, Sample.Trust, null, Sample.Now);
        Assert.Equal(place, Texts(message)[0]);
        Assert.Equal(["Back", "Cancel"], Json(message).Buttons().Select(button => button.Text("title")!).TakeLast(2));
    }

    [Fact]
    public void My_reports_are_newest_first_and_say_how_many_more_there_are()
    {
        var texts = Texts(MyReportsCards.List([.. Enumerable.Range(1, 12).Select(number => Sample.Open(Sample.Reported.Report, number))], [], Sample.Trust));
        Assert.Equal("INC-2026-0012", texts[1]);
        Assert.Equal("And 2 older ones.", texts[^1]);
    }

    [Fact]
    public void A_pupil_gets_somebody_to_talk_to_and_no_buttons()
    {
        var message = OutsiderCards.Pupil();
        Assert.Empty(Json(message).Buttons());
        var texts = string.Join('\n', Texts(message));
        Assert.Contains("0800 1111", texts, StringComparison.Ordinal);
        Assert.Contains("999", texts, StringComparison.Ordinal);
    }

    private static JsonElement Json(Message message) => JsonElement.Parse(CardJson.Write(message.Card!));

    private static string[] Texts(Message message) => [.. Json(message).OfType("TextBlock").Select(block => block.Text("text")!)];
}
