using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Bot.People;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Fakes.Graph;
using PolicyBot.Tests.Records;

namespace PolicyBot.Tests.Driver;

/// <summary>A school whose people and roles are in Entra: <c>trust.json</c> lists nobody, and names groups.</summary>
public sealed class DirectorySchool : IAsyncLifetime
{
    public const string Staff = "00000000-0000-4000-8000-00000000aa01";
    public const string NorthLeaders = "00000000-0000-4000-8000-00000000aa02";
    public const string NorthLead = "00000000-0000-4000-8000-00000000aa03";
    public const string Office = "00000000-0000-4000-8000-00000000aa04";

    private FakeGraph? graph;
    private School? school;

    /// <summary>True for a Trust that has all that Graph is for: every role filled, the days on which people leave, and a record in SharePoint.</summary>
    internal bool Whole { get; init; }

    /// <summary>True for a bot that is a process of its own.</summary>
    internal bool Apart { get; init; }

    internal FakeGraph Graph => graph!;

    /// <summary>What an administrator's commands read.</summary>
    internal IConfiguration Configuration => new ConfigurationBuilder().AddInMemoryCollection(School.AllSettings).AddInMemoryCollection([new("ENVIRONMENT", "Development")]).Build();

    internal School School => school!;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.RequiresToken = false; // the school's bot is a local one
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Graph:BaseUrl"] = graph.BaseUrl };
        if (Whole)
            Complete(settings);
        Member[] north = [.. Cast.Teachers, Cast.Martin, Cast.Grace, Cast.Dina, Cast.Farah, Cast.Gwen, Cast.Sam, Cast.Jamie];
        foreach (var member in north)
            graph.People[member.DirectoryId!] = new GraphPerson(member.DirectoryId!, member.Name) { Company = "North Academy", Manager = Cast.Teachers.Contains(member) ? Cast.Martin.DirectoryId : null };
        graph.People[Cast.Helen.DirectoryId!] = new GraphPerson(Cast.Helen.DirectoryId!, Cast.Helen.Name) { Company = "South Academy" };
        graph.Groups[NorthLeaders] = [Cast.Martin.DirectoryId!, Cast.Grace.DirectoryId!];
        graph.Groups[NorthLead] = [Cast.Dina.DirectoryId!];
        graph.Groups[Office] = [Cast.Sam.DirectoryId!];
        graph.Groups[Staff] = [.. Cast.Teachers.Take(20).Select(member => member.DirectoryId!), NorthLeaders, NorthLead, Office, Cast.Helen.DirectoryId!];
        var trust = Whole ? TrustWithOfficeJson() : TrustJson();
        school = Apart
            ? new School { Trust = trust, Settings = settings, Apart = true, Clock = new FakeTime(TimeProvider.System.GetUtcNow()) }
            : new School { Trust = trust, Settings = settings };
        await school.InitializeAsync();
        if (Whole)
            await ProvisionAsync();
        foreach (var (channel, leader) in ((string, Member)[])[(Cast.NorthChannel, Cast.Martin), (Cast.NorthChannel, Cast.Grace), (Cast.SouthChannel, Cast.Helen)])
            school.Teams.AddMember(channel, new JsonObject { ["id"] = leader.TeamsId, ["aadObjectId"] = leader.DirectoryId });
        if (!Apart)
            await school.Bot.Get<IPeople>().LookAsync(TestContext.Current.CancellationToken); // a look that is under way when a test lets time pass would look as if it had hung
    }

    /// <summary>The directory cannot be asked any more, and what was read of it has grown old.</summary>
    internal async Task LoseDirectoryAsync()
    {
        Graph.Misbehave = _ => Fault.Coded(503, "serviceNotAvailable");
        await School.PassAsync(TimeSpan.FromMinutes(6));
    }

    internal static string TrustWithOfficeJson()
    {
        var trust = JsonNode.Parse(TrustJson())!;
        JsonObject Filled(Member member) => new() { ["people"] = new JsonArray(member.DirectoryId) };
        trust["roles"]!["chiefExecutive"] = Filled(Cast.Ruth);
        trust["roles"]!["dataProtectionOfficer"] = Filled(Cast.Owen);
        trust["academies"]![1]!["chairOfGovernors"] = Filled(Cast.Helen);
        return trust.ToJsonString();
    }

    internal static string TrustJson()
    {
        var trust = JsonNode.Parse(Cast.TrustJson())!.AsObject();
        trust.Remove("people");
        trust["roles"]!["staff"] = new JsonObject { ["group"] = Staff };
        trust["roles"]!["socialMediaManager"] = new JsonObject { ["group"] = Office };
        trust["academies"]![0]!["slt"]!["people"] = new JsonArray();
        trust["academies"]![0]!["slt"]!["group"] = NorthLeaders;
        trust["academies"]![0]!["designatedSafeguardingLead"] = new JsonObject { ["group"] = NorthLead, ["phone"] = "01632 960 111" };
        return trust.ToJsonString();
    }

    private void Complete(Dictionary<string, string?> settings)
    {
        var (site, restricted) = (Graph.AddSite("/sites/records"), Graph.AddSite("/sites/restricted"));
        Graph.Granted.UnionWith(["User-LifeCycleInfo.Read.All", "Lists.SelectedOperations.Selected"]);
        foreach (var member in (Member[])[Cast.Ruth, Cast.Owen])
            Graph.People[member.DirectoryId!] = new GraphPerson(member.DirectoryId!, member.Name);
        settings["Graph:ClientId"] = Graph.Client;
        settings["Graph:LeaveDates"] = "true";
        settings["Graph:SharePointUnits"] = "1000000";
        if (Apart) // nobody waits for a minute to be over
            foreach (var (name, value) in ((string, string)[])[
                ("Graph:Timeout", "00:00:01"), ("Graph:Records:Slice", "1310720"),
                ("Delivery:FirstWait", "00:00:00.1"), ("Delivery:LongestWait", "00:00:01"), ("Delivery:Reconcile", "00:00:00.1"), ("Delivery:Poll", "00:00:00.1")])
                settings[name] = value;
        settings["Graph:Records:Site"] = site.Id;
        settings["Graph:Records:RestrictedSite"] = restricted.Id;
    }

    private async Task ProvisionAsync()
    {
        using var said = new StringWriter();
        Graph.Granted.Add("Sites.FullControl.All");
        Assert.Equal(0, await ProvisionCommand.RunAsync(RecordRig.Provisioning, Configuration, TextReader.Null, said, said));
        Graph.Granted.Remove("Sites.FullControl.All");
    }

    public async ValueTask DisposeAsync()
    {
        // What is on its way to Graph waits for a clock that stands still: while the school closes, time goes by.
        var closing = School.DisposeAsync().AsTask();
        while (!closing.IsCompleted)
        {
            School.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await closing;
        await Graph.DisposeAsync();
        Assert.Empty(Graph.Failures);
    }
}
