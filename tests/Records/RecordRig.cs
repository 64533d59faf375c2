using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Commands;
using PolicyBot.Bot.Evidence;
using PolicyBot.Bot.Graph;
using PolicyBot.Bot.Graph.Records;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Records;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Disposal;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Fakes.Graph;
using PolicyBot.Tests.Graph;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Records;

/// <summary>The bot's way to its record: a database, a SharePoint behind a Graph, and what carries from the one to the other. Time stands still.</summary>
internal sealed class RecordRig : IAsyncDisposable
{
    public const string SiteUrl = "https://trust.sharepoint.com/sites/records";
    public const string RestrictedUrl = "https://trust.sharepoint.com/sites/restricted";
    public static readonly string[] Provisioning = ["--site", SiteUrl, "--restricted-site", RestrictedUrl, "--yes"];

    private readonly CommandRun run = new();
    private readonly TemporaryFolder evidence = new();
    private readonly IEnumerable<KeyValuePair<string, string?>> settings;
    private ServiceProvider? services;

    private RecordRig(Memory memory, FakeGraph graph, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        (Memory, Graph, this.settings) = (memory, graph, settings);
        (Site, RestrictedSite) = (graph.AddSite("/sites/records"), graph.AddSite("/sites/restricted"));
        graph.Granted.Add("Lists.SelectedOperations.Selected");
    }

    public Memory Memory { get; }
    public FakeGraph Graph { get; }
    public GraphSite Site { get; }
    public GraphSite RestrictedSite { get; }
    public FakeTime Time { get; } = new(Sample.Now);
    public CaseStore Store => Memory.Store;
    public StringWriter Output => run.Output;
    public StringWriter Errors => run.Errors;
    public GraphList Incidents => Site.List(RecordLists.Incidents);
    public GraphList Restricted => RestrictedSite.List(RecordLists.Restricted);
    public GraphList Evidence => Site.List(RecordLists.Evidence);
    public GraphList RestrictedEvidence => RestrictedSite.List(RecordLists.RestrictedEvidence);

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    /// <summary>Everything that a command needs, with an administrator's credential beside the bot's.</summary>
    public IConfiguration Settings => new ConfigurationBuilder().AddConfiguration(run.Settings(Memory)).AddInMemoryCollection(
    [
        new("Bot:AppId", GraphRig.Client), new("Bot:TenantId", GraphRig.Tenant), new("Bot:ClientSecret", "bot-secret"),
        new("Graph:TenantId", GraphRig.Tenant), new("Graph:ClientId", GraphRig.Client), new("Graph:ClientSecret", "graph-secret"), new("Graph:SharePointUnits", "1000000"), new("Graph:People", "false"),
        new("Provision:ClientId", "33333333-3333-3333-3333-333333333333"), new("Provision:ClientSecret", "admin-secret"),
        new("Graph:Records:Site", Site.Id), new("Graph:Records:RestrictedSite", RestrictedSite.Id), new("Evidence:Folder", evidence.Path), .. settings,
    ]).Build();

    /// <summary>A rig whose lists were made by <c>provision</c>.</summary>
    public static Task<RecordRig> StartAsync(params KeyValuePair<string, string?>[] settings) => StartAsync(Engine.Sqlite, settings);

    public static async Task<RecordRig> StartAsync(Engine engine, params KeyValuePair<string, string?>[] settings)
    {
        var rig = await BareAsync(engine, settings);
        Assert.Equal(0, await rig.ProvisionAsync(Provisioning));
        rig.Output.GetStringBuilder().Clear();
        return rig;
    }

    /// <summary>A rig before anybody has run <c>provision</c>.</summary>
    public static async Task<RecordRig> BareAsync(Engine engine = Engine.Sqlite, params KeyValuePair<string, string?>[] settings) =>
        new(await Memory.NewAsync(engine), await FakeGraph.StartAsync(), settings);

    /// <summary>Runs <c>provision</c> with the rights of an administrator, which nothing else has.</summary>
    public async Task<int> ProvisionAsync(string[] args, string typed = "")
    {
        Graph.Granted.Add("Sites.FullControl.All");
        try
        {
            return await ProvisionCommand.RunAsync(args, Settings, new StringReader(typed), Output, Errors, Outside);
        }
        finally
        {
            Graph.Granted.Remove("Sites.FullControl.All");
        }
    }

    public async Task<(int Code, string Said)> ReconcileAsync(params string[] args)
    {
        Output.GetStringBuilder().Clear();
        var code = await ReconcileCommand.RunAsync(args, Settings, Output, Errors, Outside);
        return (code, Output.ToString());
    }

    /// <summary>What <c>doctor</c> finds of the record.</summary>
    public Task<ImmutableArray<DoctorFinding>> DoctorAsync() => DoctorRecords.OfAsync(Settings, Way(), Time);

    /// <summary>Keeps a file in the bot's own store.</summary>
    public Task KeepAsync(string piece, byte[] file) => Get<IEvidenceStore>().KeepAsync(piece, file, Ended);

    public T Get<T>() where T : notnull => (services ??= RecordTools.Open(Settings, Outside)).GetRequiredService<T>();

    /// <summary>The process ends, and another one begins.</summary>
    public async Task RestartAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        services = null;
    }

    /// <summary>One attempt at everything that is due; what became of each.</summary>
    public async Task<ImmutableArray<Settlement>> AttemptAsync()
    {
        var settled = ImmutableArray.CreateBuilder<Settlement>();
        foreach (var claimed in await Store.ClaimAsync(Time.GetUtcNow(), TimeSpan.Zero, 1000, [DeliveryKind.GraphRecord]))
        {
            settled.Add(await Get<GraphCourier>().DeliverAsync(claimed, Ended));
            await Store.SettleAsync(claimed.Delivery.Key, settled[^1], Time.GetUtcNow());
        }
        return settled.ToImmutable();
    }

    /// <summary>Attempts until nothing is left that could still be delivered.</summary>
    public async Task DrainAsync()
    {
        while ((await Store.BacklogAsync(Ended)).WaitingForGraph > 0)
        {
            await AttemptAsync();
            Time.Advance(TimeSpan.FromMinutes(10));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RestartAsync();
        await Memory.DisposeAsync();
        await Graph.DisposeAsync();
        run.Dispose();
        evidence.Dispose();
        Assert.Empty(Graph.Failures);
    }

    /// <summary>The way out to the fakes, for commands that put their own services together.</summary>
    public void Outside(IServiceCollection collection)
    {
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddSingleton(Way());
    }

    private ChannelHttp Way() => new(new OutsideWorld().Map(FakeGraph.Host, Graph.Address).Map(FakeGraph.LoginHost, Graph.Address).Map(FakeGraph.FileHost, Graph.Address));
}
