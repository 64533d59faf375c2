using System.Text.Json.Nodes;
using PolicyBot.Bot.Turn;
using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>Those who handle a case are handed its files, in their own chat, held against their hash, and each time it is noted.</summary>
public sealed class HandOutTests : IAsyncLifetime
{
    private readonly School school = new();

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => school.InitializeAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_leader_gets_a_file_in_their_own_chat_and_the_trail_says_so()
    {
        var (_, martin, reference) = await WithFileAsync();
        await martin.PressesAsync("Evidence", on: reference);
        await martin.PressesAsync("Get it", on: $"{reference}: evidence");
        martin.Sees("I have written to you about file 1 in your own chat.");
        var incident = await IncidentAsync(reference);
        await school.InChat(Cast.Martin).GetsAsync($"{reference}, file 1", "it is as it was received", UserText.Escape(Path.Combine(school.EvidenceFolder, incident.Evidence[0].Id)));
        Assert.Equal(("incident.evidence.handed_out", Cast.Martin.DirectoryId), await LatestAsync(incident));
        school.North.NeverHeldOf(school.EvidenceFolder);
        await martin.PressesAsync("Back", on: $"{reference}: evidence");
        martin.Sees($"{reference}: new report", "1 file is saved.");
    }

    [Fact]
    public async Task A_file_that_was_altered_is_found_named_and_not_handed_out()
    {
        var (_, martin, reference) = await WithFileAsync();
        var path = Assert.Single(Directory.GetFiles(school.EvidenceFolder));
        File.SetAttributes(path, FileAttributes.Normal);
        await File.AppendAllTextAsync(path, "!", Ended);
        await martin.PressesAsync("Evidence", on: reference);
        await martin.PressesAsync("Get it", on: $"{reference}: evidence");
        martin.Sees("File 1 is not as it was received, so I do not hand it out.");
        Assert.Equal(("incident.evidence.altered", Cast.Martin.DirectoryId), await LatestAsync(await IncidentAsync(reference)));

        File.Delete(path);
        await martin.PressesAsync("Get it", on: $"{reference}: evidence");
        martin.Sees("File 1 is not as it was received");
        school.InChat(Cast.Martin).NeverGot("file 1");
    }

    [Fact]
    public async Task Whoever_does_not_handle_the_case_gets_nothing_of_it_on_any_way()
    {
        var (priya, _, reference) = await WithFileAsync(about: Cast.Grace);
        var piece = (await IncidentAsync(reference)).Evidence[0];
        var before = school.Remembered();
        foreach (var member in (Member[])[Cast.Grace, Cast.Helen, priya.Member])
        {
            var person = school.InChat(member);
            foreach (var verb in (string[])["evidence.list", "evidence.get"])
            {
                await person.SendsAsync(person.Pressing(verb, new JsonObject { ["ref"] = reference, ["chosen"] = piece.Id }));
                person.Sees("Only those who handle this can do that. Nothing has changed.").DoesNotSee("Grufalinda");
                await person.SendsAsync(person.Pressing(verb, new JsonObject { ["ref"] = "INC-2026-9999", ["chosen"] = piece.Id }));
                person.Sees("Only those who handle this can do that. Nothing has changed.");
            }
            await school.DeliverAsync(Consent(person, reference, piece.Id, "accept"));
            await person.GetsAsync("Only those who handle this can do that.");
        }
        Assert.Equal(Without(before, "conversations"), Without(school.Remembered(), "conversations"));
        Assert.DoesNotContain(school.Files.Calls, call => call.Method == "PUT");
    }

    [Theory]
    [InlineData("../cases.db")]
    [InlineData("00000000000000000000000000000009-1")]
    [InlineData("")]
    public async Task A_made_up_file_is_asked_about_again(string made)
    {
        var (_, martin, reference) = await WithFileAsync();
        await martin.SendsAsync(martin.Pressing("evidence.get", new JsonObject { ["ref"] = reference, ["chosen"] = made }));
        martin.Sees("Please choose a file from the list.");
    }

    [Fact]
    public async Task INV_08_Whoever_agrees_gets_the_file_into_their_OneDrive_once_and_it_is_shown_there()
    {
        var (_, _, reference) = await WithFileAsync();
        var (martin, incident) = (school.InChat(Cast.Martin), await IncidentAsync(reference));
        var accept = Consent(martin, reference, incident.Evidence[0].Id, "accept");
        Assert.True((await school.DeliverAsync(accept)).IsEmpty);
        Assert.True((await school.DeliverAsync(accept)).IsEmpty);
        await school.Teams.WaitForAsync(teams => teams.AllMessages.Any(message => message.Activity.GetRawText().Contains("teams.card.file.info", StringComparison.Ordinal)), Ended);
        var put = Assert.Single(school.Files.Calls, call => call.Method == "PUT");
        Assert.Equal(("bytes 0-10/11", null), (put.Range, put.Authorization));
        Assert.Equal(SampleFiles.Png("one"), put.Body);
        Assert.Equal(("incident.evidence.handed_out", Cast.Martin.DirectoryId), await LatestAsync(await IncidentAsync(reference)));
        Assert.Equal(1, martin.MessagesSaying("It is on its way to your OneDrive."));
    }

    [Fact]
    public async Task INV_08_Whoever_declines_is_left_alone()
    {
        var (_, _, reference) = await WithFileAsync();
        var (martin, incident) = (school.InChat(Cast.Martin), await IncidentAsync(reference));
        Assert.True((await school.DeliverAsync(Consent(martin, reference, incident.Evidence[0].Id, "decline"))).IsEmpty);
        await martin.GetsAsync("You did not take the file. Nothing has changed.");
        Assert.Equal(incident.Version, (await IncidentAsync(reference)).Version);
        Assert.DoesNotContain(school.Files.Calls, call => call.Method == "PUT");
    }

    [Fact]
    public async Task INV_08_In_Teams_the_person_is_asked_with_our_own_name_for_the_file()
    {
        var (_, _, reference) = await WithFileAsync();
        var incident = await IncidentAsync(reference);
        var message = JsonNode.Parse(MessageJson.Write(EvidenceListCards.Offer(incident, incident.Evidence[0])).Bytes.Span)!;
        var consent = message["attachments"]![0]!;
        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", consent["contentType"]!.ToString());
        Assert.Equal($"{reference}-1.png", consent["name"]!.ToString());
        Assert.Equal(11, (int)consent["content"]!["sizeInBytes"]!);
        Assert.Equal($$"""{"ref":"{{reference}}","chosen":"{{incident.Evidence[0].Id}}"}""", consent["content"]!["acceptContext"]!.ToJsonString());
        Assert.DoesNotContain("Grufalinda", message.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<(Participant Priya, Participant Martin, string Reference)> WithFileAsync(Member? about = null)
    {
        var (priya, martin) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place));
        var reference = await priya.ReportsAsync("A rude comment", about: about);
        await priya.AttachesAsync("", new SentFile("Grufalinda.png", school.Files.Holds(SampleFiles.Png("one"))));
        await priya.PressesAsync("No");
        await priya.GetsAsync("Saved with your report");
        if (about is null)
            await school.North.ShowsAsync(reference, "1 file is saved.");
        return (priya, martin, reference);
    }

    private static JsonObject Consent(Participant person, string reference, string piece, string action)
    {
        var invoke = Sent.Invoke(person.Member, person.Place, person.ServiceUrl, null, null, null, null);
        invoke["name"] = "fileConsent/invoke";
        invoke["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = new JsonObject { ["ref"] = reference, ["chosen"] = piece },
            ["uploadInfo"] = new JsonObject
            {
                ["contentUrl"] = $"https://{FakeFileHost.Host}/documents/file.png",
                ["name"] = "file.png",
                ["uploadUrl"] = $"https://{FakeFileHost.Host}/upload/1",
                ["uniqueId"] = "u-5",
                ["fileType"] = "png",
            },
        };
        return invoke;
    }

    private async Task<Incident> IncidentAsync(string reference) =>
        (await school.Bot.Get<CaseStore>().Incidents.FindAsync(CaseReference.TryParse(reference, out var parsed) ? parsed : null!, Ended))!;

    private async Task<(string Type, string? Actor)> LatestAsync(Incident incident)
    {
        var trail = await school.Bot.Get<CaseStore>().TrailOfAsync(incident.Reference, Ended);
        Assert.Null(incident.Trail.FaultIn(incident.Reference, trail));
        return (trail[^1].Type, trail[^1].Actor);
    }

    private static string Without(string remembered, string table) =>
        string.Join('\n', remembered.Split('\n').Where(line => !line.StartsWith(table, StringComparison.Ordinal)));
}
