using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>A school whose bot hears in a report what its first word names.</summary>
public sealed class ReadSchool : IAsyncLifetime
{
    internal School School { get; } = new() { Reader = new ScriptedReader() };

    public ValueTask InitializeAsync() => School.InitializeAsync();

    public ValueTask DisposeAsync() => School.DisposeAsync();
}

/// <summary>The reporter's side: asked what their words sound like, named or confidential, able to change and withdraw.</summary>
public sealed class ReporterTests(ReadSchool read) : IClassFixture<ReadSchool>
{
    private readonly School school = read.School;

    [Theory]
    [InlineData("Yes")]
    [InlineData("No")]
    [InlineData("Not sure")]
    public async Task Whatever_is_answered_the_safeguarding_lead_gets_it_and_the_channel_does_not(string answer)
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        await AtQuestionAsync(priya, $"ChildAtRisk: Snorkel{answer[..1]}{answer.Length}");
        priya.Sees("What you wrote sounds as if a child may be at risk. Is that so?", "**Speak to the safeguarding lead now, in person or by phone.**", "01632 960 111");
        await priya.PressesAsync(answer);
        priya.Sees("Check your report", "It does not go to SLT's channel.");
        await priya.PressesAsync("Submit");
        await dina.GetsAsync($"{priya.Reference}: new report", "Snorkel");
        Assert.Equal(0, school.North.PostsAbout(priya.Reference));
    }

    [Fact]
    public async Task A_parents_comment_brings_the_policys_own_steps()
    {
        var priya = school.Teacher();
        await AtQuestionAsync(priya, "ParentComment: rude words");
        priya.Sees("“In the event of any offensive or inappropriate comments being made, the Academy will ask the parent/carer to remove the post and invite them to discuss the issues in person.”",
            "“If necessary, refer parents to the Trust's complaints procedures.”");
    }

    [Fact]
    public async Task Ones_own_grievance_is_shown_the_way_and_nothing_of_it_is_kept()
    {
        var priya = school.Teacher();
        await AtQuestionAsync(priya, "Grievance: Wurzelbert gave me the worse timetable");
        priya.Sees("Is this about your own work?", "right to be accompanied", "grievance policy");
        await priya.PressesAsync("Stop: keep nothing");
        priya.Sees("Nothing was sent");
        Assert.DoesNotContain("Wurzelbert", school.Remembered(), StringComparison.Ordinal);
        Assert.DoesNotContain("Wurzelbert", school.Answered(), StringComparison.Ordinal);
        Assert.Contains("own grievance", school.Remembered(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task INV_04_A_press_from_before_a_report_was_thrown_away_is_not_answered_with_its_words_any_more()
    {
        var priya = school.Teacher();
        await AtQuestionAsync(priya, "Grievance: Zwiebelbert gave me the worse timetable");
        await priya.PressesAsync("Back");
        await priya.PressesAsync("Back");
        var back = await priya.PressingAsync("Back");
        Assert.Contains("Zwiebelbert", (await priya.SendsAsync(back)).Body, StringComparison.Ordinal);
        await priya.SaysAsync("cancel");

        var again = await school.DeliverAsync(back);

        Assert.Contains("This report is not here any more", again.Card!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zwiebelbert", school.Answered(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grievance_can_be_reported_all_the_same()
    {
        var priya = school.Teacher();
        await AtQuestionAsync(priya, "Grievance: Parsniper abuses me online");
        await priya.PressesAsync("Report it all the same");
        await priya.PressesAsync("Submit");
        await school.North.ShowsAsync($"{priya.Reference}: new report", "Parsniper");
    }

    [Fact]
    public async Task A_confidential_name_stands_nowhere_until_a_handler_looks_it_up_and_the_trail_says_who_did()
    {
        var (priya, grace) = (school.Teacher(), school.InChat(Cast.Grace).In(school.North.Place));
        await priya.ReachesReviewAsync("Other: a rude comment");
        await priya.Chooses("Your name", "Keep my name confidential").PressesAsync("Submit");
        var reference = priya.Reference;
        await school.North.ShowsAsync($"{reference}: new report", "By Confidential", "Who reported this?");

        var data = (await grace.PressingAsync("Who reported this?", on: reference))["value"]!["action"]!["data"]!.DeepClone();
        await grace.SendsAsync(Sent.Submit(grace.Member, school.North.Place, grace.ServiceUrl, null, data));
        await school.North.ShowsAsync("Everybody here would read the name.");
        Assert.DoesNotContain("incident.revealed", school.Remembered(), StringComparison.Ordinal);
        school.North.NeverHeldOf(priya.Member.Name);

        await grace.PressesAsync("Who reported this?", on: reference);
        grace.Sees($"{priya.Member.Name} reported {reference}, in confidence.");
        Assert.Contains("incident.revealed", school.Remembered(), StringComparison.Ordinal);
        Assert.DoesNotContain(school.North.Posts, post => post.Activity.GetRawText().Contains(priya.Member.Name, StringComparison.Ordinal));

        var helen = school.InChat(Cast.Helen);
        await helen.SendsAsync(helen.Pressing("incident.reveal", new JsonObject { ["ref"] = reference }));
        helen.Sees("Only those who handle this can do that.").DoesNotSee(priya.Member.Name);
    }

    [Fact]
    public async Task A_change_that_names_a_leader_takes_the_card_from_the_channel_and_gives_it_to_the_headteacher()
    {
        var (priya, martin) = (school.Teacher(), school.InChat(Cast.Martin));
        var reference = await priya.ReportsAsync("Other: Gherkinette was rude");
        await school.North.ShowsAsync($"{reference}: new report");
        await priya.PressesAsync("Change it", on: reference);
        await priya.PressesAsync("Change who");
        await priya.Picks("Who is it about (if they work or learn here)?", Cast.Grace).PressesAsync("Next");
        priya.Sees("It is about somebody in SLT");
        await priya.PressesAsync("Save the change");
        priya.Sees(reference, "Who will see it: Martin Hughes.");

        await martin.GetsAsync($"{reference}: new report", "Gherkinette", "Grace Okafor");
        await school.North.ShowsAsync("This is no longer with you");
        Assert.DoesNotContain(school.North.Posts, post => post.Activity.GetRawText().Contains("Gherkinette", StringComparison.Ordinal));
        school.InChat(Cast.Grace).NeverGot(reference);
        Assert.Contains("incident.changed", school.Remembered(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_the_report_can_be_acted_on_no_more()
    {
        var (priya, grace) = (school.Teacher(), school.InChat(Cast.Grace).In(school.North.Place));
        var reference = await priya.ReportsAsync("Other: a slip");
        await school.North.ShowsAsync($"{reference}: new report");
        var press = await grace.PressingAsync("Acknowledge", on: reference);
        await priya.PressesAsync("Withdraw it", on: reference);
        priya.Sees($"Withdraw {reference}?");
        await priya.PressesAsync("Yes, withdraw it", on: reference);
        priya.Sees("You withdrew it.");
        await school.North.ShowsAsync($"{reference}: withdrawn by the reporter");
        await grace.SendsAsync(press);
        grace.Sees($"{reference}: withdrawn by the reporter").DoesNotSee("Record outcome");
    }

    [Fact]
    public async Task A_safeguarding_report_stays_with_the_lead_who_learns_that_it_was_to_be_withdrawn()
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        var reference = await priya.ReportsAsync("Other: worrying", "A child may be at risk");
        await priya.PressesAsync("Withdraw it", on: reference);
        await priya.PressesAsync("Yes, withdraw it", on: reference);
        priya.Sees("You asked to withdraw it.");
        await dina.GetsAsync($"{reference}: new report", "The reporter asked to withdraw it");
        await dina.PressesAsync("Acknowledge", on: reference);
        dina.Sees($"{reference}: acknowledged");
    }

    [Fact]
    public async Task Once_somebody_has_it_in_hand_the_reporter_is_told_who_and_nothing_changes()
    {
        var (priya, grace) = (school.Teacher(), school.InChat(Cast.Grace).In(school.North.Place));
        var reference = await priya.ReportsAsync("Other: too late");
        var (edit, withdraw) = (await priya.PressingAsync("Change it", on: reference), await priya.PressingAsync("Withdraw it", on: reference));
        await grace.PressesAsync("Acknowledge", on: reference);
        foreach (var press in (JsonObject[])[edit, withdraw])
        {
            await priya.SendsAsync(press);
            priya.Sees("Grace Okafor has this in hand");
        }
    }

    [Fact]
    public async Task The_bots_own_reader_hears_what_a_report_sounds_like_and_asks()
    {
        await using var own = new School { Reader = null };
        await own.InitializeAsync();
        var (priya, dina) = (own.Teacher(), own.InChat(Cast.Dina));
        await priya.SaysAsync("report");
        await priya.PressesAsync("No, nobody is in danger");
        await priya.Fills("What happened", "A girl in my form showed me messages from a man she met online who wants to meet her on Saturday and keep it secret.").PressesAsync("Next");
        await priya.Chooses("Which platform?", "Snapchat").Chooses("Which academy is it about?", "North Academy").PressesAsync("Next");
        await priya.Chooses("Who is affected?", "A pupil or pupils").PressesAsync("Next");
        priya.Sees("One question before you send it");
        await priya.PressesAsync("No");
        priya.Sees("Check your report", "It does not go to SLT's channel.");
        await priya.PressesAsync("Submit");
        await dina.GetsAsync($"{priya.Reference}: new report", "wants to meet her");
        Assert.Equal(0, own.North.PostsAbout(priya.Reference));
    }

    [Fact]
    public async Task My_reports_opens_one_of_them_and_nobody_elses()
    {
        var (priya, tom) = (school.Teacher(), school.Teacher());
        var (mine, theirs) = (await priya.ReportsAsync("Other: mine"), await tom.ReportsAsync("Other: theirs"));
        await priya.SaysAsync("my reports");
        await priya.PressesAsync("Show it");
        priya.Sees("Your report is saved", mine, "Change it", "Withdraw it");
        foreach (var verb in (string[])["incident.mine", "incident.edit", "incident.withdraw", "incident.withdrawn"])
        {
            await priya.SendsAsync(priya.Pressing(verb, new JsonObject { ["ref"] = theirs }));
            priya.Sees("Only those who handle this can do that.");
        }
    }

    private static async Task AtQuestionAsync(Participant reporter, string what)
    {
        await reporter.SaysAsync("report");
        await reporter.PressesAsync("No, nobody is in danger");
        await reporter.Fills("What happened", what).PressesAsync("Next");
        await reporter.Chooses("Which platform?", "Facebook").PressesAsync("Next");
        await reporter.Chooses("Who is affected?", "Somebody else").PressesAsync("Next");
    }
}
