using System.Text.Json.Nodes;
using PolicyBot.Cases;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>Somebody wants a draft to be read before it goes out; a second person decides on exactly that text.</summary>
public sealed class SecondOpinionTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    private const string Netball = "Well done to our Year 8 netballers, winners 14-9 at Priory. Miss Okafor, PE department";

    private const string Told = "I write because something has happened to it.";

    private School School => office.School;

    [Fact]
    public async Task A_draft_is_checked_at_once_read_by_a_person_copied_and_noted_where_it_stands()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        await priya.DescribesAsync($"Quincewort day! {Netball} Jayden played well!!!");
        priya.Sees(
            "The rules found 2 things", "**Serious: A pupil is named**", "Where it says: “Jayden”", ScriptedDrafts.Advice, "“Users must ensure that their use of social media does not infringe upon relevant data protection laws",
            "**Worth a thought: It shouts**", "It goes to Sam Keane.", "Nobody has it yet.");
        await priya.PressesAsync("Send it to them");
        priya.Sees("Your draft is being read", "It is with Sam Keane", "Please do not post it before.");
        var reference = priya.Reference;

        await sam.HasToReadAsync(reference, "Quincewort day!", $"**From:** {priya.Member.Name}, North Academy", "**Serious: A pupil is named**", "**Platform:** Instagram");
        await sam.PressesAsync("Agree", on: reference);
        sam.Sees($"{reference}: agreed", "Sam Keane agrees");
        await priya.GetsAsync(Told, "Agreed: you can post it", reference, "Sam Keane agrees", "If you change a single letter");

        await priya.PressesAsync("Copy the text", on: "Agreed: you can post it");
        Assert.Equal($"Quincewort day! {Netball} Jayden played well!!!", priya.Card.Standing("The agreed text"));
        await priya.PressesAsync("Back", on: "covers exactly this text");
        await priya.PressesAsync("Record to pass on", on: "Agreed: you can post it");
        priya.Sees($"{reference}: Agreed", "Agreed by Sam Keane on Monday 23 November 2026", "SHA-256", "Quincewort day!");

        await priya.SaysAsync("posted https://www.instagram.com/p/quince");
        priya.Sees($"I have noted where {reference} was posted.");
        await sam.GetsAsync($"{reference}: agreed and posted");
        Assert.Equal(["opinion.asked", "opinion.agreed", "opinion.posted"], await TrailOfAsync(reference));
    }

    [Fact]
    public async Task No_rule_that_fires_is_said_as_that_and_never_as_safe()
    {
        var priya = School.Teacher();
        await priya.DescribesAsync(Netball);
        priya.Sees("No rule fired. Rules see little: a person decides whether this is right to post.").DoesNotSee("safe", "fine");
    }

    [Fact]
    public async Task Check_finds_the_decision_again_for_the_same_text_and_not_for_another()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        const string Text = "Our library opens again on Monday the seventh of December. The office";
        var reference = await priya.AsksAboutAsync(Text);
        await priya.SaysAsync($"check: {Text}");
        priya.Sees("Waiting to be read", reference);
        await sam.HasToReadAsync(reference, "Our library opens");
        await sam.PressesAsync("Agree", on: reference);
        await priya.GetsAsync(Told, "Agreed: you can post it", reference);

        await priya.SaysAsync($"check: {Text}");
        priya.Sees("Exactly this text was agreed", reference, "For Instagram");
        foreach (var another in (string[])[
            Text.Replace("library", "li\u200Bbrary", StringComparison.Ordinal), Text.Replace("seventh", "eighth", StringComparison.Ordinal), Text + "!",
            Text.Replace("opens", "\u043Epens", StringComparison.Ordinal), Text.Replace("again on", "again  on", StringComparison.Ordinal)])
        {
            await priya.SaysAsync($"check: {another}");
            await priya.GetsAsync("This is not the text that was read", $"{reference} does not cover it");
            priya.DoesNotSee("Exactly this text was agreed");
            await priya.GetsAsync("What do you want to post?", another.Replace("\u200B", "", StringComparison.Ordinal)); // to be asked about anew
            await priya.SaysAsync("cancel");
            priya.Sees("Thrown away");
        }
    }

    [Fact]
    public async Task A_reader_agrees_with_other_words_and_the_author_sees_each_that_changed()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.AsksAboutAsync("Our pupils smashed the Marrowfield match");
        await sam.HasToReadAsync(reference, "Marrowfield");
        await sam.PressesAsync("Agree with other words", on: reference);
        await sam.PressesAsync("Agree with this wording", on: reference);
        sam.Sees("That is the author's own wording.");
        await sam.Fills("The wording that you agree with", "Our pupils won the Marrowfield match today").Fills("Why (if you want to say)?", "Friendlier").PressesAsync("Agree with this wording", on: reference);
        sam.Sees($"{reference}: agreed", "“smashed” became “won”", "Put in: “today”");

        await priya.GetsAsync(Told, "Agreed, with other words", "“smashed” became “won”", "Put in: “today”", "Friendlier", "Our pupils won the Marrowfield match today");
        await priya.SaysAsync("check: Our pupils smashed the Marrowfield match");
        priya.Sees("This is not the text that was read");
    }

    [Fact]
    public async Task A_change_is_asked_for_made_and_agreed_to_and_what_was_said_before_counts_no_more()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.AsksAboutAsync("Jayden won the Pellitory cup");
        await sam.HasToReadAsync(reference, "Pellitory");
        await sam.PressesAsync("Ask for a change", on: reference);
        await sam.PressesAsync("Send it back to the author", on: reference);
        sam.Sees("Please say what should change.");
        await sam.Fills("What should change?", "Without his name, please").PressesAsync("Send it back to the author", on: reference);
        sam.Sees($"{reference}: a change was asked for");

        await priya.GetsAsync(Told, "Please change something", reference, "Without his name, please");
        await priya.PressesAsync("Change it", on: Told);
        priya.Sees($"{reference}: change it");
        await priya.Fills("The text, word for word", "A pupil of ours won the Pellitory cup").PressesAsync("Next");
        priya.Sees("Before a person reads it", "No rule fired");
        await priya.PressesAsync("Send it again");
        await sam.GetsAsync("A draft is with you again", reference);
        await sam.PressesAsync($"Open {reference}", on: "A draft is with you again");
        sam.Sees("A pupil of ours won", $"{reference}: please read this").DoesNotSee("Without his name");
        await sam.PressesAsync("Agree", on: "A pupil of ours won");
        await priya.GetsAsync(Told, "Agreed: you can post it", "A pupil of ours won");
        Assert.Equal(["opinion.asked", "opinion.change_wanted", "opinion.sent_again", "opinion.agreed"], await TrailOfAsync(reference));
    }

    [Fact]
    public async Task A_no_needs_a_reason_and_a_clause()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.AsksAboutAsync("SLT could not run a Wormwood bath");
        await sam.HasToReadAsync(reference, "Wormwood");
        await sam.PressesAsync("Advise not to post", on: reference);
        await sam.PressesAsync("Advise not to post it", on: reference);
        sam.Sees("Please say why it should not be posted.", "Please choose the clause that speaks against it.");
        var clause = sam.Card.Input("The clause that speaks against it").GetProperty("choices").EnumerateArray().First(choice => CardFace.Of(choice, "title").Contains("grievances", StringComparison.Ordinal));
        await sam.Fills("Why should it not be posted?", "It belongs in a talk with SLT").Fills("The clause that speaks against it", CardFace.Of(clause, "value")).PressesAsync("Advise not to post it", on: reference);
        sam.Sees($"{reference}: advised not to post");
        await priya.GetsAsync(Told, "Please do not post this", reference, "It belongs in a talk with SLT", "Don't use social media to air internal grievances");
    }

    [Fact]
    public async Task A_reader_hands_it_on_and_has_no_say_any_more()
    {
        var (priya, sam, nora) = (School.Teacher(), office.Sam, office.Nora);
        var reference = await priya.AsksAboutAsync("The Tansy concert is tonight");
        await sam.HasToReadAsync(reference, "Tansy");
        var agreeing = await sam.PressingAsync("Agree", on: reference);
        await sam.PressesAsync("Hand it on", on: reference);
        await sam.Chooses("Who should read it in your place?", "Nora Finch").PressesAsync("Hand it on to them", on: reference);
        sam.Sees($"{reference}: somebody else reads it now");
        await nora.HasToReadAsync(reference, "Tansy");
        await priya.GetsAsync(Told, "It is with Nora Finch");

        var before = School.Remembered();
        await sam.SendsAsync(agreeing);
        sam.Sees("somebody else reads it now");
        Assert.Equal(before, School.Remembered());
        await nora.PressesAsync("Agree", on: reference);
        await priya.GetsAsync(Told, "Agreed: you can post it", "Nora Finch agrees");
    }

    [Fact]
    public async Task Taken_back_it_is_nobodys_any_more()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.AsksAboutAsync("The Hellebore trip is off");
        await sam.HasToReadAsync(reference, "Hellebore");
        var agreeing = await sam.PressingAsync("Agree", on: reference);
        await priya.PressesAsync("Take it back", on: reference);
        priya.Sees("You took it back");
        await sam.GetsAsync($"{reference}: taken back", "There is nothing to do");
        var before = School.Remembered();
        await sam.SendsAsync(agreeing);
        sam.Sees("taken back").DoesNotSee("Hellebore");
        Assert.Equal(before, School.Remembered());
    }

    [Fact]
    public async Task Neither_the_author_nor_whom_it_is_about_reads_it()
    {
        var (priya, ben) = (School.Teacher(), School.Teacher());
        var reference = await priya.AsksAboutAsync("Sam Keane did the Feverfew marathon", about: Cast.Sam);
        await office.Nora.HasToReadAsync(reference, "Feverfew");
        office.Sam.NeverGot(reference);

        await ben.DescribesAsync("A post of mine");
        await ben.Picks("Somebody else (if you want)", ben.Member).PressesAsync("Send it to them");
        ben.Sees("They cannot read it");
        await ben.Picks("Somebody else (if you want)", Cast.Jamie).PressesAsync("Send it to them"); // a pupil
        ben.Sees("They cannot read it");
        await ben.Picks("Somebody else (if you want)", Cast.Martin).PressesAsync("Send it to them");
        ben.Sees("It is with Martin Hughes");
        await School.InChat(Cast.Martin).HasToReadAsync(ben.Reference, "A post of mine");
    }

    [Fact]
    public async Task Whoever_has_no_part_in_it_learns_nothing()
    {
        var (priya, ben) = (School.Teacher(), School.Teacher());
        var reference = await priya.AsksAboutAsync("The Betony fair");
        await office.Sam.HasToReadAsync(reference, "Betony");
        var before = School.Remembered();
        foreach (var verb in (string[])[
            "opinion.view", "opinion.card", "opinion.open", "opinion.read", "opinion.agree", "opinion.form", "opinion.reword", "opinion.change", "opinion.advise", "opinion.handon",
            "opinion.withdraw", "opinion.edit", "opinion.copy", "opinion.record", "opinion.posted"])
        {
            await ben.SendsAsync(ben.Pressing(verb, new JsonObject { ["ref"] = reference, ["step"] = "Change", ["link"] = "https://example.test" }));
            ben.Sees("Only the people who were asked can do that.").DoesNotSee("Betony");
        }
        foreach (var verb in (string[])["opinion.agree", "opinion.reword", "opinion.change", "opinion.advise", "opinion.handon"])
        {
            await priya.SendsAsync(priya.Pressing(verb, new JsonObject { ["ref"] = reference, ["reason"] = "I agree with myself" }));
            priya.Sees("Only the people who were asked can do that.");
        }
        Assert.Equal(before[before.IndexOf("cases|", StringComparison.Ordinal)..], School.Remembered() is var after ? after[after.IndexOf("cases|", StringComparison.Ordinal)..] : "");
    }

    [Fact]
    public async Task A_draft_that_names_anothers_request_learns_nothing_of_it_and_has_readers_of_its_own()
    {
        var (priya, ben) = (School.Teacher(), School.Teacher());
        var reference = await priya.AsksAboutAsync("The Loosestrife play", reader: Cast.Martin);
        await School.InChat(Cast.Martin).HasToReadAsync(reference, "Loosestrife");
        await School.InChat(Cast.Martin).PressesAsync("Agree", on: reference);
        await priya.GetsAsync(Told, "Agreed: you can post it", reference);

        await ben.DescribesAsync("The Teasel walk");
        await ben.SendsAsync(Naming(await ben.PressingAsync("Change the rest")));
        await ben.SendsAsync(Naming(await ben.PressingAsync("Next")));
        ben.Sees("Before a person reads it", "It goes to Sam Keane.").DoesNotSee(reference, "Martin Hughes");
        await ben.SendsAsync(Naming(await ben.PressingAsync("Send it to them")));
        ben.Sees("It is with Sam Keane").DoesNotSee(reference);
        Assert.Equal(["opinion.asked", "opinion.agreed"], await TrailOfAsync(reference));

        JsonObject Naming(JsonObject pressing)
        {
            pressing["value"]!["action"]!["data"]!["ref"] = reference;
            return pressing;
        }
    }

    [Fact]
    public async Task A_draft_survives_a_restart_and_can_be_thrown_away()
    {
        var school = new School();
        await school.InitializeAsync();
        await using var open = school.ConfigureAwait(true);
        var priya = school.Teacher();
        await priya.SaysAsync("check: The Sorrel play is on Friday");
        Assert.Equal("The Sorrel play is on Friday", priya.Card.Standing("The text, word for word"));
        await school.RestartAsync();
        await priya.SaysAsync("check");
        priya.Sees("You have a draft that nobody has read yet");
        await priya.PressesAsync("Carry on");
        Assert.Equal("The Sorrel play is on Friday", priya.Card.Standing("The text, word for word"));
        await priya.PressesAsync("Next");
        priya.Sees("Please choose where it should go out.", "Please choose the account.");
        await priya.PressesAsync("Cancel");
        priya.Sees("Thrown away");
    }

    [Fact]
    public async Task A_reply_shows_its_clock_and_words_that_buy_time()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        await priya.SaysAsync("check");
        priya.Fills("The text, word for word", "We are sorry to hear that. Please call the office. The team").Chooses("What is it?", "A reply to a comment")
            .Chooses("Which platform?", "Facebook").Chooses("From which account?", "An account of the Trust or an academy");
        await priya.PressesAsync("Next");
        await priya.Fills("The comment, word for word", "Your Comfrey buses never come!").Fills("On which day did it come in?", "2026-11-23").Fills("At what time?", "08:30").PressesAsync("Next");
        await priya.Chooses("Who is it for?", "Families").PressesAsync("Next");
        priya.Sees("Reply by Tuesday 24 November 2026 at 08:30", "Thank you for your message. We have received it and will come back to you.", "Where it says: “\\[posted Mon 8.30 am; it is now Mon 9.30 am”");
        await priya.PressesAsync("Send it to them");
        await sam.HasToReadAsync(priya.Reference, "Your Comfrey buses never come!", "**The reply is due by:** Tuesday 24 November 2026 at 08:30");
    }

    [Fact]
    public async Task A_draft_in_a_channel_is_not_read_there()
    {
        var priya = School.Teacher().In(new Place("19:anybody@thread.tacv2", "channel"));
        await priya.SaysAsync("check: The Yarrow post");
        priya.Sees("Please do this in your own chat with me.");
        await priya.SaysAsync("can someone check this before I post");
        priya.Sees("Please do this in your own chat with me.");
    }

    [Fact]
    public async Task My_cases_lists_what_is_mine_and_what_waits_for_me()
    {
        var (priya, nora) = (School.Teacher(), office.Nora);
        var reference = await priya.AsksAboutAsync("The Borage club meets", about: Cast.Sam);
        await nora.HasToReadAsync(reference, "Borage");
        await priya.SaysAsync("my cases");
        priya.Sees("My second opinions", reference, "The Borage club meets", "Waiting to be read");
        await nora.SaysAsync("my cases");
        nora.Sees("Waiting for you to read", reference).DoesNotSee("The Borage club meets");
        await nora.PressesAsync($"Open {reference}", on: "Waiting for you to read");
        nora.Sees("The Borage club meets", "Agree");
    }

    [Theory]
    [InlineData("check whether I can post photos of my class")]
    [InlineData("check if I may follow a pupil")]
    public async Task A_question_that_begins_with_check_stays_a_question(string question)
    {
        var priya = School.Teacher();
        await priya.SaysAsync(question);
        priya.DoesNotSee("What do you want to post?", "Please do this");
    }

    private async Task<IEnumerable<string>> TrailOfAsync(string reference)
    {
        Assert.True(CaseReference.TryParse(reference, out var known));
        return (await School.Bot.Get<CaseStore>().TrailOfAsync(known, TestContext.Current.CancellationToken)).Select(entry => entry.Type);
    }
}
