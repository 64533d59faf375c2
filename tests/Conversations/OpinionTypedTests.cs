using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>What a reader has typed is not lost because somebody was faster, and says so before it is dropped.</summary>
public sealed class OpinionTypedTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    private const string Kept = "What you wrote is still here, so that you can copy it. Nobody else has it.";

    private School School => office.School;

    [Fact]
    public async Task Taken_back_while_a_reader_writes_their_words_are_kept_and_the_authors_are_not_shown()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.AsksAboutAsync("The Campion outing is planned");
        await sam.HasToReadAsync(reference, "Campion");
        await sam.PressesAsync("Ask for a change", on: reference);
        sam.Sees("Back drops what you have written here.");
        sam.Fills("What should change?", "Please say where you meet");
        var pressing = await sam.PressingAsync("Send it back to the author", on: $"{reference}: ask for a change");
        await priya.PressesAsync("Take it back", on: reference);
        await sam.GetsAsync($"{reference}: taken back");
        await sam.SendsAsync(pressing);
        sam.Sees($"{priya.Member.Name} took it back. Nothing was decided.", Kept).DoesNotSee("Campion");
        Assert.Equal("Please say where you meet", sam.Card.Standing("What should change?"));
        await sam.PressesAsync("Back", on: Kept);
        sam.Sees($"{reference}: taken back");
    }

    [Fact]
    public async Task Decided_by_another_meanwhile_the_slower_keeps_their_words()
    {
        await using var both = await AnyOfTwoAsync();
        var (priya, sam, nora) = (both.Teacher(), both.InChat(Cast.Sam), both.InChat(Cast.Nora));
        var reference = await priya.AsksAboutAsync("The Dittany match");
        await sam.HasToReadAsync(reference, "Dittany");
        await nora.HasToReadAsync(reference, "Dittany");
        await sam.PressesAsync("Agree with other words", on: reference);
        sam.Fills("The wording that you agree with", "The Dittany match is won").Fills("Why (if you want to say)?", "It has a result");
        var pressing = await sam.PressingAsync("Agree with this wording", on: $"{reference}: agree with other words");
        await nora.PressesAsync("Agree", on: reference);
        await sam.SendsAsync(pressing);
        sam.Sees("Nora Finch decided it already. Yours was not noted.", Kept);
        Assert.Equal("The Dittany match is won", sam.Card.Standing("The wording that you agree with"));
        Assert.Equal("It has a result", sam.Card.Standing("Why (if you want to say)?"));
    }

    [Fact]
    public async Task Passed_on_while_they_write_a_reader_keeps_their_words()
    {
        var (priya, sam, nora) = (School.Teacher(), office.Sam, office.Nora);
        var reference = await priya.AsksAboutAsync("The Elecampane walk");
        await sam.HasToReadAsync(reference, "Elecampane");
        await sam.PressesAsync("Ask for a change", on: reference);
        sam.Fills("What should change?", "Please name the hill");
        var pressing = await sam.PressingAsync("Send it back to the author", on: $"{reference}: ask for a change");
        await School.InChat(Cast.Sam).SendsAsync(sam.Pressing("opinion.handon", new System.Text.Json.Nodes.JsonObject { ["ref"] = reference, ["handTo"] = Cast.Nora.DirectoryId }));
        await nora.HasToReadAsync(reference, "Elecampane");
        await sam.SendsAsync(pressing);
        sam.Sees("Only the people who were asked can do that.", Kept);
        Assert.Equal("Please name the hill", sam.Card.Standing("What should change?"));
    }

    [Fact]
    public async Task The_text_is_another_by_now_and_the_form_says_so_with_what_was_typed()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.AsksAboutAsync("The Fleabane show");
        await sam.HasToReadAsync(reference, "Fleabane");
        await sam.PressesAsync("Ask for a change", on: reference);
        sam.Fills("What should change?", "Please give the hour");
        var pressing = await sam.PressingAsync("Send it back to the author", on: $"{reference}: ask for a change");
        await priya.PressesAsync("Change it", on: reference);
        await priya.Fills("The text, word for word", "The Fleabane show is at the theatre").PressesAsync("Next");
        await priya.PressesAsync("Send it again");
        await sam.SendsAsync(pressing);
        sam.Sees("The text has changed since you had this card.", "The Fleabane show is at the theatre");
        Assert.Equal("Please give the hour", sam.Card.Standing("What should change?"));
        await sam.PressesAsync("Send it back to the author", on: "The text has changed");
        await priya.GetsAsync("Please change something", reference, "Please give the hour");
    }

    [Fact]
    public async Task A_form_shows_the_comment_that_the_draft_replies_to()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        await priya.SaysAsync("check");
        priya.Fills("The text, word for word", "Thank you, we look into it").Chooses("What is it?", "A reply to a comment")
            .Chooses("Which platform?", "Facebook").Chooses("From which account?", "An account of the Trust or an academy");
        await priya.PressesAsync("Next");
        await priya.Fills("The comment, word for word", "Your Gromwell gate is broken").PressesAsync("Next");
        await priya.Chooses("Who is it for?", "Families").PressesAsync("Next");
        await priya.PressesAsync("Send it to them");
        var reference = priya.Reference;
        await sam.HasToReadAsync(reference, "Gromwell");
        foreach (var form in (string[])["Agree with other words", "Ask for a change", "Advise not to post"])
        {
            await sam.PressesAsync(form, on: reference);
            sam.Sees("Your Gromwell gate is broken", "Back drops what you have written here.");
            await sam.PressesAsync("Back", on: "Back drops");
        }
    }

    private static async Task<School> AnyOfTwoAsync()
    {
        var file = System.Text.Json.Nodes.JsonNode.Parse(Cast.TrustWithOfficeJson())!;
        file["opinions"] = new System.Text.Json.Nodes.JsonObject { ["readers"] = "any" };
        var school = new School { Trust = file.ToJsonString() };
        await school.InitializeAsync();
        return school;
    }
}
