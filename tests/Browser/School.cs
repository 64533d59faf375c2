using Microsoft.Playwright;
using PolicyBot.Bot.Local;

namespace PolicyBot.Tests.Browser;

/// <summary>A school for one test: the real bot, the real Playground, and people at their own computers.</summary>
internal sealed class School : IAsyncDisposable
{
    private readonly ChromiumBrowser _chromium;
    private readonly TemporaryFolder _folder;
    private readonly List<IBrowserContext> _people = [];
    private PlaygroundProcess? _playground;
    private Uri? _chat;

    private School(ChromiumBrowser chromium, TemporaryFolder folder, BotProcess bot)
    {
        _chromium = chromium;
        _folder = folder;
        Bot = bot;
    }

    internal BotProcess Bot { get; private set; }

    /// <summary>Opens the school: the bot first, for the Playground's page waits for it. Skips the test where Node or Chromium is missing.</summary>
    internal static async Task<School> OpenAsync(ChromiumBrowser chromium)
    {
        var node = Needs.Node();
        Needs.Chromium();
        var folder = new TemporaryFolder();
        var school = new School(chromium, folder, await BotProcess.StartAsync(folder));
        try
        {
            await school.StartPlaygroundAsync(node);
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

    /// <summary>Kills the bot where it stands and starts it again on the same data and port.</summary>
    internal async Task CrashAndRestartBotAsync()
    {
        var port = Bot.Address.Port;
        await StopBotAsync();
        Bot = await BotProcess.StartAsync(_folder, port);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
        {
            await person.DisposeAsync();
        }
        _playground?.Dispose();
        await StopBotAsync();
        _folder.Dispose();
    }

    private async Task StartPlaygroundAsync(string node)
    {
        var client = Path.Combine(Repository.NodeFolder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
        var config = Path.Combine(AppContext.BaseDirectory, "Local", "playground.yml");
        _playground = PlaygroundProcess.Start(new PlaygroundProgram(node, client), new Uri(Bot.Address, "/api/messages"), FreePort.Find(), config, _folder.Path);
        _chat = new Uri($"http://localhost:{await _playground.Port.WaitAsync(TestContext.Current.CancellationToken)}");
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
        var person = await _chromium.NewPersonAsync();
        _people.Add(person);
        if (someoneElse is not null)
        {
            await PlaygroundIdentity.TakeAsync(person, someoneElse);
        }
        return await PlaygroundPage.OpenAsync(person, _chat!);
    }
}
