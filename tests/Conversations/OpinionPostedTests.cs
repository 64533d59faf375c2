using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A link is noted for the request that its author means.</summary>
public sealed class OpinionPostedTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    [Fact]
    public async Task Of_several_that_were_agreed_the_author_says_which()
    {
        var priya = office.School.Teacher();
        var first = await AgreedAsync(priya, "The Orpine open day");
        var second = await AgreedAsync(priya, "The Pimpernel picnic");
        await priya.SaysAsync("posted https://example.test/p/1");
        priya.Sees(first, second, "Please write it with its reference", "posted OPN-").DoesNotSee("I have noted");
        await priya.SaysAsync($"posted {second} https://example.test/p/1");
        priya.Sees($"I have noted where {second} was posted.");
        await priya.SaysAsync("posted https://example.test/p/2");
        priya.Sees($"I have noted where {first} was posted.");
    }

    [Fact]
    public async Task A_link_that_was_noted_can_be_put_right_on_the_card()
    {
        var priya = office.School.Teacher();
        var reference = await AgreedAsync(priya, "The Rampion rounders");
        await priya.PressesAsync("I have posted it", on: "Agreed: you can post it");
        await priya.Fills("Where does it stand?", "https://example.test/wrong").PressesAsync("Note the link");
        priya.Sees("Agreed and posted", "https://example.test/wrong");
        await priya.PressesAsync("I have posted it", on: "Agreed and posted");
        await priya.Fills("Where does it stand?", "https://example.test/right").PressesAsync("Note the link");
        priya.Sees(reference, "https://example.test/right").DoesNotSee("https://example.test/wrong");
    }

    private async Task<string> AgreedAsync(Participant author, string text)
    {
        var reference = await author.AsksAboutAsync(text);
        await office.Sam.HasToReadAsync(reference, text);
        await office.Sam.PressesAsync("Agree", on: reference);
        await author.GetsAsync("I write because something has happened to it.", "Agreed: you can post it", reference);
        return reference;
    }
}
