using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Nobody knows: somebody sends their question on to a person with one press.</summary>
public sealed class SendingOnTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    private School School => office.School;

    [Fact]
    public async Task An_unanswered_question_is_sent_with_one_press_and_the_asker_sees_what_was_sent_and_to_whom()
    {
        var priya = School.Teacher();
        await priya.SaysAsync(SendingOn.NotCovered);
        priya.Sees("The policy does not settle this", "I can send your question, with your name, to Sam Keane and Nora Finch, Social Media Manager.");
        await priya.PressesAsync("Send my question on");
        priya.Sees("Your question was sent", "What was sent", SendingOn.NotCovered, "It is with Sam Keane and Nora Finch, Social Media Manager", "With your name");

        foreach (var person in (Participant[])[office.Sam, office.Nora])
            await person.GetsAsync($"{priya.Reference}: a question for you", SendingOn.NotCovered, $"From {priya.Member.Name}, North Academy", "That the policy does not settle it.");
    }

    [Fact]
    public async Task An_answer_that_does_not_help_is_sent_on_only_after_the_asker_has_seen_what_would_go()
    {
        var priya = School.Teacher();
        await priya.SaysAsync(SendingOn.Covered);
        await priya.PressesAsync("This does not help");
        priya.Sees("Sorry that this did not help", "Sam Keane and Nora Finch", "This is what I would send", SendingOn.Covered, "Nothing is sent unless you press.");
        Assert.DoesNotContain($"|{priya.Member.DirectoryId}|", CasesIn(School.Remembered()), StringComparison.Ordinal);

        await priya.PressesAsync("Send my question on");
        priya.Sees("Your question was sent");
        await office.Sam.GetsAsync($"{priya.Reference}: a question for you", "I quoted this, and it did not help", "Staff are not permitted to follow or engage");
    }

    [Fact]
    public async Task The_same_press_twice_or_another_on_the_same_answer_sends_it_once()
    {
        var priya = School.Teacher();
        await priya.SaysAsync(SendingOn.NotCovered);
        var press = await priya.PressingAsync("Send my question on");
        var again = await priya.PressingAsync("Send my question on");
        again["id"] = Sent.NewId();
        await Task.WhenAll(School.DeliverAsync(press), School.DeliverAsync(press), School.DeliverAsync(again));
        await priya.GetsAsync("Your question was sent");
        var reference = priya.Reference;
        var before = School.Remembered();

        await priya.PressesAsync("Send my question on");
        priya.Sees($"You sent this on already: {reference}. Type my cases to see how far it is.");
        Assert.Equal(before, School.Remembered());
        Assert.Equal(1, priya.MessagesSaying("Your question was sent"));
        await office.Sam.GetsAsync($"{reference}: a question for you");
        Assert.Equal(1, office.Sam.MessagesSaying(reference));
    }

    [Fact]
    public async Task My_cases_shows_own_questions_and_how_far_they_are()
    {
        var priya = School.Teacher();
        var question = await priya.SendsOnAsync();
        var report = await priya.ReportsAsync("A rude comment");
        await priya.SaysAsync("my cases");
        priya.Sees(report, "My questions", question, SendingOn.NotCovered, "Sent, waiting for an answer");

        await office.Sam.AnswersAsync(question, "Please look in the handbook.");
        await priya.GetsAsync("Answered by Sam Keane");
        await priya.SaysAsync("my questions");
        priya.Sees(question, "Answered. You sent it on");

        var other = School.Teacher();
        await other.SaysAsync("my cases");
        other.Sees("You have not reported anything yet.").DoesNotSee("QST-", "My questions");
    }

    [Fact]
    public async Task A_question_that_is_taken_back_is_nobodys_any_more()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.SendsOnAsync("How many days of annual leave for Wimbledonia do I get?");
        await sam.GetsAsync($"{reference}: a question for you", "Wimbledonia");
        await sam.PressesAsync("Answer", on: reference);
        await priya.PressesAsync("Take it back", on: reference);
        priya.Sees("You took your question back").DoesNotSee("Take it back\n");
        await sam.GetsAsync($"{reference}: taken back", "There is nothing to do");

        var before = School.Remembered();
        await sam.SendsAsync(sam.Pressing("question.answer", new System.Text.Json.Nodes.JsonObject { ["ref"] = reference, ["answer"] = "Too late" }));
        sam.Sees($"{reference}: taken back").DoesNotSee("Wimbledonia", "Answer\n");
        Assert.Equal(before, School.Remembered());
        priya.NeverGot("Too late");
    }

    [Fact]
    public async Task What_was_answered_cannot_be_taken_back_and_the_card_says_by_whom()
    {
        var priya = School.Teacher();
        var reference = await priya.SendsOnAsync();
        var takeBack = await priya.PressingAsync("Take it back", on: reference);
        await office.Nora.AnswersAsync(reference, "Twenty-five.");
        var before = School.Remembered();
        await priya.SendsAsync(takeBack);
        priya.Sees("Your question is answered", "Nora Finch, Social Media Manager, answered it");
        Assert.Equal(before, School.Remembered());
    }

    [Fact]
    public async Task Where_others_read_along_no_question_is_sent()
    {
        var priya = School.Teacher().In(School.North.NewThread());
        await priya.SaysAsync(SendingOn.NotCovered);
        priya.Sees("The policy does not settle this").DoesNotSee("Send my question on");
        foreach (var verb in (string[])["question.send", "question.dislike"])
        {
            await priya.SendsAsync(priya.Pressing(verb, new System.Text.Json.Nodes.JsonObject { ["question"] = "any" }));
            priya.Sees("Please do this in your own chat with me. Nothing was sent.");
        }
    }

    [Fact]
    public async Task What_sounds_like_danger_has_no_such_button_and_a_forged_press_brings_help()
    {
        var priya = School.Teacher();
        await priya.SaysAsync(SendingOn.NotCovered);
        var data = (await priya.PressingAsync("Send my question on"))["value"]!["action"]!["data"]!;
        await priya.SaysAsync("A pupil has posted that she is going to kill herself tonight, what do I do?");
        priya.Sees("Ring 999 now").DoesNotSee("Send my question on", "This does not help");

        var cases = CasesIn(School.Remembered());
        data["question"] = LastAsked(priya);
        foreach (var verb in (string[])["question.send", "question.dislike"])
        {
            var messages = priya.MessagesSaying("Ring 999 now");
            await priya.SendsAsync(priya.Pressing(verb, data.DeepClone()));
            await School.Teams.WaitForAsync(_ => priya.MessagesSaying("Ring 999 now") > messages, TestContext.Current.CancellationToken);
        }
        Assert.Equal(cases, CasesIn(School.Remembered()));
        office.Sam.NeverGot("kill herself");
    }

    [Fact]
    public async Task What_sounds_like_a_report_is_shown_the_way_of_a_report()
    {
        var priya = School.Teacher();
        await priya.SaysAsync("A colleague is being abused by colleagues on facebook, what must I do?");
        await priya.PressesAsync("This does not help");
        priya.Sees("Has something happened?", "Report something", "**999**").DoesNotSee("Send my question on");

        var cases = CasesIn(School.Remembered());
        var forged = priya.Pressing("question.send", new System.Text.Json.Nodes.JsonObject { ["question"] = LastAsked(priya) });
        await priya.SendsAsync(forged);
        await School.Teams.WaitForAsync(_ => priya.MessagesSaying("Has something happened?") == 2, TestContext.Current.CancellationToken);
        Assert.Equal(cases, CasesIn(School.Remembered()));
    }

    [Fact]
    public async Task A_question_that_is_no_longer_remembered_is_asked_for_again()
    {
        var priya = School.Teacher();
        await priya.SaysAsync(SendingOn.NotCovered);
        var press = await priya.PressingAsync("Send my question on");
        foreach (var later in (string[])["Can I post on Facebook?", "Can I post on Instagram?", "Can I post on TikTok?"])
            await priya.SaysAsync(later);
        await priya.SendsAsync(press);
        priya.Sees("I no longer have that question. Nothing was sent. Please ask it again");
    }

    [Fact]
    public async Task A_button_is_still_good_the_next_day()
    {
        var priya = School.Teacher();
        await priya.SaysAsync(SendingOn.NotCovered);
        await School.LaterAsync(TimeSpan.FromDays(1));
        await priya.SaysAsync("Can I post on TikTok?");
        await priya.PressesAsync("Send my question on", on: "does not settle");
        priya.Sees("Your question was sent", SendingOn.NotCovered);
    }

    [Fact]
    public async Task A_Social_Media_Managers_own_question_goes_to_the_other_one()
    {
        var sam = office.Sam;
        var reference = await sam.SendsOnAsync("How many days of annual leave does a Zebrafinch get?");
        sam.Sees("It is with Nora Finch, Social Media Manager").DoesNotSee("Sam Keane");
        await office.Nora.GetsAsync($"{reference}: a question for you", "Zebrafinch", "From Sam Keane");
        Assert.Equal(0, sam.MessagesSaying($"{reference}: a question for you"));

        var before = School.Remembered();
        await sam.SendsAsync(sam.Pressing("question.answer", new System.Text.Json.Nodes.JsonObject { ["ref"] = reference, ["answer"] = "My own" }));
        sam.Sees("Only the people who were asked can do that.");
        Assert.Equal(before, School.Remembered());
    }

    private static string CasesIn(string remembered) =>
        string.Join('\n', remembered.Split('\n').Where(row => row.StartsWith("cases|", StringComparison.Ordinal)));

    // The id of the last question in this chat, which no button carries.
    private string LastAsked(Participant asker)
    {
        var row = School.Remembered().Split('\n').Single(row => row.StartsWith($"conversations|{asker.Place.Id}|", StringComparison.Ordinal));
        return System.Text.RegularExpressions.Regex.Matches(row, "(?<=\"id\":\")[0-9a-f]{32}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))[^1].Value;
    }
}
