using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PolicyBot.Bot;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Evidence;
using PolicyBot.Bot.Policies;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Policy;

namespace PolicyBot.Tests;

/// <summary>What an administrator's monitoring reads when something is broken.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_database_server_that_is_away_is_said_and_not_a_fault_and_so_is_a_folder_that_cannot_be_written()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("taken"), "", TestContext.Current.CancellationToken);
        await using var nowhere = new CaseStore(Database.For($"Host=127.0.0.1;Port={FreePort.Find()};Username=nobody;Timeout=2"), TimeSpan.FromMinutes(1));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration["Bot:Local"] = "true";
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddChannel(builder.Configuration, builder.Environment);
        var below = Options.Create(new EvidenceOptions { Folder = Path.Combine(folder.File("taken"), "evidence") }); // below a file there can be no folder
        builder.Services.AddSingleton<IEvidenceStore>(new EvidenceFolder(below));
        builder.Services.AddSingleton(nowhere);
        builder.Services.AddSingleton(new ServedPolicies(Shipped.Folder));
        await using var app = builder.Build();
        app.MapHealth();
        await app.StartAsync(TestContext.Current.CancellationToken);

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var said = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("cannot be reached", said, StringComparison.Ordinal);
        Assert.Contains("files cannot be kept in", said, StringComparison.Ordinal);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
