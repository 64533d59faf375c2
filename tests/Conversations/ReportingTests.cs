using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A member of staff walks through a report and sends it.</summary>
public sealed class ReportingTests(School school) : IClassFixture<School>
{
    [Fact]
    public async Task From_the_first_word_to_the_reference()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("I want to report something");
        priya.Sees("is anyone in danger?", "ring **999** first", "Martin Hughes, Grace Okafor", "I cannot make a report anonymous");
        await priya.PressesAsync("No, nobody is in danger");
        priya.Sees("Step 1 of 4", "What happened?");
        await priya.Fills("What happened", "A parent wrote that Mr Ash is useless").PressesAsync("Next");
        priya.Sees("Step 2 of 4", "Where and when?");
        await priya.Chooses("Which platform?", "Facebook").Fills("Account or page (if you know it)", "North parents")
            .Fills("Link to it (if you have one)", "https://facebook.example/posts/7").Fills("At what time (if you know it)?", "08:15").PressesAsync("Next");
        priya.Sees("Step 3 of 4", "Who?");
        await priya.Chooses("Who is affected?", "A member of staff", "The academy or the Trust").Fills("Anybody else it is about (if you know)", "a parent").PressesAsync("Next");
        priya.Sees(
            "Step 4 of 4", "Check your report", "Nothing is sent until you press Submit.", "A parent wrote that Mr Ash is useless", "North Academy", "Facebook", "North parents",
            "https://facebook.example/posts/7", "Monday 23 November 2026 at 08:15", "A member of staff, The academy or the Trust", "a parent", "Who will see it");

        await priya.PressesAsync("Submit");
        priya.Sees("Your report is saved", priya.Reference, "What happens next", "It has been passed on", "Acknowledged Not yet");
        Assert.StartsWith("INC-2026-", priya.Reference, StringComparison.Ordinal);

        await school.North.ShowsAsync($"{priya.Reference}: new report", "A parent wrote that Mr Ash is useless", priya.Member.Name, "Acknowledge", "Open the link");
        Assert.Equal(1, school.North.PostsAbout(priya.Reference));
        Assert.Equal(0, school.South.PostsAbout(priya.Reference));
    }

    [Fact]
    public async Task The_confirmation_stands_on_the_message_that_was_the_form()
    {
        var priya = school.Teacher();
        var reference = await priya.ReportsAsync("A rude comment");
        await priya.GetsAsync("Your report is saved", reference);
        Assert.Equal(1, priya.MessagesSaying(reference));
        Assert.Equal(0, priya.MessagesSaying("Before you start"));
    }

    [Fact]
    public async Task A_report_about_another_academy_goes_to_that_academy_alone()
    {
        var priya = school.Teacher();
        var reference = await priya.ReportsAsync("A rude comment about South", academy: "South Academy");
        await school.South.ShowsAsync($"{reference}: new report");
        Assert.Equal(0, school.North.PostsAbout(reference));
    }

    [Fact]
    public async Task Danger_brings_999_and_the_safeguarding_lead_before_any_form()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("report");
        await priya.PressesAsync("Someone is in danger now");
        priya.Sees("Ring 999 now", "Dina Shaw", "01632 960 111", "Do not investigate", "Stop here sends nothing.").DoesNotSee("What happened");
        await priya.PressesAsync("Continue");
        priya.Sees("What happened?");
    }

    [Fact]
    public async Task Back_keeps_what_was_typed_on_every_card()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("report");
        await priya.PressesAsync("A child may be at risk");
        await priya.PressesAsync("Continue");
        await priya.Fills("What happened", "First words").PressesAsync("Next");
        await priya.Chooses("Which platform?", "TikTok").Fills("Account or page (if you know it)", "@half").PressesAsync("Back");
        Assert.Equal("First words", priya.Card.Standing("What happened"));
        await priya.Fills("What happened", "Better words").PressesAsync("Back");
        priya.Sees("In danger? Ring 999 now");
        await priya.PressesAsync("Continue");
        Assert.Equal("Better words", priya.Card.Standing("What happened"));
        await priya.PressesAsync("Next");
        Assert.Equal(("tiktok", "@half"), (priya.Card.Standing("Which platform?"), priya.Card.Standing("Account or page (if you know it)")));
    }

    [Fact]
    public async Task A_change_from_the_review_keeps_everything_else()
    {
        var priya = school.Teacher();
        await priya.ReachesReviewAsync("Said in haste", account: "North parents");
        await priya.PressesAsync("Change what happened");
        await priya.Fills("What happened", "Said with care").PressesAsync("Next");
        priya.Sees("Check your report", "Said with care", "North parents", "A member of staff");
    }

    [Fact]
    public async Task An_old_client_walks_the_same_way()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("report");
        await priya.SubmitsAsync("No, nobody is in danger");
        await priya.Fills("What happened", "From an old phone").SubmitsAsync("Next");
        await priya.Chooses("Which platform?", "Instagram").SubmitsAsync("Next");
        await priya.Chooses("Who is affected?", "Somebody else").SubmitsAsync("Next");
        priya.Sees("Check your report", "From an old phone");
        await priya.SubmitsAsync("Submit");
        priya.Sees("Your report is saved");
        await school.North.ShowsAsync($"{priya.Reference}: new report", "From an old phone");
    }

    [Fact]
    public async Task In_a_channel_nobody_is_asked_to_report_before_others()
    {
        var priya = school.Teacher().In(school.North.NewThread());
        await priya.SaysAsync("report");
        priya.Sees("Let's do that in private", "**999**").DoesNotSee("Before you start");
        await priya.SaysAsync("my reports");
        priya.Sees("Let's do that in private");
    }

    [Fact]
    public async Task My_reports_lists_ones_own_newest_first_and_nobody_elses()
    {
        var priya = school.Teacher();
        var tom = school.Teacher();
        await priya.SaysAsync("my reports");
        priya.Sees("You have not reported anything yet.");
        var first = await priya.ReportsAsync("One");
        var second = await priya.ReportsAsync("Two");
        var another = await tom.ReportsAsync("Three");
        await priya.SaysAsync("my reports");
        priya.Sees($"{second}\nSent, waiting for somebody to take it on", first).DoesNotSee(another);
    }
}
