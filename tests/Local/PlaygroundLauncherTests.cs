using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Bot.Local;

namespace PolicyBot.Tests.Local;

/// <summary>Someone starts the bot on their own machine: the Playground comes along, or they are told why not, and the bot runs either way.</summary>
public sealed class PlaygroundLauncherTests : IAsyncDisposable
{
    private const int Patience = 60_000;
    private readonly SpokenLines log = new();
    private readonly TemporaryFolder folder = new();
    private WebApplication? bot;

    [Fact(Timeout = Patience)]
    public async Task The_Playground_starts_beside_the_bot_and_ends_with_it()
    {
        var node = Needs.Node();
        using var http = new HttpClient();
        await StartBotAsync(new PlaygroundProgram(node, Path.Combine(Repository.NodeFolder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js")));

        var line = await log.WaitForAsync("Chat with PolicyBot: open http://localhost:");
        var address = line.Split(' ')[4];
        var config = await http.GetStringAsync(new Uri(address + "/_internal/v1/config"), TestContext.Current.CancellationToken);
        await bot!.StopAsync(TestContext.Current.CancellationToken);

        using var json = JsonDocument.Parse(config);
        Assert.Equal("Priya Nair", json.RootElement.GetProperty("config").GetProperty("currentUser").GetProperty("name").GetString());
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = Patience)]
    public async Task Without_Node_the_bot_says_what_to_install_and_answers()
    {
        await StartBotAsync(new PlaygroundProgram("/nowhere/npx"));

        await log.WaitForAsync("install Node 20 or newer");
        await AssertBotAnswersAsync();
    }

    [Fact(Timeout = Patience)]
    public async Task A_Playground_that_cannot_be_fetched_says_why_and_the_bot_answers()
    {
        await StartBotAsync(new PlaygroundProgram(Needs.Node(), "-e", "console.error('no network'); process.exitCode = 4", "--"));

        await log.WaitForAsync("did not start (code 4: no network)");
        await AssertBotAnswersAsync();
    }

    [Fact(Timeout = Patience)]
    public async Task A_Playground_that_dies_is_said_to_be_gone_and_the_bot_answers()
    {
        await StartBotAsync(new PlaygroundProgram(Needs.Node(), "-e", "console.log('Listening on 7'); process.exitCode = 3", "--"));

        await log.WaitForAsync("open http://localhost:7 ");
        await log.WaitForAsync("ended by itself with code 3");
        await AssertBotAnswersAsync();
    }

    [Theory]
    [InlineData("false", "true", 0)]
    [InlineData("true", "false", 0)]
    [InlineData("true", "true", 1)]
    public void It_comes_along_in_local_mode_only_and_can_be_left_out(string local, string launch, int expected)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Bot:Local"] = local, ["Playground:Launch"] = launch };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

        var services = new ServiceCollection().AddLocalPlayground(configuration);

        Assert.Equal(expected, services.Count(service => service.ServiceType == typeof(IHostedService)));
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null)
            await bot.DisposeAsync();
        log.Dispose();
        folder.Dispose();
    }

    private async Task StartBotAsync(PlaygroundProgram program)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder.Path });
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.Configuration["Playground:Port"] = FreePort.Find().ToString(CultureInfo.InvariantCulture);
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(program).AddHostedService<PlaygroundLauncher>();
        bot = builder.Build();
        bot.MapGet("/", () => "here");
        await bot.StartAsync(TestContext.Current.CancellationToken);
    }

    private async Task AssertBotAnswersAsync()
    {
        using var http = new HttpClient();
        Assert.Equal("here", await http.GetStringAsync(new Uri(bot!.Urls.Single()), TestContext.Current.CancellationToken));
    }
}
