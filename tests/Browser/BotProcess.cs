using System.Collections.Concurrent;
using System.Diagnostics;

namespace PolicyBot.Tests.Browser;

/// <summary>The real bot as a process of its own, in local mode, with its data in a folder that outlives it: killed and started again, it is the same bot.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const string Announcement = "Now listening on: ";

    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool ended;

    private BotProcess(Process process) => this.process = process;

    internal Uri Address { get; private set; } = null!;

    /// <summary>All that it has printed, for the message of a test that failed.</summary>
    internal string Said => string.Join('\n', said);

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="folder">Where its database is, or will be.</param>
    /// <param name="port">The port to listen on; 0 for any. The Playground knows the bot by its port, so whoever restarts one gives it again.</param>
    internal static async Task<BotProcess> StartAsync(TemporaryFolder folder, int port = 0)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyBot.Bot.dll"), "--urls", $"http://127.0.0.1:{port}"])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Bot__Local"] = "true";
        start.Environment["Playground__Launch"] = "false";
        start.Environment["Trust__File"] = Path.Combine(Repository.Root, "bot", "trust.local.json");
        start.Environment["ConnectionStrings__Cases"] = "Data Source=" + folder.File("cases.db");
        var bot = new BotProcess(Process.Start(start)!);
        bot.Listen();
        try
        {
            bot.Address = await bot.address.Task.WaitAsync(TestContext.Current.CancellationToken);
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it as a crash would: at once, with nothing put away. The bot has to stand that. Ending it twice is no harm.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!ended)
        {
            ended = true;
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            address.TrySetException(new InvalidOperationException("The bot ended before it listened. It said:\n" + Said));
            return;
        }
        said.Enqueue(line);
        var at = line.IndexOf(Announcement, StringComparison.Ordinal);
        if (at >= 0)
            address.TrySetResult(new Uri(line[(at + Announcement.Length)..].Trim()));
    }
}
