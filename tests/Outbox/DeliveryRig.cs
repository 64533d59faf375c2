using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Delivery;
using PolicyBot.Bot.Evidence;
using PolicyBot.Bot.People;
using PolicyBot.Bot.Policies;
using PolicyBot.Bot.Turn;
using PolicyBot.Bot.Vault;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Policy;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Outbox;

/// <summary>
/// The outbox with the real channel and a fake Connector behind it. Time stands still; a worker's rounds are made by hand, so that each test
/// says what happened between two of them.
/// </summary>
internal sealed class DeliveryRig : IAsyncDisposable
{
    private static readonly ServedPolicies Policies = new(Shipped.Folder);

    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;
    private int turns;

    private DeliveryRig(FakeConnector teams)
    {
        Teams = teams;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Bot:Local", "true")]).Build();
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(Log));
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddChannel(configuration, new HostingEnvironment { EnvironmentName = Environments.Development });
        collection.AddSingleton(_ => new CaseStore(Database.For(ConnectionString), Memory.Lease));
        collection.AddOptions<DeliveryOptions>().Configure(options => options.Attempts = 4);
        collection.AddSingleton<IPeople>(new TrustFilePeople(Cards.Sample.Trust));
        collection.AddSingleton(Policies);
        collection.AddEvidence(configuration);
        collection.AddVault(configuration);
        collection.Configure<EvidenceOptions>(evidence => (evidence.Folder, evidence.MaxBytes, evidence.Tries) = (EvidenceFolder, 1000, 3));
        collection.AddSingleton<AnswerStream>();
        collection.AddSingleton<Courier>();
        collection.AddSingleton<Postman>();
        collection.AddSingleton<Sightings>();
        collection.AddSingleton<OutboxWorker>();
        services = collection.BuildServiceProvider();
    }

    public FakeTime Time { get; } = new(Sample.Now);
    public LogBook Log { get; } = new();
    public FakeConnector Teams { get; }
    public CaseStore Store => services.GetRequiredService<CaseStore>();
    public Postman Postman => services.GetRequiredService<Postman>();
    public OutboxWorker Worker => services.GetRequiredService<OutboxWorker>();
    public DeliveryOptions Options { get; } = new();
    public IEvidenceStore Evidence => services.GetRequiredService<IEvidenceStore>();
    public string EvidenceFolder => folder.File("evidence");

    private string ConnectionString => $"Data Source={folder.File("cases.db")}";

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public static async Task<DeliveryRig> StartAsync()
    {
        var rig = new DeliveryRig(await FakeConnector.StartAsync());
        await rig.Store.OpenAsync(rig.Time.GetUtcNow(), Ended);
        await rig.CommitAsync(Sample.Turn("hello") with { Conversation = Sample.Conversation(0) with { Address = rig.AddressOf(Sample.Chat).ToJson() } });
        return rig;
    }

    public ConversationReference AddressOf(string conversation) => new()
    {
        ServiceUrl = Teams.ServiceUrl,
        ChannelId = "msteams",
        ConversationId = conversation,
        ConversationType = ConversationTypes.Personal,
        TenantId = "tenant",
        BotId = "28:bot",
    };

    public async Task CommitAsync(TurnCommit turn) => Assert.Equal(CommitResult.Committed.Instance, await Store.CommitAsync(turn));

    /// <summary>Puts deliveries into the outbox as a turn of Priya's does, without sending any.</summary>
    public Task QueueAsync(params ImmutableArray<Delivery> deliveries) =>
        CommitAsync(Sample.Turn($"turn-{++turns}", deliveries) with { At = Time.GetUtcNow() });

    /// <summary>Begins a message in Priya's chat that an answer is to complete.</summary>
    public async Task<string> BeginAsync() => (await services.GetRequiredService<AnswerStream>().OpenAsync(AddressOf(Sample.Chat)))!;

    /// <summary>What a worker does when it looks into the outbox: everything that is due, until nothing is.</summary>
    public async Task WorkAsync()
    {
        while (await Store.ClaimAsync(Time.GetUtcNow(), Options.Reconcile, 100, graph: false) is { IsEmpty: false } due)
            await Task.WhenAll(due.Select(delivery => Postman.DeliverAsync(delivery, null)));
    }

    public Task WorkAfterAsync(TimeSpan wait)
    {
        Time.Advance(wait);
        return WorkAsync();
    }

    /// <summary>Somebody's client draws a card and asks for it again by itself.</summary>
    public async Task RefreshAsync(PostedMessage card, string key)
    {
        var activity = ActivityBody.Parse(Encoding.UTF8.GetBytes(
            $$$"""
            { "type": "invoke", "name": "adaptiveCard/action", "id": "refresh", "replyToId": "{{{card.ActivityId}}}", "channelId": "msteams",
              "from": { "id": "29:martin" }, "recipient": { "id": "28:bot" }, "conversation": { "id": "{{{card.ConversationId}}}" },
              "value": { "trigger": "automatic", "action": { "type": "Action.Execute", "verb": "incident.view", "data": { "delivery": "{{{key}}}" } } } }
            """))!;
        await services.GetRequiredService<Sightings>().NoteAsync(activity, Assert.IsType<Arrival.Pressed>(ActivityReader.Read(activity)));
    }

    /// <summary>The messages that people see in the SLT channel.</summary>
    public IReadOnlyList<PostedMessage> InChannel => [.. Teams.AllMessages.Where(message => message.ConversationId.StartsWith(Sample.Channel, StringComparison.Ordinal) && !message.Deleted)];

    public async Task<Backlog> BacklogAsync() => await Store.BacklogAsync(Ended);

    public async Task<Conversation> ChatAsync() => (await Store.FindConversationAsync(Sample.Chat, Ended))!;

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Teams.DisposeAsync();
        using var pool = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(pool);
        folder.Dispose();
    }
}
