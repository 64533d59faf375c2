using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Nobody agrees to words that they could not have read: what a card cuts stands on a page behind it.</summary>
public sealed class OpinionReadAllTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    [Fact]
    public async Task What_stands_around_a_text_is_read_to_its_end_by_author_and_reader()
    {
        var (priya, sam) = (office.School.Teacher(), office.Sam);
        await priya.SaysAsync("check");
        priya.Fills("The text, word for word", "We are sorry about the Agrimony bus").Chooses("What is it?", "A reply to a comment")
            .Chooses("Which platform?", "Facebook").Chooses("From which account?", "An account of the Trust or an academy").Fills("Its name (if it has one)", Long(200, "Endaccount"));
        await priya.PressesAsync("Next");
        await priya.Fills("The comment, word for word", Long(800, "Endcomment")).PressesAsync("Next");
        await priya.Chooses("Who is it for?", "Families").Fills("Pictures or video: what do they show, and whom?", Long(400, "Endpicture"))
            .Fills("Links, and what others made (if there is any)", Long(300, "Endlink")).PressesAsync("Next");
        priya.Sees("Before a person reads it").DoesNotSee("Endcomment", "Endpicture", "Endlink", "Endaccount");
        await priya.PressesAsync("Read all of it");
        await priya.PressesAsync("Next part");
        priya.Sees("Endcomment", "Endpicture", "Endlink", "Endaccount");
        await priya.PressesAsync("Back", on: "Endcomment");
        await priya.PressesAsync("Send it to them");
        var reference = priya.Reference;

        await sam.HasToReadAsync(reference, "Agrimony");
        await sam.PressesAsync("Read all of it", on: reference);
        sam.Sees("We are sorry about the Agrimony bus").DoesNotSee("Endcomment");
        await sam.PressesAsync("Next part");
        sam.Sees("Endcomment", "Endpicture", "Endlink", "Endaccount");
    }

    [Fact]
    public async Task What_a_card_holds_whole_has_no_pages_behind_it()
    {
        var priya = office.School.Teacher();
        await priya.DescribesAsync("The Alkanet stall is open");
        Assert.Null(priya.Card.Button("Read all of it"));
    }

    private static string Long(int length, string end) => string.Concat(Enumerable.Repeat("a bus, ", length))[..(length - end.Length)] + end;
}
