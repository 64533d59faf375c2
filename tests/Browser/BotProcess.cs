using System.Collections.Concurrent;
using System.Diagnostics;

namespace PolicyBot.Tests.Browser;

/// <summary>The real bot as a process of its own, in local mode, with its data in a folder that outlives it: killed and started again, it is the same bot.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const string Announcement = "Now listening on: ";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _ended;

    private BotProcess(Process process) => _process = process;

    internal Uri Address { get; private set; } = null!;

    /// <summary>All that it has printed, for the message of a test that failed.</summary>
    internal string Said => string.Join('\n', _said);

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
            bot.Address = await bot._address.Task.WaitAsync(TestContext.Current.CancellationToken);
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
        if (!_ended)
        {
            _ended = true;
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException("The bot ended before it listened. It said:\n" + Said));
            return;
        }
        _said.Enqueue(line);
        var at = line.IndexOf(Announcement, StringComparison.Ordinal);
        if (at >= 0)
        {
            _address.TrySetResult(new Uri(line[(at + Announcement.Length)..].Trim()));
        }
    }
}
