using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyBot.Bot;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Policies;
using PolicyBot.Policy;
using PolicyBot.Policy.Drafts;
using PolicyBot.Policy.Reports;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Policy;

namespace PolicyBot.Tests.Driver;

/// <summary>The real bot on a loopback port, put together as in production; only the clock, the way out to the internet and, where asked for, what the policy says are the tests' own.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private BotHost(WebApplication app)
    {
        this.app = app;
        client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client => client;

    public static async Task<BotHost> StartAsync(
        IEnumerable<KeyValuePair<string, string?>> settings, string folder, string environment, TimeProvider clock, LogBook log, OutsideWorld world,
        IPolicyAnswerer? policy = null, IReportReader? reader = null, IDraftChecker? drafts = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.AddPolicyBot();

        // Of two registrations the later one is used.
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(new ChannelHttp(world));
        if (reader is not null)
            builder.Services.AddSingleton(reader);
        if (drafts is not null)
            builder.Services.AddSingleton(drafts);
        if (policy is not null)
            builder.Services.AddSingleton(new ServedPolicies(builder.Configuration["Policy:Folder"] ?? Shipped.Folder, _ => policy));

        var bot = builder.Build().UsePolicyBot();
        await bot.OpenAsync();
        await bot.StartAsync();
        return new BotHost(bot);
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
