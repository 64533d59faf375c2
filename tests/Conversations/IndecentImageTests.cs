using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A report about an indecent image has a form of its own: nobody is asked to describe it, to link to it or to send it.</summary>
public sealed class IndecentImageTests(School school) : IClassFixture<School>
{
    private const string Told = "Whom have you told (if anybody)?";

    [Fact]
    public async Task Said_at_once_it_takes_where_when_who_and_whom_was_told_and_nothing_else()
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        await priya.SaysAsync("report");
        await priya.PressesAsync("A nude picture of a child");
        priya.Sees("Ring 999", "01632 960 111", "Do not send, copy or screenshot it, and do not show it to anybody.", "Do not delete it", "report.iwf.org.uk");
        await priya.PressesAsync("Continue");
        Assert.Equal(["Which academy is it about?", "Which platform?", "Account or page (if you know it)", "On which day was it posted or seen?", "At what time (if you know it)?"], Labels(priya));
        priya.Sees("Step 1 of 3", "Please do not describe the picture, and give no link to it.");
        await priya.Chooses("Which platform?", "Snapchat").Fills("Account or page (if you know it)", "@gossip").PressesAsync("Next");
        Assert.Equal(["Who is affected?", "Who is it about (if they work or learn here)?", "Anybody else it is about (if you know)", Told], Labels(priya));
        await priya.Chooses("Who is affected?", "A pupil or pupils").Fills(Told, "The head of year, by phone").PressesAsync("Next");
        priya.Sees("Step 3 of 3", "I send no picture, no link and no description of it.", "Whom you told:** The head of year, by phone", "Dina Shaw sees all of it")
            .DoesNotSee("Change what happened", "In your words", "Link:", "screenshot or a file");
        await priya.PressesAsync("Submit");
        priya.Sees("Your report is saved", "Do not send, copy or screenshot it, and").DoesNotSee("send it to me here");

        await dina.GetsAsync($"{priya.Reference}: new report", "There may be a nude or indecent image", "@gossip", "Whom the reporter told:** The head of year, by phone", "Nobody was asked to describe it");
        Assert.DoesNotContain("Link:", dina.Card.Text, StringComparison.Ordinal);
        Assert.Equal(0, school.North.PostsAbout(priya.Reference));
    }

    [Theory]
    [InlineData("Yes")]
    [InlineData("Not sure")]
    public async Task Heard_in_the_words_what_was_typed_is_not_sent_and_what_may_be_kept_stays(string answer)
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        var words = $"Wibblesome{answer.Length}";
        await AtQuestionAsync(priya, words: words);
        await priya.Fills(Told, "Nobody yet").PressesAsync(answer);
        priya.Sees("What you wrote about it before is not sent. Please tell the safeguarding lead yourself.", "@gossip", "Facebook", "Whom you told:** Nobody yet")
            .DoesNotSee(words);
        await priya.PressesAsync("Submit");
        await dina.GetsAsync($"{priya.Reference}: new report", "@gossip", "Nobody yet");
        dina.NeverGot(words);
        Assert.DoesNotContain(words, school.Remembered(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_goes_back_and_says_that_it_is_something_else_finds_what_they_typed()
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        await AtQuestionAsync(priya);
        await priya.PressesAsync("Yes");
        await priya.PressesAsync("Back");
        await priya.PressesAsync("No");
        priya.Sees("Check your report", "In your words:** IndecentImage: Grufalinda", "Dina Shaw sees all of it");
        await priya.PressesAsync("Submit");
        await dina.GetsAsync($"{priya.Reference}: new report", "Grufalinda");
        Assert.DoesNotContain(dina.Card.Buttons, button => CardFace.Of(button, "title") == "Open the link");
    }

    [Fact]
    public async Task A_file_that_could_show_it_takes_a_report_this_way_for_good_however_little_was_written()
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        await priya.SaysAsync("report");
        await priya.PressesAsync("No, nobody is in danger");
        await priya.AttachesAsync("", new SentFile("one.png", "https://trust-my.sharepoint.com/one"));
        await priya.PressesAsync("Not sure", on: "Could it show");
        await priya.PressesAsync("Carry on");
        await priya.GetsAsync("Where and when?", "give no link to it");
        await priya.Chooses("Which platform?", "WhatsApp").PressesAsync("Next");
        await priya.Chooses("Who is affected?", "A pupil or pupils").PressesAsync("Next");
        priya.Sees("I send no picture", "Dina Shaw sees all of it");
        await priya.PressesAsync("Submit");
        await dina.GetsAsync($"{priya.Reference}: new report", "WhatsApp");
        Assert.Equal(0, school.North.PostsAbout(priya.Reference));
        Assert.Empty(school.Files.Calls);
    }

    [Fact]
    public async Task Words_that_were_typed_before_a_file_could_show_it_do_not_take_the_report_another_way()
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        await priya.SaysAsync("report");
        await priya.PressesAsync("No, nobody is in danger");
        await priya.Fills("What happened", "Other: Grufalinda is rude").PressesAsync("Next");
        await priya.AttachesAsync("", new SentFile("one.png", "https://trust-my.sharepoint.com/one"));
        await priya.PressesAsync("Yes", on: "Could it show");
        await priya.PressesAsync("Carry on");
        await priya.GetsAsync("Where and when?", "give no link to it");
        await priya.Chooses("Which platform?", "WhatsApp").PressesAsync("Next");
        await priya.Chooses("Who is affected?", "A pupil or pupils").PressesAsync("Next");
        priya.Sees("Dina Shaw sees all of it");
        await priya.PressesAsync("Submit");
        await dina.GetsAsync($"{priya.Reference}: new report");
        Assert.Equal(0, school.North.PostsAbout(priya.Reference));
    }

    [Fact]
    public async Task A_change_keeps_the_form_and_the_way()
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        await AtQuestionAsync(priya);
        await priya.PressesAsync("Yes");
        await priya.PressesAsync("Submit");
        var reference = priya.Reference;
        await priya.GetsAsync("Your report is saved", reference);
        await priya.PressesAsync("Change it", on: reference);
        priya.Sees("I send no picture").DoesNotSee("Change what happened", "What you wrote about it before");
        await priya.PressesAsync("Change who");
        await priya.Fills(Told, "The safeguarding lead").PressesAsync("Next");
        await priya.PressesAsync("Save the change");
        await dina.GetsAsync(reference, "Whom the reporter told:** The safeguarding lead");
        var stored = await school.Bot.Get<CaseStore>().Incidents.FindAsync(CaseReference.TryParse(reference, out var known) ? known : null!, TestContext.Current.CancellationToken);
        Assert.Equal(Route.IndecentImage, stored!.Report.Route);
    }

    [Theory]
    [InlineData("ChildAtRisk")]
    [InlineData("AdultContactingChild")]
    public async Task Whom_they_have_told_is_asked_where_a_child_may_be_at_risk(string route)
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        await AtQuestionAsync(priya, route);
        await priya.Fills(Told, $"Her form tutor, {route}").PressesAsync("Yes");
        priya.Sees($"Whom you told:** Her form tutor, {route}", "Grufalinda");
        await priya.PressesAsync("Submit");
        await dina.GetsAsync($"{priya.Reference}: new report", $"Whom the reporter told:** Her form tutor, {route}", "Grufalinda");
    }

    [Fact]
    public async Task It_is_not_asked_about_anything_else()
    {
        var priya = school.Teacher();
        await priya.ReachesReviewAsync("A rude comment");
        priya.DoesNotSee("Whom you told");
        await priya.PressesAsync("Change who");
        Assert.DoesNotContain(Told, Labels(priya));
    }

    private static async Task AtQuestionAsync(Participant reporter, string route = "IndecentImage", string words = "Grufalinda")
    {
        await reporter.SaysAsync("report");
        await reporter.PressesAsync("No, nobody is in danger");
        await reporter.Fills("What happened", $"{route}: {words}").PressesAsync("Next");
        await reporter.Chooses("Which platform?", "Facebook").Fills("Account or page (if you know it)", "@gossip").Fills("Link to it (if you have one)", $"https://example.test/{words}").PressesAsync("Next");
        await reporter.Chooses("Who is affected?", "A pupil or pupils").PressesAsync("Next");
        reporter.Sees("One question before you send it");
    }

    private static IEnumerable<string> Labels(Participant person) => person.Card.Inputs.Select(input => CardFace.Of(input, "label"));
}
