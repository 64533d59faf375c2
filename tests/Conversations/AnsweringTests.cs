using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>The Social Media Manager answers a question on a card, and the asker gets the answer back.</summary>
public sealed class AnsweringTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    private School School => office.School;

    [Fact]
    public async Task The_asker_gets_the_answer_as_a_persons_with_the_clause_that_they_named()
    {
        var (priya, sam, nora) = (School.Teacher(), office.Sam, office.Nora);
        var reference = await priya.SendsOnAsync();
        await sam.PressesAsync("Answer", on: reference);
        sam.Sees(SendingOn.NotCovered, "Your answer", "The clause that settles it", "Not for you?");
        sam.Chooses("The clause that settles it (if there is one)", "The Do's: Think before responding to comments and, when in doubt, get…");
        await sam.Fills("Your answer", "The handbook says 25.").PressesAsync("Send the answer", on: reference);
        sam.Sees($"{reference}: answered", "The handbook says 25.", "Answered Sam Keane, Monday 23 November 2026", "Change the answer");

        await priya.GetsAsync("Answered by Sam Keane, Social Media Manager", reference, SendingOn.NotCovered, "The handbook says 25.",
            "These are a person's words, not the policy's.", "They point to this in the policy:", "“Think before responding to comments and, when in doubt, get a second opinion.”");
        await priya.GetsAsync("Your question is answered", "Sam Keane, Social Media Manager, answered it");
        await nora.GetsAsync($"{reference}: answered", "Sam Keane", "The handbook says 25.");
    }

    [Fact]
    public async Task The_clauses_that_were_quoted_stand_first_then_their_neighbours_and_a_chosen_one_stands_in_the_form_when_it_is_opened_again()
    {
        const string Clause = "The clause that settles it (if there is one)";
        const string Followed = "Students: Staff are not permitted to follow or engage with current or…";
        var (priya, sam) = (School.Teacher(), office.Sam);
        await priya.SaysAsync(SendingOn.Covered);
        await priya.PressesAsync("This does not help");
        await priya.PressesAsync("Send my question on");
        var reference = priya.Reference;
        await sam.PressesAsync("Answer", on: reference);
        var titles = sam.Card.Input(Clause).GetProperty("choices").EnumerateArray().Select(choice => CardFace.Of(choice, "title")).ToList();
        Assert.Equal(Followed, titles[0]);
        Assert.All(titles[1..3], title => Assert.StartsWith("Students: ", title, StringComparison.Ordinal));

        await sam.Chooses(Clause, Followed).Fills("Your answer", "Not on your own account.").PressesAsync("Send the answer", on: reference);
        await sam.GetsAsync($"{reference}: answered");
        await sam.PressesAsync("Change the answer", on: reference);
        Assert.Equal("Social Media/students.no-following", sam.Card.Standing(Clause));
        await sam.Fills("Your answer", "Not on your own account, nor on theirs.").PressesAsync("Send the changed answer", on: reference);
        await priya.GetsAsync("nor on theirs", "They point to this in the policy:");
    }

    [Fact]
    public async Task An_empty_or_endless_answer_is_said_beside_the_field_and_nothing_is_sent()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.SendsOnAsync();
        await sam.PressesAsync("Answer", on: reference);
        var before = School.Remembered();
        await sam.PressesAsync("Send the answer", on: reference);
        Assert.Contains("Please write the answer in a sentence or two.", sam.Card.Beside("Your answer"), StringComparison.Ordinal);
        await sam.Fills("Your answer", "Begins here " + new string('x', 50_000)).PressesAsync("Send the answer", on: reference);
        Assert.Contains("Please keep this under 1,800 characters.", sam.Card.Beside("Your answer"), StringComparison.Ordinal);
        Assert.StartsWith("Begins here", sam.Card.Standing("Your answer"), StringComparison.Ordinal);
        Assert.Equal(before, School.Remembered());
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_one_wins_and_the_other_keeps_their_words_and_reads_who_it_was()
    {
        var (priya, sam, nora) = (School.Teacher(), office.Sam, office.Nora);
        var reference = await priya.SendsOnAsync();
        await sam.PressesAsync("Answer", on: reference);
        await nora.PressesAsync("Answer", on: reference);
        var presses = await Task.WhenAll(
            School.DeliverAsync(await sam.Fills("Your answer", "Words of Sam").PressingAsync("Send the answer", on: reference)),
            School.DeliverAsync(await nora.Fills("Your answer", "Words of Nora").PressingAsync("Send the answer", on: reference)));

        var samWon = presses[0].Card!.Text.Contains($"{reference}: answered", StringComparison.Ordinal);
        var (winner, loser, late) = samWon ? ("Sam Keane", "Words of Nora", presses[1].Card!) : ("Nora Finch", "Words of Sam", presses[0].Card!);
        Assert.Contains($"{winner} answered this already. Yours was not sent.", late.Text, StringComparison.Ordinal);
        Assert.Equal(loser, late.Standing("Your answer"));
        await priya.GetsAsync($"Answered by {winner}");
        Assert.Equal(1, priya.MessagesSaying("Answered by"));
        priya.NeverGot(loser);
    }

    [Fact]
    public async Task A_changed_answer_is_brought_to_the_asker_as_such()
    {
        var (priya, sam, nora) = (School.Teacher(), office.Sam, office.Nora);
        var reference = await priya.SendsOnAsync();
        await sam.AnswersAsync(reference, "Twenty");
        await priya.GetsAsync("Answered by Sam Keane", "Twenty");

        await nora.GetsAsync($"{reference}: answered");
        await nora.PressesAsync("Change the answer", on: reference);
        Assert.Equal("Twenty", nora.Card.Standing("Your answer"));
        var before = School.Remembered();
        await nora.PressesAsync("Send the changed answer", on: reference);
        nora.Sees("That is what the answer says already. Nothing was sent.");
        Assert.Equal(before, School.Remembered());

        await nora.Fills("Your answer", "Twenty-five").PressesAsync("Send the changed answer", on: reference);
        await priya.GetsAsync("Answered by Nora Finch, Social Media Manager", "This takes the place of the earlier answer.", "Twenty-five");
        await sam.GetsAsync($"{reference}: answered", "Nora Finch", "Twenty-five");
    }

    [Fact]
    public async Task A_change_on_an_answer_that_was_changed_meanwhile_does_not_overwrite_it_unseen()
    {
        var (priya, sam, nora) = (School.Teacher(), office.Sam, office.Nora);
        var reference = await priya.SendsOnAsync();
        await sam.AnswersAsync(reference, "First");
        await nora.GetsAsync($"{reference}: answered");
        await sam.GetsAsync($"{reference}: answered");
        await nora.PressesAsync("Change the answer", on: reference);
        await sam.PressesAsync("Change the answer", on: reference);
        var late = await nora.Fills("Your answer", "Third").PressingAsync("Send the changed answer"); // made now: the change that follows redraws her card
        await sam.Fills("Your answer", "Second").PressesAsync("Send the changed answer", on: reference);
        await nora.SendsAsync(late);
        nora.Sees("Sam Keane changed the answer in the meantime. Yours was not sent.", "Second");
        Assert.Equal("Third", nora.Card.Standing("Your answer"));
        priya.NeverGot("Third");
    }

    [Theory]
    [InlineData("Chief Executive", "Ruth Calder, Chief Executive")]
    [InlineData("Data Protection Officer", "Owen Bright, Data Protection Officer")]
    [InlineData("line manager of the person who asks", "Martin Hughes, line manager")]
    public async Task Not_for_me_passes_it_on_and_the_asker_is_told_to_whom(string choice, string whom)
    {
        var member = whom[0] switch { 'R' => Cast.Ruth, 'O' => Cast.Owen, _ => Cast.Martin };
        var (priya, sam, other) = (School.Teacher(), office.Sam, School.InChat(member));
        var reference = await priya.SendsOnAsync();
        await sam.PressesAsync("Answer", on: reference);
        await sam.PressesAsync("Pass it on", on: reference);
        Assert.Contains("Please choose who should have it.", sam.Card.Beside("Pass it on to"), StringComparison.Ordinal);
        await sam.Chooses("Pass it on to", choice).PressesAsync("Pass it on", on: reference);
        sam.Sees($"{reference}: a question, passed on", $"With {whom}").DoesNotSee("Answer\n");

        await priya.GetsAsync("Your question was passed on", $"Sam Keane passed it on to {whom}");
        await other.GetsAsync($"{reference}: a question, passed on", SendingOn.NotCovered, "Passed on by Sam Keane");
        var before = School.Remembered();
        await sam.SendsAsync(sam.Pressing("question.answer", new JsonObject { ["ref"] = reference, ["answer"] = "After all" }));
        sam.Sees($"With {whom}");
        Assert.Equal(before, School.Remembered());

        await other.AnswersAsync(reference, "This is how it is.");
        await priya.GetsAsync($"Answered by {whom}", "This is how it is.");
        await sam.GetsAsync($"{reference}: answered", member.Name);
    }

    [Fact]
    public async Task It_may_come_back_to_the_desk_that_it_came_from_and_they_are_told()
    {
        var (priya, sam, ruth) = (School.Teacher(), office.Sam, School.InChat(Cast.Ruth));
        var reference = await priya.SendsOnAsync();
        await sam.PressesAsync("Answer", on: reference);
        await sam.Chooses("Pass it on to", "Chief Executive").PressesAsync("Pass it on", on: reference);
        await ruth.PressesAsync("Answer", on: reference);
        await ruth.Chooses("Pass it on to", "Social Media Manager").PressesAsync("Pass it on", on: reference);
        await sam.GetsAsync($"{reference}: a question, passed on", "With Sam Keane and Nora Finch", "Answer");
        foreach (var person in (Participant[])[sam, office.Nora])
        {
            await person.GetsAsync("A question is with you again", reference, "Ruth Calder passed it back.");
            Assert.Equal(2, person.MessagesSaying(reference));
        }
        Assert.Equal(1, ruth.MessagesSaying(reference));
        await sam.PressesAsync($"Open {reference}");
        sam.Sees($"{reference}: a question, passed on", SendingOn.NotCovered);
        await sam.AnswersAsync(reference, "Here it is.");
        await priya.GetsAsync("Answered by Sam Keane", "Here it is.");
    }

    [Fact]
    public async Task What_was_taken_back_is_not_shown_to_whoever_passes_it_on_to_nobody()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.SendsOnAsync();
        await sam.PressesAsync("Answer", on: reference);
        var late = await sam.PressingAsync("Pass it on", on: reference);
        await priya.PressesAsync("Take it back", on: reference);
        await sam.SendsAsync(late);
        sam.Sees($"{reference}: taken back").DoesNotSee(SendingOn.NotCovered, "Please choose who should have it.");
    }

    [Fact]
    public async Task The_client_draws_each_card_again_as_it_is_for_whoever_looks()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.SendsOnAsync();
        await sam.GetsAsync(reference);
        var before = School.Remembered();
        Assert.Contains($"{reference}: a question for you", (await sam.RefreshesAsync(reference)).Card!.Text, StringComparison.Ordinal);
        Assert.Contains("Your question was sent", (await priya.RefreshesAsync(reference)).Card!.Text, StringComparison.Ordinal);
        await sam.PressesAsync("Answer", on: reference);
        await sam.PressesAsync("Back", on: reference);
        sam.Sees($"{reference}: a question for you");
        Assert.Equal(Cases(before), Cases(School.Remembered()));
    }

    [Fact]
    public async Task An_answer_waits_for_an_asker_who_removed_the_bot_and_comes_when_they_are_back()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.SendsOnAsync();
        await School.DeliverAsync(Sent.Installation(priya.Member, priya.Place, priya.ServiceUrl, "remove"));
        await sam.AnswersAsync(reference, "Words for later");
        // In the outbox this answer stands before what follows; once a later one has gone through it would be there.
        var later = School.Teacher();
        await sam.AnswersAsync(await later.SendsOnAsync(), "Words for now");
        await later.GetsAsync("Words for now");
        priya.NeverGot("Words for later");

        await School.DeliverAsync(Sent.Installation(priya.Member, priya.Place, priya.ServiceUrl, "add"));
        await priya.GetsAsync("Answered by Sam Keane", "Words for later");
    }

    [Fact]
    public async Task A_restart_between_question_and_answer_loses_neither()
    {
        await using var school = new School { Trust = Cast.TrustWithOfficeJson() };
        await school.InitializeAsync();
        var (priya, sam) = (school.Teacher(), school.InChat(Cast.Sam));
        var reference = await priya.SendsOnAsync();
        await sam.GetsAsync(reference);
        await school.RestartAsync();
        await sam.AnswersAsync(reference, "Still here");
        await priya.GetsAsync("Answered by Sam Keane", "Still here");
    }

    [Fact]
    public async Task A_Social_Media_Manager_who_is_the_only_one_is_told_whom_to_ask()
    {
        await using var school = new School();
        await school.InitializeAsync();
        var sam = school.InChat(Cast.Sam);
        await sam.SaysAsync(SendingOn.NotCovered);
        await sam.PressesAsync("Send my question on");
        sam.Sees("You are the Social Media Manager, so there is nobody I could send this to. Please ask your line manager.");
    }

    private static string Cases(string remembered) =>
        string.Join('\n', remembered.Split('\n').Where(row => !row.StartsWith("conversations|", StringComparison.Ordinal)));
}
