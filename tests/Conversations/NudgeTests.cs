using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>Lines in people's activity feeds: for those who may see the case, with its reference and nothing else, and never in anybody's way.</summary>
public sealed class NudgeTests
{
    private const string Canary = "Quincewort";

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaders_hear_of_a_report_and_the_reporter_of_what_becomes_of_it()
    {
        await using var directory = await OpenAsync();
        var (school, graph) = (directory.School, directory.Graph);
        var (priya, martin) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place));
        var reference = await priya.ReportsAsync($"{Canary} was said", aboutOthers: "Blivetine");
        await graph.WaitForAsync(_ => Feed(directory, Cast.Martin).Any() && Feed(directory, Cast.Grace).Any(), Ended);
        Assert.All((Member[])[Cast.Martin, Cast.Grace], leader => Assert.Equal(("caseWaiting", reference), Of(Assert.Single(Feed(directory, leader)))));

        await school.North.ShowsAsync(reference, Canary);
        await martin.AcknowledgesAsync(reference);
        await graph.WaitForAsync(_ => Feed(directory, priya.Member).Any(), Ended);
        Assert.Equal(("caseChanged", reference), Of(Assert.Single(Feed(directory, priya.Member))));
        await school.PassAsync(TimeSpan.FromSeconds(5));
        await martin.PressesAsync("Record outcome", on: reference);
        await martin.RecordsAsync("Wibblesome", on: reference);
        await graph.WaitForAsync(_ => graph.Notifications.Count(one => one.Type == "caseChanged") == 2, Ended);
        Assert.Single(Feed(directory, priya.Member)); // one chain: the second stands in the place of the first

        foreach (var secret in (string[])[Canary, "Blivetine", "Wibblesome", priya.Member.Name, Cast.Martin.Name, "North Academy"])
            Assert.DoesNotContain(graph.Requests.Where(call => call.Path.EndsWith("sendActivityNotification", StringComparison.Ordinal)), call => call.Body!.ToJsonString().Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_sent_in_a_draft_or_a_question_and_whoever_leads_an_account_now_hear_of_it_too()
    {
        await using var directory = await OpenAsync();
        var (school, sam) = (directory.School, directory.School.InChat(Cast.Sam));
        var (amy, finn, gita) = (school.Teacher(), school.Teacher(), school.Teacher());
        var draft = await amy.AsksAboutAsync($"The {Canary} choir sings");
        await sam.HasToReadAsync(draft, Canary);
        await sam.PressesAsync("Agree", on: draft);
        var question = await finn.SendsOnAsync();
        await sam.GetsAsync(question);
        await sam.AnswersAsync(question, $"{Canary} knows");
        var account = await sam.AddsAccountAsync("choir", gita.Member);
        foreach (var (person, type, reference) in ((Member, string, string)[])[(Cast.Sam, "draftWaiting", draft), (amy.Member, "caseChanged", draft), (finn.Member, "caseChanged", question), (gita.Member, "caseYours", account)])
        {
            await directory.Graph.WaitForAsync(_ => Feed(directory, person).Any(), Ended);
            Assert.Equal((type, reference), Of(Assert.Single(Feed(directory, person))));
        }
        Assert.DoesNotContain(directory.Graph.Requests.Where(call => call.Path.EndsWith("sendActivityNotification", StringComparison.Ordinal)), call => call.Body!.ToJsonString().Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_child_at_risk_only_the_safeguarding_lead_hears()
    {
        await using var directory = await OpenAsync();
        var reference = await directory.School.Teacher().ReportsAsync($"{Canary} was said", danger: "A child may be at risk");
        await directory.Graph.WaitForAsync(_ => Feed(directory, Cast.Dina).Any(), Ended);
        await directory.School.PassAsync(TimeSpan.FromMinutes(1));
        // A line whose answer the passing minute overtook is shown again, in its own place.
        Assert.Equal([Cast.Dina.DirectoryId], directory.Graph.Notifications.Where(one => one.Reference == reference).Select(one => one.PersonId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_a_report_is_about_hears_nothing()
    {
        await using var directory = await OpenAsync();
        await directory.School.Teacher().ReportsAsync($"{Canary} was said", about: Cast.Grace);
        await directory.Graph.WaitForAsync(graph => graph.Notifications.Count > 0, Ended);
        await directory.School.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(Feed(directory, Cast.Grace));
    }

    [Fact]
    public async Task Without_the_app_a_line_is_put_aside_and_nobody_is_bothered()
    {
        await using var directory = await OpenAsync();
        directory.Graph.Change(() => directory.Graph.NotInstalled.Add(Cast.Martin.DirectoryId!));
        var reference = await directory.School.Teacher().ReportsAsync($"{Canary} was said");
        await directory.Graph.WaitForAsync(_ => Feed(directory, Cast.Grace).Any(), Ended);
        var letters = directory.School.Bot.Get<CaseStore>().DeadLetters;
        while (await letters.AllAsync(Ended) is { IsEmpty: true })
            await directory.School.PassAsync(TimeSpan.FromSeconds(10));
        await directory.School.Log.WaitForAsync(line => line.StartsWith("Information: A line in an activity feed could not be shown", StringComparison.Ordinal), Ended);
        var parked = Assert.Single(await letters.AllAsync(Ended));
        Assert.StartsWith($"{reference}/feed/", parked.Key, StringComparison.Ordinal);
        Assert.DoesNotContain(directory.School.Log.Lines, line => line.StartsWith("Error: A GraphNotification", StringComparison.Ordinal));

        await directory.School.PassAsync(TimeSpan.FromDays(8));
        await directory.School.PassAsync(TimeSpan.FromHours(2));
        Assert.Empty(await letters.AllAsync(Ended));
    }

    [Fact]
    public async Task While_Graph_is_away_nobody_in_a_chat_waits_for_it()
    {
        await using var directory = await OpenAsync();
        var (school, graph) = (directory.School, directory.Graph);
        graph.Misbehave = call => call.Path.EndsWith("sendActivityNotification", StringComparison.Ordinal) ? Fault.Silence() : null;
        var martin = school.InChat(Cast.Martin).In(school.North.Place);
        for (var report = 0; report < 6; report++)
        {
            var priya = school.Teacher();
            var reference = await priya.ReportsAsync($"{Canary}{report} was said");
            await school.North.ShowsAsync(reference, Canary);
            await martin.AcknowledgesAsync(reference);
            await priya.GetsAsync("Somebody has your report", reference);
        }
        Assert.Empty(graph.Notifications);
        Assert.Equal(18, (await school.Bot.Get<CaseStore>().BacklogAsync(Ended)).WaitingForGraph);
    }

    [Fact]
    public async Task Without_Graph_none_is_even_written()
    {
        await using var school = new School();
        await school.InitializeAsync();
        var reference = await school.Teacher().ReportsAsync($"{Canary} was said");
        await school.North.ShowsAsync(reference, Canary);
        Assert.DoesNotContain("GraphNotification", school.Waiting(), StringComparison.Ordinal);
    }

    private static (string Type, string? Reference) Of(Fakes.Graph.GraphNotification line) => (line.Type, line.Reference);

    private static IEnumerable<Fakes.Graph.GraphNotification> Feed(DirectorySchool directory, Member member) => directory.Graph.FeedOf(member.DirectoryId!);

    private static async Task<DirectorySchool> OpenAsync()
    {
        var directory = new DirectorySchool();
        await directory.InitializeAsync();
        return directory;
    }
}
