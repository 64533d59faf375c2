using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Somebody asks about the policy.</summary>
public sealed class AskingTests(School school) : IClassFixture<School>
{
    private const string Followed = "Staff are not permitted to follow or engage with current or prior students of their Academy on any personal social media network account.";

    [Fact]
    public async Task The_same_question_asked_twenty_times_has_the_same_answer_to_the_last_byte()
    {
        var priya = school.Teacher();
        var answers = new HashSet<string>(StringComparer.Ordinal);
        for (var time = 0; time < 20; time++)
        {
            await priya.SaysAsync("one of last yrs leavers has added me on insta, ok to accept?");
            answers.Add(priya.Card.Json.GetRawText());
        }

        Assert.Single(answers);
    }

    [Fact]
    public async Task The_answer_is_the_clause_word_for_word_with_its_section_title_and_status_and_what_to_do_next()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("Can I follow a former pupil on Instagram?");
        priya.Sees(
            $"“{Followed}”", "Personal use › Students", "Social Media policy, issue 001: DRAFT, not yet approved",
            "Read the section", "Report something", "Get a second opinion", "Ask a person");
    }

    [Fact]
    public async Task Read_the_section_shows_all_of_it_under_its_name()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("Can I follow a former pupil on Instagram?");
        await priya.PressesAsync("Read the section");
        priya.Sees("Personal use › Students", "DRAFT, not yet approved", Followed, "Students are encouraged to comment or post appropriately about their Academy.");
    }

    [Fact]
    public async Task What_the_policy_does_not_cover_is_said_plainly_with_a_person_to_ask()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("How many days of annual leave do I get?");
        priya.Sees("The policy does not settle this", "Ask a person").DoesNotSee("“");
        await priya.PressesAsync("Ask a person");
        priya.Sees("Ask the Trust's Social Media Manager: **Sam Keane**.", "Your line manager can help too", "**999**");
    }

    [Fact]
    public async Task A_second_opinion_begins_with_the_clause_that_asks_for_one()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("help");
        await priya.PressesAsync("Get a second opinion");
        priya.Sees("Think before responding to comments and, when in doubt, get a second opinion.", "What do you want to post?");
    }

    [Fact]
    public async Task A_question_in_a_channel_is_answered_in_its_thread()
    {
        var priya = school.Teacher().In(school.North.NewThread());
        await priya.SaysAsync("Can I follow a former pupil on Instagram?");
        priya.Sees(Followed);
    }

    [Fact]
    public async Task When_it_sounds_like_danger_help_comes_first()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("A pupil has posted that she is going to kill herself tonight, what do I do?");
        priya.Sees("Ring 999 now", "Dina Shaw", "01632 960 111").DoesNotSee("“");
    }

    [Fact]
    public async Task A_question_about_a_complaint_with_a_time_in_it_is_worked_out()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("A complaint came in on our page on Saturday at six, when must we answer?");
        priya.Sees("Reply by the end of Monday 23 November", "Saturday 21 November 2026 at 18:00", "must be responded to within 24 hours");
    }

    [Fact]
    public async Task Somebody_who_wants_to_report_gets_the_form_and_no_clause()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("I want to report something");
        priya.Sees("Before you start: is anyone in danger?");
    }

    [Fact]
    public async Task Nothing_that_anybody_types_appears_in_the_log()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("Can I follow Zanzibarella on Instagram?");
        await priya.ReportsAsync("Quixotanium was posted about the head", account: "Fjordlingham");
        Assert.NotEmpty(school.Log.Lines);
        foreach (var canary in (string[])["Zanzibarella", "Quixotanium", "Fjordlingham", priya.Member.Name])
            Assert.DoesNotContain(school.Log.Lines, line => line.Contains(canary, StringComparison.Ordinal));
    }
}
