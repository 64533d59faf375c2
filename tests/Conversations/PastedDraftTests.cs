using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A draft that somebody is still describing is theirs: nothing else that they paste or press turns it into another.</summary>
public sealed class PastedDraftTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    private const string Resume = "You have a draft that nobody has read yet";

    private School School => office.School;

    [Fact]
    public async Task A_text_that_is_pasted_leaves_an_open_draft_as_it_is()
    {
        var priya = School.Teacher();
        await priya.DescribesAsync("The Fennel fair is on Saturday");
        await priya.SaysAsync("check: An altogether different message");
        priya.Sees(Resume);
        await priya.PressesAsync("Carry on");
        priya.Sees("Before a person reads it", "The Fennel fair is on Saturday").DoesNotSee("altogether different");
    }

    [Fact]
    public async Task Nor_does_it_change_a_request_that_is_being_edited()
    {
        var priya = School.Teacher();
        var reference = await priya.AsksAboutAsync("The Lovage fair is on Saturday");
        await priya.PressesAsync("Change it", on: reference);
        priya.Sees($"{reference}: change it");
        await priya.SaysAsync("check: An altogether different message");
        priya.Sees(Resume).DoesNotSee(reference);
    }

    [Fact]
    public async Task A_draft_without_a_text_takes_the_one_that_is_pasted()
    {
        var priya = School.Teacher();
        await priya.SaysAsync("check");
        priya.Sees("What do you want to post?");
        await priya.SaysAsync("check: The Cumin quiz is on");
        Assert.Equal("The Cumin quiz is on", priya.Card.Standing("The text, word for word"));
    }

    [Fact]
    public async Task An_old_review_sends_nothing_that_it_did_not_show()
    {
        var priya = School.Teacher();
        await priya.DescribesAsync("The Dill walk is on Monday");
        var sending = await priya.PressingAsync("Send it to them");
        await priya.PressesAsync("Change the text");
        await priya.Fills("The text, word for word", "The Caraway walk is on Monday").PressesAsync("Next");
        await priya.SendsAsync(sending);
        priya.Sees("Before a person reads it", "The Caraway walk is on Monday");
        await priya.PressesAsync("Send it to them");
        priya.Sees("Your draft is being read");
    }
}
