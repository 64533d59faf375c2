using System.Text.Json.Nodes;
using PolicyBot.Bot.Evidence;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>Somebody sends files for a report: asked about first, then fetched, kept and shown to those who handle it.</summary>
public sealed class EvidenceTests : IAsyncLifetime
{
    private readonly School school = new();

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => school.InitializeAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_file_for_a_report_that_is_being_written_comes_into_its_case()
    {
        var (priya, martin) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place));
        await priya.ReachesReviewAsync("A rude comment");
        var picture = SampleFiles.Png("Zorkmidian");
        await priya.AttachesAsync("", new SentFile("screenshot.png", school.Files.Holds(picture)));
        priya.Sees("Could it show a child undressed, or anything sexual?", "I have not opened what you sent");
        Assert.Empty(school.Files.Calls);

        await priya.PressesAsync("No");
        await priya.GetsAsync("Saved with your report", "screenshot.png", "picture, PNG", "1. Capture", "4. Tell the audience why", "We have removed a comment from this page",
            "should inform the audience exactly why the action was taken");
        Assert.Equal(("GET", null), (Assert.Single(school.Files.Calls).Method, Assert.Single(school.Files.Calls).Authorization));

        await priya.PressesAsync("Submit");
        priya.Sees("Your report is saved");
        var reference = priya.Reference;
        await school.North.ShowsAsync($"{reference}: new report", "1 file is saved.");
        await martin.PressesAsync("Evidence", on: reference);
        martin.Sees($"{reference}: evidence", "1. screenshot.png", "picture, PNG", EvidenceHash.Of(picture)[..12], priya.Member.Name);

        var incident = await IncidentAsync(reference);
        var piece = Assert.Single(incident.Evidence);
        Assert.Equal((priya.Member.DirectoryId, "https://trust-my.sharepoint.com/documents/screenshot.png"), (piece.By.Id, piece.Source));
        Assert.Equal(picture, await File.ReadAllBytesAsync(Path.Combine(school.EvidenceFolder, piece.Id), Ended));
        Assert.DoesNotContain("letmein", school.Remembered(), StringComparison.Ordinal);
        Assert.DoesNotContain(school.Log.Lines, line => line.Contains("screenshot.png", StringComparison.Ordinal) || line.Contains("letmein", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_for_a_report_that_was_sent_shows_on_the_handlers_card_and_in_the_trail()
    {
        var priya = school.Teacher();
        var reference = await priya.ReportsAsync("A rude comment");
        priya.Sees("If you have a screenshot or a file that shows it, send it to me here.");
        await priya.AttachesAsync("here it is", new SentFile("one.png", school.Files.Shows(SampleFiles.Png("one")), Picture: true), new SentFile("two.txt", school.Files.Holds("two"u8.ToArray())));
        priya.Sees("Could any of them show a child undressed");
        await priya.PressesAsync("No");
        await priya.GetsAsync("Saved with your report", "one.png", "two.txt", $"For {reference}.");
        await school.North.ShowsAsync(reference, "2 files are saved.");

        await priya.AttachesAsync("", new SentFile("three.png", school.Files.Holds(SampleFiles.Png("one"))));
        await priya.PressesAsync("No");
        await priya.GetsAsync("three.png", "This is the same file as one that is there already.");
        var incident = await IncidentAsync(reference);
        Assert.Equal(2, incident.Evidence.Count(piece => piece.IsKept));
        var trail = await school.Bot.Get<CaseStore>().TrailOfAsync(incident.Reference, Ended);
        Assert.Equal(
            ["incident.reported", "incident.evidence.sent", "incident.evidence.kept", "incident.evidence.kept", "incident.evidence.sent", "incident.evidence.not_kept"],
            trail.Select(entry => entry.Type));
        Assert.Null(incident.Trail.FaultIn(incident.Reference, trail));
        Assert.Equal(2, Directory.GetFiles(school.EvidenceFolder).Length);
    }

    [Fact]
    public async Task With_several_reports_open_the_person_is_asked_which()
    {
        var priya = school.Teacher();
        var first = await priya.ReportsAsync("A rude comment");
        var second = await priya.ReportsAsync("Another one");
        await priya.AttachesAsync("", new SentFile("one.png", school.Files.Holds(SampleFiles.Png("one"))));
        await priya.PressesAsync("No");
        priya.Sees("Which report is it for?", first, second);
        Assert.Empty(school.Files.Calls);
        await priya.PressesAsync(first);
        await priya.GetsAsync("Saved with your report", $"For {first}.");
        Assert.Single((await IncidentAsync(first)).Evidence);
        Assert.Empty((await IncidentAsync(second)).Evidence);
    }

    [Fact]
    public async Task Without_a_report_nothing_is_fetched_and_not_even_the_address_is_kept()
    {
        var priya = school.Teacher();
        await priya.AttachesAsync("", new SentFile("Grufalinda.png", $"{school.Files.Holds(SampleFiles.Png("one"))}&Blivetine"));
        priya.Sees("There is no report to keep this with", "If it could show a child undressed, or anything sexual, do not send it again.");
        Assert.Empty(school.Files.Calls);
        Assert.DoesNotContain("Blivetine", school.Remembered(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_with_what_to_do()
    {
        var priya = school.Teacher();
        await priya.ReportsAsync("A rude comment");
        await priya.AttachesAsync(
            "",
            new SentFile("holiday.png", school.Files.Holds(SampleFiles.Program("Zorkmidian"))),
            new SentFile("long.png", school.Files.Holds([.. SampleFiles.Png("x"), .. new byte[10 * 1024 * 1024]])),
            new SentFile("foreign.png", "https://evil.test/one.png"),
            new SentFile("gone.png", $"https://{FakeFileHost.Host}/nowhere"));
        await priya.PressesAsync("No");
        await priya.GetsAsync("Not everything could be saved", "It is not a picture, a PDF, a text or an MP4 film, whatever its name says.", "It is too large.",
            "I take files only from the Trust's own OneDrive", "I could not fetch it. Please send it again.");
        Assert.False(Directory.Exists(school.EvidenceFolder));
    }

    [Fact]
    public async Task A_hostile_name_is_shown_as_typed_and_names_no_file_of_ours()
    {
        var (priya, martin) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place));
        var reference = await priya.ReportsAsync("A rude comment");
        await priya.AttachesAsync("", new SentFile("../../[win](https://evil.test)<at>all</at>\n# head.png", school.Files.Holds(SampleFiles.Png("one"))));
        await priya.PressesAsync("No");
        await priya.GetsAsync("Saved with your report");
        await school.North.ShowsAsync(reference, "1 file is saved.");
        await martin.PressesAsync("Evidence", on: reference);
        martin.Sees("\\[win\\]", "&lt;at&gt;").DoesNotSee("<at>", "](https");
        Assert.Matches("^[0-9a-f]{32}-1$", Path.GetFileName(Assert.Single(Directory.GetFiles(school.EvidenceFolder))));
    }

    [Fact]
    public async Task A_report_that_is_thrown_away_takes_its_files_with_it()
    {
        var priya = school.Teacher();
        await priya.ReachesReviewAsync("A rude comment");
        await priya.AttachesAsync("", new SentFile("Grufalinda.png", school.Files.Holds(SampleFiles.Png("one"))));
        await priya.PressesAsync("No");
        await priya.GetsAsync("Saved with your report");
        await priya.SaysAsync("cancel");
        var worker = school.Bot.Get<CaseStore>();
        await school.Log.WaitForAsync(line => line.Contains("Disposal: the file", StringComparison.Ordinal), Ended);
        Assert.Empty(Directory.GetFiles(school.EvidenceFolder));
        Assert.DoesNotContain(school.Log.Lines, line => line.Contains("Grufalinda", StringComparison.Ordinal) || line.Contains(priya.Member.Name, StringComparison.Ordinal));
        Assert.Equal(0, (await worker.BacklogAsync(Ended)).Parked);
    }

    [Fact]
    public async Task The_question_can_be_answered_after_a_restart_and_with_an_old_client()
    {
        var priya = school.Teacher();
        await priya.ReportsAsync("A rude comment");
        await priya.AttachesAsync("", new SentFile("one.png", school.Files.Holds(SampleFiles.Png("one"))));
        await school.RestartAsync();
        await priya.SubmitsAsync("No");
        await priya.GetsAsync("Saved with your report", "one.png");
        Assert.Single(school.Files.Calls);
    }

    [Fact]
    public async Task A_report_takes_twenty_files_and_says_so()
    {
        var priya = school.Teacher();
        await priya.ReportsAsync("A rude comment");
        await priya.AttachesAsync("", [.. Enumerable.Range(0, 20).Select(number => new SentFile($"{number}.txt", school.Files.Holds([(byte)('a' + number)])))]);
        await priya.PressesAsync("No");
        await priya.GetsAsync("Saved with your report", "19\\.txt"); // escaped, as all that people typed
        await priya.AttachesAsync("", new SentFile("one.png", school.Files.Holds(SampleFiles.Png("one"))));
        await priya.PressesAsync("No");
        priya.Sees("That is too many files", "One report takes 20 files.");
        Assert.Equal(20, school.Files.Calls.Count);
    }

    [Fact]
    public async Task Somebody_elses_offer_or_report_cannot_be_used()
    {
        var (priya, tom) = (school.Teacher(), school.Teacher());
        var reference = await priya.ReportsAsync("A rude comment");
        await priya.AttachesAsync("", new SentFile("one.png", school.Files.Holds(SampleFiles.Png("one"))));
        var press = await priya.PressingAsync("No");
        var offer = press["value"]!["action"]!["data"]!["offer"]!.ToString();
        await tom.SendsAsync(tom.Pressing("evidence.no", new JsonObject { ["offer"] = offer }));
        tom.Sees("This was answered already");
        await tom.ReportsAsync("Mine");
        await tom.AttachesAsync("", new SentFile("two.png", school.Files.Holds(SampleFiles.Png("two"))));
        var own = (await tom.PressingAsync("No"))["value"]!["action"]!["data"]!["offer"]!.ToString();
        await tom.SendsAsync(tom.Pressing("evidence.for", new JsonObject { ["offer"] = own, ["ref"] = reference }));
        tom.Sees("This was answered already");
        Assert.Empty(school.Files.Calls);
        Assert.Empty((await IncidentAsync(reference)).Evidence);
    }

    private async Task<Incident> IncidentAsync(string reference) =>
        (await school.Bot.Get<CaseStore>().Incidents.FindAsync(CaseReference.TryParse(reference, out var parsed) ? parsed : null!, Ended))!;
}
