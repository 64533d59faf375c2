using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A report that somebody did not finish: kept over a restart, taken up again, begun again or thrown away.</summary>
public sealed class UnfinishedReportTests(School school) : IClassFixture<School>
{
    [Fact]
    public async Task After_a_restart_the_card_in_the_chat_still_works()
    {
        var priya = await HalfwayAsync();
        await school.RestartAsync();
        await priya.Chooses("Which platform?", "TikTok").PressesAsync("Next");
        priya.Sees("Who?");
        await priya.Chooses("Who is affected?", "Somebody else").PressesAsync("Next");
        priya.Sees("Half of it");
        await priya.PressesAsync("Submit");
        await school.North.ShowsAsync($"{priya.Reference}: new report", "Half of it");
    }

    [Fact]
    public async Task After_a_restart_report_offers_to_carry_on()
    {
        var priya = await HalfwayAsync();
        await school.RestartAsync();
        await school.LaterAsync(TimeSpan.FromHours(2));
        await priya.SaysAsync("report");
        priya.Sees("You have a report that is not sent yet", "You started it on Monday 23 November 2026 at", "Carry on", "Start again");
        await priya.PressesAsync("Carry on");
        priya.Sees("Where and when?");
        await priya.PressesAsync("Back");
        Assert.Equal("Half of it", priya.Card.Standing("What happened"));
    }

    [Fact]
    public async Task Start_again_begins_empty_and_takes_the_old_form_away()
    {
        var priya = await HalfwayAsync();
        var oldPress = await priya.PressingAsync("Next");
        await priya.SaysAsync("report");
        await priya.PressesAsync("Start again");
        priya.Sees("Before you start");
        await priya.GetsAsync("Thrown away");
        await priya.PressesAsync("No, nobody is in danger");
        Assert.Equal("", priya.Card.Standing("What happened"));

        var before = school.Remembered();
        await priya.SendsAsync(oldPress);
        priya.Sees("This report is not here any more");
        Assert.Equal(before, school.Remembered());
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("Never mind.")]
    public async Task Cancel_typed_throws_it_away(string words)
    {
        var priya = await HalfwayAsync();
        await priya.SaysAsync(words);
        priya.Sees("Thrown away", "Nothing was sent", "safeguarding lead");
        await priya.SaysAsync("report");
        priya.Sees("Before you start");
    }

    [Fact]
    public async Task Cancel_pressed_throws_it_away_in_place()
    {
        var priya = await HalfwayAsync("A story that is thrown away");
        await priya.PressesAsync("Cancel");
        priya.Sees("Thrown away");
        Assert.Equal(0, school.North.PostsAbout("A story that is thrown away"));
    }

    [Fact]
    public async Task Throw_it_away_on_the_resume_card_does_so()
    {
        var priya = await HalfwayAsync();
        await priya.SaysAsync("report");
        await priya.PressesAsync("Throw it away");
        priya.Sees("Thrown away");
    }

    [Fact]
    public async Task A_question_in_between_leaves_the_report_as_it_is()
    {
        var priya = await HalfwayAsync();
        await priya.SaysAsync("Can I follow a former pupil on Instagram?");
        priya.Sees("“");
        await priya.SaysAsync("report");
        await priya.PressesAsync("Carry on");
        priya.Sees("Where and when?");
    }

    [Fact]
    public async Task A_second_press_on_submit_finds_the_case_and_opens_no_other()
    {
        var priya = school.Teacher();
        await priya.ReachesReviewAsync("Pressed twice");
        var again = await priya.PressingAsync("Submit");
        await priya.PressesAsync("Submit");
        var reference = priya.Reference;
        var before = school.Remembered();
        again["id"] = Sent.NewId();
        await priya.SendsAsync(again);
        priya.Sees("Your report is saved", reference);
        Assert.Equal(before, school.Remembered());
    }

    private async Task<Participant> HalfwayAsync(string story = "Half of it")
    {
        var priya = school.Teacher();
        await priya.SaysAsync("report");
        await priya.PressesAsync("No, nobody is in danger");
        await priya.Fills("What happened", story).PressesAsync("Next");
        return priya;
    }
}
