using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>What a reader writes to an author arrives whole.</summary>
public sealed class OpinionReasonTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    [Fact]
    public async Task The_longest_reason_is_shown_to_its_last_word()
    {
        var (priya, sam) = (office.School.Teacher(), office.Sam);
        var reference = await priya.AsksAboutAsync("The Burnet raffle is drawn");
        await sam.HasToReadAsync(reference, "Burnet");
        await sam.PressesAsync("Ask for a change", on: reference);
        await sam.Fills("What should change?", $"{new string('b', 590)} lastword").PressesAsync("Send it back to the author", on: reference);
        await priya.GetsAsync("I write because something has happened to it.", "Please change something", reference, "lastword");
    }
}
