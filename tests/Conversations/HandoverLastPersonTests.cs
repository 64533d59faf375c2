using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A handover comes to its end even where everybody who usually looks or finishes hands it over, did it themselves, or has left.</summary>
public sealed class HandoverLastPersonTests
{
    [Fact]
    public async Task Where_the_headteacher_manages_social_media_and_goes_a_governor_looks()
    {
        var trust = JsonNode.Parse(Cast.TrustWithOfficeJson())!;
        trust["roles"]!["socialMediaManager"] = new JsonObject { ["people"] = new JsonArray(Cast.Martin.DirectoryId) };
        await using var school = new School { Trust = trust.ToJsonString() };
        await school.InitializeAsync();
        var (martin, ruth, farah, gwen) = (school.InChat(Cast.Martin), school.InChat(Cast.Ruth), school.InChat(Cast.Farah), school.InChat(Cast.Gwen));
        foreach (var person in (Participant[])[ruth, farah, gwen])
            await person.SaysAsync("hello");
        var account = await school.HasAccountAsync("Borage House", "x", Cast.Martin);
        var reference = await martin.AsksToHandOverAsync(account, null);
        await ruth.DecidesAsync(reference);
        await martin.GetsAsync($"{reference}: it is your turn");
        farah.NeverGot(reference);

        await school.WalksAsync(martin, null, ruth, reference);
        await farah.GetsAsync($"{reference}: it is your turn", "Borage House");
        await farah.ConfirmsAsync(school, reference);
        await ruth.PressesAsync("Finish the handover", on: $"{reference}: ready");
        ruth.Sees($"{reference}: finished", "The account is closed. Its name stays with the Trust.");
        await farah.GetsAsync($"{reference}: finished");
        gwen.NeverGot(reference); // one more person comes to know of it, not all who could look
    }

    [Fact]
    public async Task Whoever_was_to_look_has_left_so_the_next_reminder_finds_the_headteacher()
    {
        var trust = JsonNode.Parse(Cast.TrustJson())!;
        await using var school = new School { Trust = trust.ToJsonString() };
        await school.InitializeAsync();
        var (priya, tom, sam, martin) = (school.Teacher(), school.Teacher(), school.InChat(Cast.Sam), school.InChat(Cast.Martin));
        await martin.SaysAsync("hello");
        await tom.SaysAsync("hello");
        var account = await school.HasAccountAsync("Comfrey House", "x", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, tom.Member, "2026-11-27");
        await sam.DecidesAsync(reference);
        await priya.GetsAsync($"{reference}: it is your turn");
        await school.WalksAsync(priya, tom, sam, reference);
        await tom.GetsAsync("The handover of an account: it is your turn", reference);
        martin.NeverGot(reference);

        trust["people"]!.AsArray().Single(person => person!["id"]!.ToString() == tom.Member.DirectoryId)!["left"] = true;
        await school.RestartAsync(trust.ToJsonString());
        await school.PassAsync(TimeSpan.FromHours(23));
        await martin.GetsAsync("A last day is near", reference, "A second person has to look");
        await martin.GetsAsync($"{reference}: it is your turn", "Comfrey House");
        await martin.ConfirmsAsync(school, reference);
        await sam.GetsAsync($"{reference}: ready");
        await sam.PressesAsync("Finish the handover", on: $"{reference}: ready");
        sam.Sees($"{reference}: finished");
    }
}
