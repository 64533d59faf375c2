using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Whoever has agreed is not asked again, while it waits for somebody else.</summary>
public sealed class OpinionWaitingTests
{
    [Fact]
    public async Task After_agreeing_a_reader_sees_for_whom_it_waits()
    {
        var file = JsonNode.Parse(Cast.TrustWithOfficeJson())!;
        file["opinions"] = new JsonObject { ["readers"] = "all" };
        var school = new School { Trust = file.ToJsonString() };
        await school.InitializeAsync();
        await using var open = school.ConfigureAwait(true);
        var (priya, sam, nora) = (school.Teacher(), school.InChat(Cast.Sam), school.InChat(Cast.Nora));
        var reference = await priya.AsksAboutAsync("The Sainfoin supper");
        await sam.HasToReadAsync(reference, "Sainfoin");
        await nora.HasToReadAsync(reference, "Sainfoin");
        await sam.SaysAsync("my cases");
        sam.Sees("Waiting for you to read", reference);

        await sam.PressesAsync("Agree", on: "Sainfoin");
        sam.Sees($"{reference}: you agreed; it waits for Nora Finch").DoesNotSee("please read this");
        await sam.SaysAsync("my cases");
        sam.DoesNotSee(reference);
        await nora.SaysAsync("my cases");
        nora.Sees("Waiting for you to read", reference);
    }
}
