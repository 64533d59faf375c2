using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Cases.Records;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes.Graph;
using PolicyBot.Tests.Records;

namespace PolicyBot.Tests.Conversations;

/// <summary>What people bring to its end in conversation is in the Trust's own record, once and without their words.</summary>
public sealed class RecordedTests : IAsyncLifetime
{
    private const string Canary = "Quincewort";
    private readonly TemporaryFolder folder = new();
    private FakeGraph graph = null!;
    private GraphSite site = null!;
    private GraphSite restricted = null!;
    private School school = null!;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.RequiresToken = false; // the school's bot is a local one
        graph.Granted.UnionWith(["Lists.SelectedOperations.Selected", "Sites.FullControl.All"]);
        (site, restricted) = (graph.AddSite("/sites/records"), graph.AddSite("/sites/restricted"));
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Graph:BaseUrl"] = graph.BaseUrl,
            ["Graph:ClientId"] = graph.Client,
            ["Graph:People"] = "false",
            ["Graph:SharePointUnits"] = "1000000",
            ["Graph:Records:Site"] = site.Id,
            ["Graph:Records:RestrictedSite"] = restricted.Id,
        };
        school = new School { Trust = Cast.TrustWithOfficeJson(), Settings = settings };
        await school.InitializeAsync();
        await File.WriteAllTextAsync(folder.File("trust.json"), Cast.TrustWithOfficeJson(), Ended);
        using var said = new StringWriter();
        Assert.Equal(0, await ProvisionCommand.RunAsync(RecordRig.Provisioning, Configuration, TextReader.Null, said, said));
        graph.Granted.Remove("Sites.FullControl.All");
    }

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        await graph.DisposeAsync();
        folder.Dispose();
        Assert.Empty(graph.Failures);
    }

    [Fact]
    public async Task A_handover_and_a_comment_arrive_once_in_their_lists()
    {
        var (priya, tom, sam) = (school.Teacher(), school.Teacher(), school.InChat(Cast.Sam));
        await tom.SaysAsync("hello");
        var account = await school.HasAccountAsync($"{Canary} House", "x", priya.Member);
        var handover = await priya.AsksToHandOverAsync(account, tom.Member);
        await sam.DecidesAsync(handover, because: $"{Canary} fits");
        await tom.GetsAsync($"{handover}: under way");
        await school.WalksAsync(priya, tom, sam, handover);
        await tom.GetsAsync("The handover of an account: it is your turn", handover);
        await tom.ConfirmsAsync(school, handover);
        await sam.GetsAsync("ready to be finished", handover);
        Assert.Empty(site.List(RecordLists.Handovers).Items);
        await sam.PressesAsync("Finish the handover", on: $"{handover}: ready");
        await priya.GetsAsync($"{handover}: finished");
        // A note says it below; once it is there, nothing comes between her next words and their answer.
        await priya.GetsAsync("The handover of an account: finished", handover);

        await school.RegistersAsync($"{Canary} page", tom.Member);
        var comment = await priya.LogsAsync($"Facebook: {Canary} page", "today at 9am", $"Is the {Canary} fair on?", "A query");
        await tom.HasCommentAsync(comment, Canary);
        await tom.PressesAsync("Record a reply", on: comment);
        await tom.Chooses("What was sent?", "A full answer").Fills("What was said (if you want to keep it)?", $"{Canary} is at ten.").PressesAsync("Record it");
        await priya.GetsAsync($"{comment}: answered");

        var (handovers, comments) = (site.List(RecordLists.Handovers), site.List(RecordLists.Comments));
        await graph.WaitForAsync(_ => handovers.Items.Count > 0 && comments.Items.Count > 0, Ended);
        await school.PassAsync(TimeSpan.FromHours(1));
        var handed = Assert.Single(handovers.Items);
        Assert.Equal((handover, "Completed", "Approve", $"{Cast.Sam.DirectoryId} {tom.Member.DirectoryId}"), (handed.Text("CaseKey"), handed.Text("CaseStatus"), handed.Text("Outcome"), handed.Text("DecidedBy")));
        var answered = Assert.Single(comments.Items);
        Assert.Equal((comment, "Answered", "InTime", tom.Member.DirectoryId), (answered.Text("CaseKey"), answered.Text("CaseStatus"), answered.Text("Outcome"), answered.Text("DecidedBy")));
        Assert.Empty(restricted.List(RecordLists.Restricted).Items);
        Assert.All((GraphItem[])[handed, answered], item =>
            Assert.All((string[])[Canary, priya.Member.Name, tom.Member.Name, Cast.Sam.Name, priya.Member.DirectoryId!], secret => Assert.DoesNotContain(secret, item.Fields.ToJsonString(), StringComparison.Ordinal)));
        using var said = new StringWriter();
        Assert.Equal((0, "The record and the database say the same.\n"), (await ReconcileCommand.RunAsync([], Configuration, said, said), said.ToString().ReplaceLineEndings("\n")));
    }

    /// <summary>What an administrator's commands read beside this school.</summary>
    private IConfiguration Configuration => new ConfigurationBuilder().AddInMemoryCollection(school.Settings).AddInMemoryCollection(
    [
        new("ENVIRONMENT", "Development"), new("Bot:Local", "true"), new("Trust:File", folder.File("trust.json")), new("ConnectionStrings:Cases", school.ConnectionString),
    ]).Build();
}
