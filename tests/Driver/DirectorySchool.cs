using System.Text.Json.Nodes;
using PolicyBot.Bot.People;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Fakes.Graph;

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

    internal FakeGraph Graph => graph!;

    internal School School => school!;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.RequiresToken = false; // the school's bot is a local one
        Member[] north = [.. Cast.Teachers, Cast.Martin, Cast.Grace, Cast.Dina, Cast.Farah, Cast.Gwen, Cast.Sam, Cast.Jamie];
        foreach (var member in north)
            graph.People[member.DirectoryId!] = new GraphPerson(member.DirectoryId!, member.Name) { Company = "North Academy", Manager = Cast.Teachers.Contains(member) ? Cast.Martin.DirectoryId : null };
        graph.People[Cast.Helen.DirectoryId!] = new GraphPerson(Cast.Helen.DirectoryId!, Cast.Helen.Name) { Company = "South Academy" };
        graph.Groups[NorthLeaders] = [Cast.Martin.DirectoryId!, Cast.Grace.DirectoryId!];
        graph.Groups[NorthLead] = [Cast.Dina.DirectoryId!];
        graph.Groups[Office] = [Cast.Sam.DirectoryId!];
        graph.Groups[Staff] = [.. Cast.Teachers.Take(20).Select(member => member.DirectoryId!), NorthLeaders, NorthLead, Office, Cast.Helen.DirectoryId!];
        school = new School
        {
            Trust = TrustJson(),
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Graph:BaseUrl"] = graph.BaseUrl },
        };
        await school.InitializeAsync();
        await school.Bot.Get<IPeople>().LookAsync(TestContext.Current.CancellationToken); // a look that is under way when a test lets time pass would look as if it had hung
    }

    /// <summary>The directory cannot be asked any more, and what was read of it has grown old.</summary>
    internal async Task LoseDirectoryAsync()
    {
        Graph.Misbehave = _ => Fault.Coded(503, "serviceNotAvailable");
        await School.PassAsync(TimeSpan.FromMinutes(6));
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
