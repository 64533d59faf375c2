using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>A file that could show a child undressed: nothing is fetched, stored or hashed, and the safeguarding lead comes in. Word for word.</summary>
public sealed class IndecentFileTests : IAsyncLifetime
{
    private static readonly string[] Script =
    [
        "Speak with the safeguarding lead now",
        "In person or by phone. If someone is in danger, ring **999** first.",
        "Dina Shaw, ring **01632 960 111**",
        "Do not send, copy or screenshot it, and do not show it to anybody.",
        "Do not delete it, and do not ask the child to.",
        "Leave the device where it is, or with the child, until the safeguarding lead says what to do.",
        "If you have already seen it, tell the safeguarding lead.",
        "I have not opened what you sent, and I have forgotten where it lies. A copy may lie in your OneDrive. Leave it there: the safeguarding lead will say what to do.",
    ];

    private readonly School school = new();

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        // What all of these are about: nobody asked for a file, by whatever way.
        Assert.Empty(school.Files.Calls);
        Assert.False(Directory.Exists(school.EvidenceFolder));
        await school.DisposeAsync();
    }

    [Theory]
    [InlineData("Yes", false)]
    [InlineData("Not sure", false)]
    [InlineData("Yes", true)]
    [InlineData("Not sure", true)]
    public async Task For_a_report_that_is_being_written_the_file_is_forgotten_and_the_report_goes_the_safe_way(string answer, bool oldClient)
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        await priya.ReachesReviewAsync("A picture goes round");
        await OfferAsync(priya);
        if (oldClient)
            await priya.SubmitsAsync(answer);
        else
            await priya.PressesAsync(answer);
        priya.Sees(Script).Sees("Please finish it: I take no file for it, and ask for no description.");
        Forgotten();

        await OfferAsync(priya);
        priya.Sees(Script).DoesNotSee("One question before I look");
        await priya.PressesAsync("Carry on");
        await priya.GetsAsync("Check your report", "Dina Shaw sees all of it");
        await priya.PressesAsync("Submit");
        priya.Sees("Your report is saved").DoesNotSee("send it to me here");
        await dina.GetsAsync($"{priya.Reference}: new report");
        Assert.Equal(0, school.North.PostsAbout(priya.Reference));
        await OfferAsync(priya);
        priya.Sees(Script).DoesNotSee("One question before I look");
        Forgotten();
    }

    [Theory]
    [InlineData("Yes")]
    [InlineData("Not sure")]
    public async Task For_a_report_that_was_sent_the_safeguarding_lead_gets_a_note_and_no_file_is_taken_any_more(string answer)
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        var reference = await priya.ReportsAsync("Zorkmidian said it");
        await OfferAsync(priya);
        await priya.PressesAsync(answer);
        priya.Sees(Script).Sees($"I take no file for **{reference}** any more.");
        Forgotten();

        await dina.GetsAsync($"{reference}: a file that may show a child undressed", "Nobody here has opened it", "A copy may lie in the reporter's OneDrive", priya.Member.Name);
        dina.NeverGot("Zorkmidian");
        school.North.NeverHeldOf("undressed");
        var incident = (await school.Bot.Get<CaseStore>().Incidents.OpenedByAsync(priya.Member.DirectoryId!, Ended)).Single();
        Assert.Equal((true, false), (incident.NoFiles, incident.TakesFiles));
        Assert.Empty(incident.Evidence);
        Assert.Equal("incident.evidence.declined", (await school.Bot.Get<CaseStore>().TrailOfAsync(incident.Reference, Ended))[^1].Type);

        await OfferAsync(priya);
        priya.Sees(Script).DoesNotSee("One question before I look");
        Assert.Equal(1, dina.MessagesSaying("a file that may show a child undressed"));
        Forgotten();
    }

    [Fact]
    public async Task Of_several_answers_that_wait_one_Yes_forgets_them_all()
    {
        var priya = school.Teacher();
        await priya.ReportsAsync("A rude comment");
        await OfferAsync(priya);
        var early = await priya.PressingAsync("No");
        await OfferAsync(priya);
        await priya.PressesAsync("Yes");
        await priya.SendsAsync(early);
        priya.Sees("This was answered already");
        Forgotten();
    }

    [Fact]
    public async Task A_lead_whom_the_report_is_about_is_not_told_and_the_next_one_up_is()
    {
        var (priya, dina, martin) = (school.Teacher(), school.InChat(Cast.Dina), school.InChat(Cast.Martin));
        var reference = await priya.ReportsAsync("A rude comment", about: Cast.Dina);
        await OfferAsync(priya);
        await priya.PressesAsync("Yes");
        await martin.GetsAsync($"{reference}: a file that may show a child undressed");
        dina.NeverGot(reference);
    }

    [Fact]
    public async Task Words_beside_a_file_that_say_it_already_are_answer_enough()
    {
        var priya = school.Teacher();
        await priya.ReportsAsync("A rude comment");
        await priya.AttachesAsync("someone sent a naked picture of a pupil round", File());
        priya.Sees(Script);
        Forgotten();
    }

    [Fact]
    public async Task Words_beside_a_file_that_sound_like_danger_get_help_first()
    {
        var priya = school.Teacher();
        await priya.ReportsAsync("A rude comment");
        await priya.AttachesAsync("a pupil says she wants to kill herself tonight", File());
        await priya.GetsAsync("999"); // which of two replies arrives first is not fixed
        await priya.GetsAsync("One question before I look");
    }

    [Fact]
    public void A_report_that_is_on_that_route_by_any_way_takes_no_file()
    {
        var draft = new ReportDraft("d", school.Clock.GetUtcNow(), ReportStep.What);
        Assert.True(draft.TakesFiles);
        Assert.False((draft with { Answered = Route.IndecentImage }).TakesFiles);
        Assert.False((draft with { Suggested = Route.IndecentImage, Risk = Risk.DangerNow }).TakesFiles);
        Assert.False((draft with { NoFiles = true }).TakesFiles);
    }

    private static SentFile File() => new("Grufalinda.png", "https://trust-my.sharepoint.com/Blivetine?tempauth=letmein");

    private static Task OfferAsync(Participant person) => person.AttachesAsync("", File());

    private void Forgotten()
    {
        foreach (var canary in (string[])["Grufalinda", "Blivetine", "letmein"])
        {
            Assert.DoesNotContain(canary, school.Remembered(), StringComparison.Ordinal);
            Assert.DoesNotContain(school.Log.Lines, line => line.Contains(canary, StringComparison.Ordinal));
            Assert.DoesNotContain(school.Teams.Calls, call => call.Body?.GetRawText().Contains(canary, StringComparison.Ordinal) is true);
        }
    }
}
