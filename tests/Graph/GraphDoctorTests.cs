using System.Text.Json;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Tests.Disposal;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Fakes.Graph;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Graph;

/// <summary>The doctor over Microsoft Graph: what was tried, what came back, and what to do.</summary>
public sealed class GraphDoctorTests
{
    [Fact]
    public async Task With_everything_granted_nothing_of_Graph_is_wrong()
    {
        await using var graph = await TenantAsync();
        var findings = await ExamineAsync(graph);
        Assert.Empty(Failures(findings));
        Assert.Contains("Permission User.Read.All, for reading people: granted", findings, StringComparer.Ordinal);
        Assert.Contains("North Academy: safeguarding lead, for a child at risk: Dina Shaw", findings, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_group_that_is_not_there_a_person_who_is_gone_and_one_who_is_switched_off_are_named()
    {
        await using var graph = await TenantAsync();
        graph.Groups.Remove(DirectorySchool.NorthLead);
        graph.People.Remove(Cast.Farah.DirectoryId!);
        graph.People[Cast.Gwen.DirectoryId!] = graph.People[Cast.Gwen.DirectoryId!] with { Enabled = false };
        var findings = await ExamineAsync(graph);
        Assert.Contains($"FAILURE The Entra group {DirectorySchool.NorthLead}: nobody is in it, or it is not there", findings, StringComparer.Ordinal);
        Assert.Contains($"WARNING {Cast.Farah.DirectoryId}, named in trust.json: not in the directory any more", findings, StringComparer.Ordinal);
        Assert.Contains($"WARNING {Cast.Gwen.DirectoryId}, named in trust.json: their account is switched off", findings, StringComparer.Ordinal);
        Assert.Contains("FAILURE North Academy: chair of governors, for an allegation about the headteacher: nobody: such a report goes to the next person up the line", findings, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_named()
    {
        await using var graph = await TenantAsync();
        var findings = await ExamineAsync(graph, time: new FakeTime(TimeProvider.System.GetUtcNow().AddMinutes(20)));
        Assert.Equal("FAILURE This machine's clock: 20 minutes apart from Graph's", Assert.Single(Failures(findings)));
    }

    [Fact]
    public async Task Whoever_is_not_let_in_is_told_to_look_at_the_credential_and_at_nothing_else()
    {
        await using var graph = await TenantAsync();
        graph.RequiresToken = true; // and a local bot has none
        var findings = await ExamineAsync(graph);
        Assert.StartsWith("FAILURE Signing in to Microsoft Graph", Assert.Single(Failures(findings)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_ends_soon_one_that_has_ended_and_one_of_which_nobody_knows_are_told_apart()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var (day, begins) in ((int?, string)[])[(-1, "FAILURE"), (29, "WARNING"), (31, "ok"), (null, "WARNING")])
        {
            var settings = new ConfigurationBuilder().AddInMemoryCollection(
                [new("Bot:ClientSecret", "s"), new("Bot:ClientSecretExpires", day is { } days ? today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null)]).Build();
            var finding = Assert.Single(DoctorGraph.Credentials(settings, today));
            Assert.Equal(("Bot:ClientSecret", begins), (finding.Tried, finding.Severity switch { Severity.Fine => "ok", Severity.Warning => "WARNING", _ => "FAILURE" }));
        }
        await Task.CompletedTask;
    }

    private static async Task<FakeGraph> TenantAsync()
    {
        var graph = await FakeGraph.StartAsync();
        graph.RequiresToken = false;
        foreach (var member in (Member[])[.. Cast.Teachers, Cast.Martin, Cast.Grace, Cast.Helen, Cast.Dina, Cast.Farah, Cast.Gwen, Cast.Sam, Cast.Ruth, Cast.Owen])
            graph.People[member.DirectoryId!] = new GraphPerson(member.DirectoryId!, member.Name);
        graph.Groups[DirectorySchool.Staff] = [.. Cast.Teachers.Select(member => member.DirectoryId!)];
        graph.Groups[DirectorySchool.NorthLeaders] = [Cast.Martin.DirectoryId!, Cast.Grace.DirectoryId!];
        graph.Groups[DirectorySchool.NorthLead] = [Cast.Dina.DirectoryId!];
        graph.Groups[DirectorySchool.Office] = [Cast.Sam.DirectoryId!];
        return graph;
    }

    /// <summary>Each finding as a line, its severity first where it is not fine.</summary>
    private static async Task<List<string>> ExamineAsync(FakeGraph graph, TimeProvider? time = null)
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        using var run = new CommandRun(DirectorySchool.TrustWithOfficeJson());
        var settings = new ConfigurationBuilder().AddConfiguration(run.Settings(memory))
            .AddInMemoryCollection([new("Bot:Local", "true"), new("Graph:BaseUrl", graph.BaseUrl)]).Build();
        await Doctor.RunAsync(["--json"], settings, run.Output, run.Errors, time: time);
        Assert.Empty(graph.Failures);
        return
        [
            .. JsonElement.Parse(run.Output.ToString()).EnumerateArray().Select(finding =>
                $"{finding.GetProperty("severity").GetString() switch { "Fine" => "", var severity => severity!.ToUpperInvariant() + " " }}{finding.GetProperty("tried").GetString()}: {finding.GetProperty("came").GetString()}"),
        ];
    }

    private static IEnumerable<string> Failures(IEnumerable<string> findings) => findings.Where(finding => finding.StartsWith("FAILURE", StringComparison.Ordinal));
}
