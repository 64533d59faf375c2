using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>SLT does more about a case than acknowledge and close it, each step behind "More".</summary>
public sealed class HandlingTests(School school) : IClassFixture<School>
{
    private Participant Martin => school.InChat(Cast.Martin).In(school.North.Place);

    private Participant Grace => school.InChat(Cast.Grace).In(school.North.Place);

    [Fact]
    public async Task A_leader_takes_a_case_over_and_the_reporter_is_told_who_has_it()
    {
        var (priya, martin, grace) = (school.Teacher(), Martin, Grace);
        var reference = await AcknowledgedAsync(priya, martin);
        await ChoosesAsync(grace, reference, "Take it over");
        await grace.PressesAsync("Take it over", on: reference);
        grace.Sees($"{reference}: acknowledged", "With Grace Okafor");
        await school.North.ShowsAsync(reference, "With Grace Okafor");
        await priya.GetsAsync("Somebody else has your report now", reference, "Grace Okafor has it now");
    }

    [Fact]
    public async Task A_leader_hands_a_case_on_and_the_other_is_told()
    {
        var (priya, martin, grace) = (school.Teacher(), Martin, school.InChat(Cast.Grace));
        var reference = await AcknowledgedAsync(priya, martin);
        await ChoosesAsync(martin, reference, "Hand it on");
        await martin.PressesAsync("Hand it on", on: reference);
        martin.Sees("Please choose who should have it.");
        await martin.Chooses("Who should have it?", "Grace Okafor").PressesAsync("Hand it on", on: reference);
        martin.Sees("With Grace Okafor");
        await grace.GetsAsync($"{reference} is with you now", "SLT's channel");
    }

    [Fact]
    public async Task An_assessment_needs_every_field_and_keeps_what_was_typed()
    {
        var (priya, martin) = (school.Teacher(), Martin);
        var reference = await AcknowledgedAsync(priya, martin);
        await ChoosesAsync(martin, reference, "Make the initial assessment");
        await martin.Fills("Who or what is affected, and how?", "A teacher's good name").PressesAsync("Save the assessment", on: reference);
        Assert.Contains("Please choose how serious it is.", martin.Card.Beside("How serious is it?"), StringComparison.Ordinal);
        Assert.Equal("A teacher's good name", martin.Card.Standing("Who or what is affected, and how?"));
        await martin.Chooses("What is it?", "Offensive or abusive content").Chooses("How serious is it?", "High").PressesAsync("Save the assessment", on: reference);
        martin.Sees("High: Offensive or abusive content", "A teacher's good name");
    }

    [Fact]
    public async Task Whoever_is_involved_gets_their_words_alone_and_can_write_back()
    {
        var (priya, tom, martin) = (school.Teacher(), school.Teacher(), Martin);
        var reference = await AcknowledgedAsync(priya, martin, "Quincewort was said");
        await ChoosesAsync(martin, reference, "Involve somebody");
        await martin.Picks("Who?", tom.Member).Fills("What do they need to know?", "Please watch the *gate* at three").PressesAsync("Tell them", on: reference);
        martin.Sees($"Involved {tom.Member.Name}");
        await tom.GetsAsync($"{reference}: something you need to know", "Please watch the \\*gate\\* at three");
        tom.NeverGot("Quincewort");
        tom.NeverGot(priya.Member.Name);

        await tom.Fills("Your reply (if you have one)", "I was there").PressesAsync("Send my reply", on: reference);
        tom.Sees("You wrote", "I was there");
        await school.North.ShowsAsync(reference, $"{tom.Member.Name} wrote back", "I was there");
    }

    [Fact]
    public async Task Nobody_whom_it_is_about_can_be_involved_nor_somebody_who_is_not_staff()
    {
        var (priya, tom, martin) = (school.Teacher(), school.Teacher(), Martin);
        var reference = await AcknowledgedAsync(priya, martin, "Medlarish", tom.Member);
        await ChoosesAsync(martin, reference, "Involve somebody");
        foreach (var (who, why) in ((Member, string)[])[(tom.Member, "It is about one of these people"), (Cast.Jamie, "not a member of staff")])
        {
            await martin.Picks("Who?", who).Fills("What do they need to know?", "Something").PressesAsync("Tell them", on: reference);
            martin.Sees(why);
        }
        tom.NeverGot(reference);
    }

    [Fact]
    public async Task The_reporter_is_asked_in_their_chat_and_the_answer_reaches_the_card()
    {
        var (priya, martin) = (school.Teacher(), Martin);
        var reference = await AcknowledgedAsync(priya, martin);
        await ChoosesAsync(martin, reference, "Ask the reporter something");
        await martin.Fills("Your question", "Is it still online?").PressesAsync("Send the question", on: reference);
        martin.Sees("Is it still online?", "Open. Martin Hughes asked it");
        await priya.GetsAsync($"{reference}: a question for you", "Is it still online?");
        await priya.Fills("Your answer", new string('x', 100_000)).PressesAsync("Send my answer", on: reference);
        priya.Sees("Please keep this under 1,500 characters.");
        await priya.Fills("Your answer", "Yes, since Monday").PressesAsync("Send my answer", on: reference);
        priya.Sees($"{reference}: your answer was sent", "Yes, since Monday");
        await school.North.ShowsAsync(reference, "Answered, Monday 23 November 2026 at 09:30", "Yes, since Monday");
    }

    [Fact]
    public async Task A_referral_is_on_the_card_and_already_chosen_when_the_case_is_closed()
    {
        var (priya, martin) = (school.Teacher(), Martin);
        var reference = await AcknowledgedAsync(priya, martin);
        await ChoosesAsync(martin, reference, "Record a referral outside");
        await martin.Chooses("Who was it referred to?", "Police").Fills("On which day?", "2026-11-24").PressesAsync("Save the referral", on: reference);
        martin.Sees("This day is still to come.");
        await martin.Fills("On which day?", "2026-11-23").Fills("Their reference (if there is one)", "CR/1234").PressesAsync("Save the referral", on: reference);
        martin.Sees("Referred Police, 23 November 2026, CR/1234");
        await martin.PressesAsync("Record outcome", on: reference);
        Assert.Equal("police", martin.Card.Standing("Who was it referred to?"));
    }

    [Fact]
    public async Task A_closed_case_is_opened_again_with_a_reason_and_the_reporter_is_told()
    {
        var (priya, martin, grace) = (school.Teacher(), Martin, Grace);
        var reference = await AcknowledgedAsync(priya, martin);
        await martin.PressesAsync("Record outcome", on: reference);
        await martin.RecordsAsync("Loganberried", on: reference);
        await school.North.ShowsAsync($"{reference}: closed");
        await grace.PressesAsync("Open it again", on: reference);
        await grace.PressesAsync("Open it again", on: reference);
        grace.Sees("Please say why it is opened again.");
        await grace.Fills("Why?", "It came back").PressesAsync("Open it again", on: reference);
        grace.Sees($"{reference}: acknowledged", "Opened again Grace Okafor", "It was closed before", "Loganberried", "Record outcome");
        await priya.GetsAsync("Your report is being looked into again", reference, "Grace Okafor");
        priya.NeverGot("Loganberried");
        Assert.Contains("incident.closed", school.Remembered(), StringComparison.Ordinal);

        await grace.PressesAsync("Record outcome", on: reference);
        await grace.RecordsAsync("This time for good", on: reference);
        await school.North.ShowsAsync($"{reference}: closed", "This time for good");
    }

    [Fact]
    public async Task Of_two_leaders_with_the_same_form_one_wins_and_the_other_keeps_their_words_and_reads_who()
    {
        var (priya, martin, grace) = (school.Teacher(), Martin, Grace);
        var reference = await AcknowledgedAsync(priya, martin);
        await ChoosesAsync(martin, reference, "Write a note");
        await ChoosesAsync(grace, reference, "Write a note");
        var presses = await Task.WhenAll(
            school.DeliverAsync(await martin.Fills("Note", "Words of Martin").PressingAsync("Save the note", on: reference)),
            school.DeliverAsync(await grace.Fills("Note", "Words of Grace").PressingAsync("Save the note", on: reference)));
        var (first, second) = presses[0].Card!.Text.Contains("Note by", StringComparison.Ordinal) ? (0, 1) : (1, 0);
        var names = (string[])["Martin Hughes", "Grace Okafor"];
        Assert.Contains($"Note by {names[first]}", presses[first].Card!.Text, StringComparison.Ordinal);
        Assert.Contains($"{names[first]} changed this on Monday 23 November 2026 at 09:30", presses[second].Card!.Text, StringComparison.Ordinal);
        Assert.Equal($"Words of {names[second].Split(' ')[0]}", presses[second].Card!.Standing("Note"));
    }

    [Fact]
    public async Task Nobody_but_those_who_handle_it_can_do_any_of_it_wherever_they_press()
    {
        var (priya, tom, martin) = (school.Teacher(), school.Teacher(), Martin);
        var reference = await AcknowledgedAsync(priya, martin, "A rude comment", tom.Member);
        var before = Cases();
        foreach (var member in (Member[])[priya.Member, tom.Member, Cast.Helen, Cast.Dina, Cast.Sam])
            foreach (var verb in (string[])
                ["incident.more", "incident.do", "incident.takeover", "incident.handon", "incident.assess", "incident.involve", "incident.refer", "incident.askreporter", "incident.note",
                    "incident.commentstep", "incident.breach", "incident.reopen", "involved.reply", "reporter.answer"])
                foreach (var place in (Place[])[school.North.Place, school.InChat(member).Place])
                {
                    var other = school.InChat(member).In(place);
                    await other.SendsAsync(other.Pressing(verb, new JsonObject { ["ref"] = reference, ["seen"] = 2, ["note"] = "x", ["number"] = 1, ["reply"] = "x", ["act"] = "Note" }));
                    other.Sees("Only those who handle this can do that. Nothing has changed.");
                }
        Assert.Equal(before, Cases());
    }

    [Fact]
    public async Task An_old_press_on_a_closed_case_shows_it_as_it_is_and_changes_nothing()
    {
        var (priya, martin, grace) = (school.Teacher(), Martin, Grace);
        var reference = await AcknowledgedAsync(priya, martin);
        await ChoosesAsync(grace, reference, "Write a note");
        var save = await grace.Fills("Note", "Too late").PressingAsync("Save the note", on: reference);
        await martin.PressesAsync("Record outcome", on: reference);
        await martin.RecordsAsync("Done", on: reference);
        await school.North.ShowsAsync($"{reference}: closed");
        var before = Cases();
        await grace.SendsAsync(save);
        grace.Sees($"{reference}: closed", "Open it again").DoesNotSee("Too late");
        Assert.Equal(before, Cases());
    }

    private static async Task ChoosesAsync(Participant leader, string reference, string act)
    {
        await leader.PressesAsync("More", on: reference);
        await leader.Chooses("What do you want to do?", act).PressesAsync("Go on", on: reference);
    }

    private async Task<string> AcknowledgedAsync(Participant reporter, Participant leader, string what = "A rude comment", Member? about = null)
    {
        var reference = await reporter.ReportsAsync(what, about: about);
        await leader.PressesAsync("Acknowledge", on: reference);
        await school.North.ShowsAsync($"{reference}: acknowledged");
        return reference;
    }

    private string Cases() => string.Join('\n', school.Remembered().Split('\n').Where(row => !row.StartsWith("conversations|", StringComparison.Ordinal)));
}
