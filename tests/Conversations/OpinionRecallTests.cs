using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A reader cannot be reached for a while, and meanwhile the draft becomes another or is taken back: the old words never reach them.</summary>
public sealed class OpinionRecallTests : IAsyncLifetime
{
    private readonly OfficeSchool office = new();

    private School School => office.School;

    [Fact]
    public async Task What_was_taken_back_never_arrives()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        await LeavesAsync(sam);
        await priya.AsksAboutAsync("The Spikenard trip is off");
        await OthersGoThroughAsync("The Chicory club");
        await priya.PressesAsync("Take it back", on: "Spikenard");
        priya.Sees("You took it back");
        await ReturnsAsync(sam);
        await OthersGoThroughAsync("The Salsify club");
        sam.NeverGot("Spikenard");
    }

    [Fact]
    public async Task What_was_changed_arrives_as_it_is_now_and_the_old_words_never_do()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        await LeavesAsync(sam);
        var reference = await priya.AsksAboutAsync("Jayden won the Spikenard cup");
        await OthersGoThroughAsync("The Chicory club");
        await priya.PressesAsync("Change it", on: reference);
        await priya.Fills("The text, word for word", "A pupil won the Galingale cup").PressesAsync("Next");
        await priya.PressesAsync("Send it again");
        await ReturnsAsync(sam);
        await sam.GetsAsync("A draft is with you again", reference);
        await sam.PressesAsync($"Open {reference}", on: "A draft is with you again");
        await sam.GetsAsync("Galingale", "Agree"); // the welcome may come after it
        await OthersGoThroughAsync("The Salsify club");
        sam.NeverGot("Spikenard");
    }

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private async Task LeavesAsync(Participant reader)
    {
        await reader.SaysAsync("hello");
        await School.DeliverAsync(Sent.Installation(reader.Member, reader.Place, reader.ServiceUrl, "remove"));
    }

    private async Task ReturnsAsync(Participant reader) => await School.DeliverAsync(Sent.Installation(reader.Member, reader.Place, reader.ServiceUrl, "add"));

    // In the outbox what came before stands before it: once this has gone through, that would be there.
    private async Task OthersGoThroughAsync(string text) => await office.Nora.HasToReadAsync(await School.Teacher().AsksAboutAsync(text, reader: Cast.Nora), text);
}
