using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A report about somebody in the senior leadership team: a channel cannot hide a post from its members, so it never goes there.</summary>
public sealed class AboutALeaderTests(School school) : IClassFixture<School>
{
    [Fact]
    public async Task A_leader_whose_name_was_typed_must_be_chosen_from_the_list()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("report");
        await priya.PressesAsync("No, nobody is in danger");
        await priya.Fills("What happened", "A rude comment").PressesAsync("Next");
        await priya.Chooses("Which platform?", "Facebook").Chooses("Which academy is it about?", "North Academy").PressesAsync("Next");
        await priya.Chooses("Who is affected?", "A member of staff").Fills("Anybody else it is about (if you know)", "it was grace okafor").PressesAsync("Next");
        priya.Sees("Grace Okafor is in the list above", "so that this does not reach them");

        await priya.Picks("Who is it about (if they work or learn here)?", Cast.Grace).PressesAsync("Next");
        priya.Sees("Check your report", "It is about somebody in SLT");
    }

    [Fact]
    public async Task A_report_about_a_leader_goes_to_the_headteachers_own_chat()
    {
        var (priya, martin, grace) = (school.Teacher(), school.InChat(Cast.Martin), school.InChat(Cast.Grace));
        var reference = await priya.ReportsAsync("Kumquatta was rude online", about: Cast.Grace);
        await martin.GetsAsync($"{reference}: new report", "Kumquatta", "Grace Okafor");

        var data = (await martin.PressingAsync("Acknowledge", on: reference))["value"]!["action"]!["data"]!;
        var before = school.Remembered();
        foreach (var where in (Place[])[grace.Place, school.North.Place])
        {
            var there = grace.In(where);
            foreach (var verb in (string[])["incident.acknowledge", "incident.outcome", "incident.close", "incident.view"])
            {
                await there.SendsAsync(there.Pressing(verb, data.DeepClone()));
                there.Sees("Only those who handle this can do that.").DoesNotSee("Kumquatta");
            }
        }
        // The chat is new to the bot, so its address is remembered; the case is as it was.
        Assert.Equal(CasesIn(before), CasesIn(school.Remembered()));

        await martin.AcknowledgesAsync(reference);
        martin.Sees($"{reference}: acknowledged");
        await priya.GetsAsync("Somebody has your report", "Martin Hughes took it on");
        await martin.PressesAsync("Record outcome", on: reference);
        await martin.RecordsAsync("Kumquatta was settled", on: reference);
        await priya.GetsAsync("Your report is finished", reference);
        school.North.NeverHeldOf("Kumquatta");
        school.North.NeverHeldOf(reference);
        grace.NeverGot(reference);
    }

    [Fact]
    public async Task A_report_about_the_headteacher_goes_to_the_chairs_of_governors_who_can_act_on_it()
    {
        var (priya, farah, gwen) = (school.Teacher(), school.InChat(Cast.Farah), school.InChat(Cast.Gwen));
        var reference = await priya.ReportsAsync("Rutabagan was rude online", about: Cast.Martin);
        await farah.GetsAsync($"{reference}: new report", "Rutabagan");
        await gwen.GetsAsync($"{reference}: new report", "Rutabagan");

        await farah.PressesAsync("Acknowledge", on: reference);
        farah.Sees($"{reference}: acknowledged", "Farah Aziz");
        await gwen.GetsAsync($"{reference}: acknowledged", "Farah Aziz");
        await priya.GetsAsync("Somebody has your report", "Farah Aziz took it on");
        school.North.NeverHeldOf("Rutabagan");
        school.InChat(Cast.Martin).NeverGot(reference);
        school.InChat(Cast.Grace).NeverGot(reference);
    }

    [Fact]
    public async Task Whoever_reports_a_leader_reads_before_and_after_that_this_leader_will_not_see_it()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("report");
        priya.Sees("If it is about one of them", "they are not told");
        await priya.PressesAsync("Cancel");
        await priya.ReachesReviewAsync("Rude online", about: Cast.Grace);
        priya.Sees("Who will see it: Martin Hughes. It is about somebody in SLT, so it does not go to SLT's channel.");
        await priya.PressesAsync("Submit");
        priya.Sees("Who will see it: Martin Hughes.").DoesNotSee("Grace");
    }

    [Fact]
    public async Task Whoever_reports_the_safeguarding_lead_is_not_promised_that_the_lead_will_read_it()
    {
        var (priya, martin) = (school.Teacher(), school.InChat(Cast.Martin));
        await priya.ReachesReviewAsync("Turnipseedling", "A child may be at risk", about: Cast.Dina);
        priya.Sees("Who will see it: Martin Hughes sees all of it");
        await priya.PressesAsync("Submit");
        await martin.GetsAsync($"{priya.Reference}: new report", "Turnipseedling");
        school.InChat(Cast.Dina).NeverGot("Turnipseedling");
    }

    [Fact]
    public async Task Where_one_person_holds_every_role_a_report_about_them_still_reaches_somebody()
    {
        var (priya, sam) = (school.Teacher(), school.InChat(Cast.Sam));
        var reference = await priya.ReportsAsync("Celeriaction", "A child may be at risk", about: Cast.Helen, academy: "South Academy");
        await sam.GetsAsync($"{reference}: new report", "Celeriaction");
        school.InChat(Cast.Helen).NeverGot(reference);
        Assert.Equal(0, school.South.PostsAbout(reference));
    }

    [Theory]
    [InlineData("No, nobody is in danger")]
    [InlineData("A child may be at risk")]
    public async Task A_report_that_would_reach_nobody_is_not_taken_as_sent_and_says_whom_to_turn_to(string danger)
    {
        var priya = school.Teacher();
        await priya.ReachesReviewAsync("Artichokery", danger, about: Cast.Helen, academy: "South Academy");
        await priya.PressesAsync("Change who");
        await priya.Picks("Who is it about (if they work or learn here)?", Cast.Helen, Cast.Sam).PressesAsync("Next");
        Assert.Contains("nobody would read it", priya.Card.Beside("Who is it about (if they work or learn here)?"), StringComparison.Ordinal);
        priya.Sees("local authority");
    }

    private static string CasesIn(string remembered) =>
        string.Join('\n', remembered.Split('\n').Where(row => !row.StartsWith("conversations|", StringComparison.Ordinal)));
}
