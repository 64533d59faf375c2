using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>SLT acts on its cards: acknowledge, record the outcome, close.</summary>
public sealed class LeadersTests(School school) : IClassFixture<School>
{
    private Participant Martin => school.InChat(Cast.Martin).In(school.North.Place);

    private Participant Grace => school.InChat(Cast.Grace).In(school.North.Place);

    [Fact]
    public async Task Acknowledge_shows_everyone_who_and_when_and_the_reporter_is_told()
    {
        var (priya, martin) = (school.Teacher(), Martin);
        var reference = await priya.ReportsAsync("A rude comment");
        await martin.PressesAsync("Acknowledge", on: reference);
        martin.Sees($"{reference}: acknowledged", "Acknowledged Martin Hughes, Monday 23 November 2026 at 09:30", "Record outcome");
        await school.North.ShowsAsync($"{reference}: acknowledged", "Martin Hughes, Monday 23 November 2026 at 09:30");
        await priya.GetsAsync("Somebody has your report", reference, "Martin Hughes took it on");
        await priya.GetsAsync("Your report is saved", reference, "at 09:30, by Martin Hughes");
    }

    [Fact]
    public async Task A_leader_with_an_old_client_acknowledges_and_everyone_sees_it()
    {
        var (priya, grace) = (school.Teacher(), Grace);
        var reference = await priya.ReportsAsync("A rude comment");
        await grace.SubmitsAsync("Acknowledge", on: reference);
        grace.Sees($"{reference}: acknowledged", "Grace Okafor");
        await priya.GetsAsync("Somebody has your report", "Grace Okafor took it on");
    }

    [Fact]
    public async Task Of_two_leaders_at_the_same_moment_one_wins_and_the_other_sees_who_and_when()
    {
        var (priya, martin, grace) = (school.Teacher(), Martin, Grace);
        var reference = await priya.ReportsAsync("A rude comment");
        var presses = await Task.WhenAll(
            school.DeliverAsync(await martin.PressingAsync("Acknowledge", on: reference)),
            school.DeliverAsync(await grace.PressingAsync("Acknowledge", on: reference)));

        await school.North.ShowsAsync($"{reference}: acknowledged");
        var winner = presses[0].Card!.Text.Contains("Acknowledged Martin Hughes", StringComparison.Ordinal) ? "Martin Hughes" : "Grace Okafor";
        Assert.All(presses, press => Assert.Contains($"Acknowledged {winner}, Monday 23 November 2026 at 09:30", press.Card!.Text, StringComparison.Ordinal));
        await priya.GetsAsync("Somebody has your report", $"{winner} took it on");
        Assert.Equal(1, priya.MessagesSaying("Somebody has your report"));
    }

    [Fact]
    public async Task An_outcome_needs_every_field_and_keeps_what_was_filled_in()
    {
        var (priya, martin) = (school.Teacher(), Martin);
        var reference = await AcknowledgedAsync(priya, martin);
        await martin.PressesAsync("Record outcome", on: reference);
        await martin.Fills("Why?", "Spoke with the parent").PressesAsync("Save outcome", on: reference);
        Assert.Contains("Please choose the outcome.", martin.Card.Beside("What was the outcome?"), StringComparison.Ordinal);
        Assert.Contains("Please choose who this was referred to, or Nobody.", martin.Card.Beside("Who was it referred to?"), StringComparison.Ordinal);
        Assert.Equal("Spoke with the parent", martin.Card.Standing("Why?"));

        await martin.Chooses("What was the outcome?", "Advice or training given").Fills("Why?", "").Chooses("Who was it referred to?", "Nobody").PressesAsync("Save outcome", on: reference);
        Assert.Contains("Please give the reason", martin.Card.Beside("Why?"), StringComparison.Ordinal);
        Assert.Contains("Please say why it was referred to nobody.", martin.Card.Beside("If nobody: why not?"), StringComparison.Ordinal);

        await martin.Fills("Why?", "Spoke with the parent").Fills("If nobody: why not?", "Settled in person").PressesAsync("Save outcome", on: reference);
        martin.Sees($"{reference}: closed", "Advice or training given", "Spoke with the parent", "Settled in person");
    }

    [Fact]
    public async Task Closing_shows_everyone_the_outcome_and_the_reporter_only_that_it_is_finished()
    {
        var (priya, martin) = (school.Teacher(), Martin);
        var reference = await AcknowledgedAsync(priya, martin);
        await martin.PressesAsync("Record outcome", on: reference);
        await martin.RecordsAsync("Reasonable Xanthippe words", on: reference);
        await school.North.ShowsAsync($"{reference}: closed", "Martin Hughes", "Advice or training given", "HR", "Reasonable Xanthippe words");
        await priya.GetsAsync("Your report is finished", reference, "The details cannot be shared");
        await priya.GetsAsync("Your report is saved", reference, "It has been looked into and is finished");
        priya.NeverGot("Xanthippe");
        await priya.SaysAsync("my reports");
        priya.Sees($"{reference}\nFinished").DoesNotSee("Xanthippe");
    }

    [Fact]
    public async Task The_form_goes_back_to_the_card_and_nothing_is_recorded()
    {
        var (priya, martin) = (school.Teacher(), Martin);
        var reference = await AcknowledgedAsync(priya, martin);
        await martin.PressesAsync("Record outcome", on: reference);
        var before = school.Remembered();
        await martin.PressesAsync("Back", on: reference);
        martin.Sees($"{reference}: acknowledged", "Record outcome");
        Assert.Equal(before, school.Remembered());
    }

    [Fact]
    public async Task A_stale_card_of_a_closed_case_shows_the_case_as_it_is_and_changes_nothing()
    {
        var (priya, martin, grace) = (school.Teacher(), Martin, Grace);
        var reference = await priya.ReportsAsync("A rude comment");
        var acknowledge = await grace.PressingAsync("Acknowledge", on: reference);
        await martin.PressesAsync("Acknowledge", on: reference);
        await school.North.ShowsAsync($"{reference}: acknowledged");
        var open = await grace.PressingAsync("Record outcome", on: reference);
        await grace.PressesAsync("Record outcome", on: reference);
        grace.Chooses("What was the outcome?", "Advice or training given").Fills("Why?", "Too late").Chooses("Who was it referred to?", "HR");
        var close = await grace.PressingAsync("Save outcome", on: reference);
        await martin.PressesAsync("Record outcome", on: reference);
        await martin.RecordsAsync("First", on: reference);

        var before = school.Remembered();
        open["id"] = Sent.NewId();
        foreach (var stale in (System.Text.Json.Nodes.JsonObject[])[acknowledge, open, close])
        {
            await grace.SendsAsync(stale);
            grace.Sees($"{reference}: closed", "Closed Martin Hughes", "First").DoesNotSee("Too late", "Record outcome");
        }
        Assert.Equal(before, school.Remembered());
    }

    [Fact]
    public async Task INV_11_Nobody_but_the_leaders_of_that_academy_may_act_wherever_they_press()
    {
        var (priya, martin) = (school.Teacher(), Martin);
        var reference = await priya.ReportsAsync("A rude Mumblecrust comment");
        await school.North.ShowsAsync($"{reference}: new report");
        await martin.RefreshesAsync(reference); // the channel's address is remembered from now on, whichever test comes first
        var data = (await martin.PressingAsync("Acknowledge", on: reference))["value"]!["action"]!["data"]!;
        var before = school.Remembered();
        foreach (var member in (Member[])[priya.Member, Cast.Helen, Cast.Dina, Cast.Sam, Cast.Farah])
        {
            foreach (var verb in (string[])["incident.acknowledge", "incident.outcome", "incident.close"])
            {
                var other = school.InChat(member).In(school.North.Place);
                await other.SendsAsync(other.Pressing(verb, data.DeepClone()));
                other.Sees("Only those who handle this can do that. Nothing has changed.");
            }
        }
        Assert.Equal(before, school.Remembered());
        Assert.Equal(1, school.North.PostsAbout(reference));
    }

    [Fact]
    public async Task Somebody_who_may_not_act_cannot_tell_a_case_from_none()
    {
        var priya = school.Teacher();
        var reference = await priya.ReportsAsync("A rude comment");
        var helen = school.InChat(Cast.Helen);
        var real = await helen.SendsAsync(helen.Pressing("incident.acknowledge", new System.Text.Json.Nodes.JsonObject { ["ref"] = reference }));
        var madeUp = await helen.SendsAsync(helen.Pressing("incident.acknowledge", new System.Text.Json.Nodes.JsonObject { ["ref"] = "INC-2026-9999" }));
        Assert.Equal(real, madeUp);
    }

    private async Task<string> AcknowledgedAsync(Participant reporter, Participant leader)
    {
        var reference = await reporter.ReportsAsync("A rude comment");
        await leader.PressesAsync("Acknowledge", on: reference);
        await school.North.ShowsAsync($"{reference}: acknowledged");
        return reference;
    }
}
