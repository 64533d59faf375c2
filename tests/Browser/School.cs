using Microsoft.Playwright;
using PolicyBot.Bot.Local;

namespace PolicyBot.Tests.Browser;

/// <summary>A school for one test: the real bot, the real Playground, and people at their own computers.</summary>
internal sealed class School : IAsyncDisposable
{
    private readonly ChromiumBrowser chromium;
    private readonly TemporaryFolder folder;
    private readonly List<IBrowserContext> people = [];
    private readonly List<PlaygroundProcess> playgrounds = [];
    private string? node;
    private Uri? chat;

    private School(ChromiumBrowser chromium, TemporaryFolder folder, BotProcess bot)
    {
        this.chromium = chromium;
        this.folder = folder;
        Bot = bot;
    }

    internal BotProcess Bot { get; private set; }

    /// <summary>Opens the school: the bot first, for the Playground's page waits for it. Skips the test where Node or Chromium is missing.</summary>
    internal static async Task<School> OpenAsync(ChromiumBrowser chromium)
    {
        var program = Needs.Node();
        Needs.Chromium();
        var home = new TemporaryFolder();
        var school = new School(chromium, home, await BotProcess.StartAsync(home)) { node = program };
        try
        {
            school.chat = await school.StartPlaygroundAsync(Path.Combine(AppContext.BaseDirectory, "Local", "playground.yml"));
            return school;
        }
        catch
        {
            await school.DisposeAsync();
            throw;
        }
    }

    /// <summary>Priya, a teacher at North Academy: the one whom the Playground takes for its user.</summary>
    internal Task<PlaygroundPage> PriyaAsync() => SitDownAsync(someoneElse: null);

    /// <summary>
    /// Someone else in the channel, such as <c>29:martin-hughes</c>. They see what is posted from now on, and what they press arrives as theirs; what
    /// they type would still arrive as Priya's, so they only press.
    /// </summary>
    internal Task<PlaygroundPage> SomeoneElseAsync(string userId) => SitDownAsync(userId);

    /// <summary>
    /// Somebody in their own chat with the bot, at a Playground of their own: the one that is there shows only Priya's. They say hello first, as the app's set-up does
    /// for them in a real tenant, so that the bot can write to them.
    /// </summary>
    internal async Task<PlaygroundPage> InOwnChatAsync(string userId)
    {
        var config = folder.File($"playground-{userId[3..]}.yml");
        await File.WriteAllTextAsync(config, PlaygroundIdentity.Config(userId), TestContext.Current.CancellationToken);
        var own = await StartPlaygroundAsync(config);
        var person = await chromium.NewPersonAsync();
        people.Add(person);
        var page = await PlaygroundPage.OpenAsync(person, own);
        await page.SayAsync("hello");
        await page.SeesAsync("Ask me");
        return page;
    }

    /// <summary>Kills the bot where it stands and starts it again on the same data and port.</summary>
    internal async Task CrashAndRestartBotAsync()
    {
        var port = Bot.Address.Port;
        await StopBotAsync();
        Bot = await BotProcess.StartAsync(folder, port);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people)
            await person.DisposeAsync();
        foreach (var playground in playgrounds)
            playground.Dispose();
        await StopBotAsync();
        folder.Dispose();
    }

    private async Task<Uri> StartPlaygroundAsync(string config)
    {
        var client = Path.Combine(Repository.NodeFolder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
        var playground = PlaygroundProcess.Start(new PlaygroundProgram(node!, client), new Uri(Bot.Address, "/api/messages"), FreePort.Find(), config, folder.Path);
        playgrounds.Add(playground);
        return new Uri($"http://localhost:{await playground.Port.WaitAsync(TestContext.Current.CancellationToken)}");
    }

    // What the bot printed is kept beside the pictures: the first thing one wants when a journey failed.
    private async Task StopBotAsync()
    {
        await Bot.DisposeAsync();
        var log = Path.Combine(Repository.Artifacts("browser"), (TestContext.Current.TestMethod?.MethodName ?? "school") + ".bot.log");
        await File.AppendAllTextAsync(log, Bot.Said + "\n", CancellationToken.None);
    }

    private async Task<PlaygroundPage> SitDownAsync(string? someoneElse)
    {
        var person = await chromium.NewPersonAsync();
        people.Add(person);
        if (someoneElse is not null)
            await PlaygroundIdentity.TakeAsync(person, someoneElse);
        return await PlaygroundPage.OpenAsync(person, chat!);
    }
}
