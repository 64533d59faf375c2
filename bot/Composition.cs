using Microsoft.Extensions.Options;
using PolicyBot.Bot.Accounts;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Clocks;
using PolicyBot.Bot.Delivery;
using PolicyBot.Bot.Evidence;
using PolicyBot.Bot.Graph;
using PolicyBot.Bot.Graph.Records;
using PolicyBot.Bot.Local;
using PolicyBot.Bot.People;
using PolicyBot.Bot.Policies;
using PolicyBot.Bot.Turn;
using PolicyBot.Bot.Vault;
using PolicyBot.Bot.Wording;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;
using PolicyBot.Policy;
using PolicyBot.Policy.Drafts;
using PolicyBot.Policy.Reports;

namespace PolicyBot.Bot;

/// <summary>How the bot is put together, along a message's way.</summary>
internal static partial class Composition
{
    // Longer than any call to the Connector may take with its token, so that a lease ends only when its holder is gone.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public static WebApplicationBuilder AddPolicyBot(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.AddSingleton(TimeProvider.System);
        services.AddChannel(configuration, builder.Environment);

        services.AddPeople(TrustOf(configuration), configuration);
        services.AddSingleton(new ServedPolicies(PolicyFolderOf(configuration)));
        services.AddHostedService<PolicyWatcher>();
        services.AddSingleton<IDraftChecker, ServedDraftChecker>();
        services.AddSingleton<IReportReader>(_ => ReportReader.Load());
        services.AddSingleton(DatabaseOf(configuration));
        services.AddSingleton(provider => new CaseStore(provider.GetRequiredService<Database>(), Lease)
        {
            NeverCarried = GraphOptions.IsConfigured(configuration) ? [] : [DeliveryKind.GraphNotification],
        });

        services.AddWording(configuration);
        services.AddGraph(configuration);
        services.AddRecords(configuration);

        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<TurnLoading>();
        services.AddSingleton<TurnHandler>();
        services.AddSingleton<Sightings>();
        services.AddSingleton<Feedback>();

        services.AddEvidence(configuration);
        services.AddVault(configuration);

        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection(DeliveryOptions.Section)).ValidateOnStart();
        services.AddSingleton<AnswerStream>();
        services.AddSingleton<Courier>();
        services.AddSingleton<Postman>();
        services.AddHostedService<OutboxWorker>();
        services.AddOptions<ClockOptions>().Bind(configuration.GetSection(ClockOptions.Section)).ValidateOnStart();
        services.AddHostedService<ClockWorker>();
        services.AddHostedService<LeaverWorker>();
        services.AddSingleton<ExpiryWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ExpiryWatch>());
        services.AddLocalPlayground(configuration);
        return builder;
    }

    public static WebApplication UsePolicyBot(this WebApplication app)
    {
        app.Map("/api/messages", (RequestDelegate)app.Services.GetRequiredService<MessagesEndpoint>().HandleAsync);
        app.MapVault();
        app.MapHealth();
        return app;
    }

    /// <summary>Serves until it is told to stop. What is configured wrongly is said in a sentence, and nothing starts half-configured.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            // Settings are read once. Watching their folder would mean watching the database that may lie in it.
            Environment.SetEnvironmentVariable("DOTNET_hostBuilder:reloadConfigOnChange", "false");
            var builder = WebApplication.CreateSlimBuilder(Settings(args));
            await KeyVaultReferences.ResolveAsync(builder.Configuration);
            await using var app = builder.AddPolicyBot().Build().UsePolicyBot();
            await app.OpenAsync();
            await app.RunAsync();
            return 0;
        }
        catch (Exception fault) when (fault is TrustFileException or KeyVaultReferenceException or PolicyException or OptionsValidationException or ArgumentException { ParamName: "connectionString" })
        {
            await Console.Error.WriteLineAsync($"PolicyBot cannot start. {fault.Message}");
            return 1;
        }
    }

    /// <summary>What a command says when the database is away, or was never opened.</summary>
    public const string CasesUnreadable = "The cases cannot be read. ConnectionStrings:Cases must name the database that the bot uses, and the bot must have been started on it once.";

    public static Trust TrustOf(IConfiguration configuration) =>
        TrustFile.Read(Path.GetFullPath(configuration["Trust:File"] ?? "trust.json", configuration[HostDefaults.ContentRootKey] ?? Directory.GetCurrentDirectory()), PeopleServices.FromDirectory(configuration));

    public static string PolicyFolderOf(IConfiguration configuration) => configuration["Policy:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "documents");

    public static Database DatabaseOf(IConfiguration configuration) => Database.For(configuration.GetConnectionString("Cases") ?? "Data Source=data/cases.db");

    /// <summary>The settings that the bot would run with.</summary>
    /// <exception cref="KeyVaultReferenceException">One of them names a secret that cannot be read.</exception>
    public static IConfiguration ReadSettings()
    {
        var configuration = WebApplication.CreateSlimBuilder(Settings([])).Configuration;
        KeyVaultReferences.ResolveAsync(configuration).GetAwaiter().GetResult(); // the command has nothing else to do meanwhile
        return configuration;
    }

    // appsettings.json lies beside the program. Whoever starts it from a folder with settings of its own means those.
    private static WebApplicationOptions Settings(string[] args) => new()
    {
        Args = args,
        ContentRootPath = File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory,
    };

    /// <summary>Opens the database before the first message can come.</summary>
    public static async Task OpenAsync(this WebApplication app)
    {
        var time = app.Services.GetRequiredService<TimeProvider>();
        var store = app.Services.GetRequiredService<CaseStore>();
        await store.OpenAsync(time.GetUtcNow(), CancellationToken.None);
        if (RecordServices.IsConfigured(app.Configuration))
            RecordIsKept(app.Logger);
        else
            GraphIsMissing(app.Logger);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Outcomes are recorded in SharePoint, and /health/ready counts those that wait.")]
    private static partial void RecordIsKept(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "There is no record in SharePoint yet (Graph:Records): outcomes wait in the outbox, and /health/ready counts them.")]
    private static partial void GraphIsMissing(ILogger logger);
}
