using System.Diagnostics;

namespace PolicyBot.Tests.Faults;

/// <summary>The bot as its own process, started again whenever it ends, as a service manager does.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly string folder;
    private readonly Task supervisor;
    private Process? process;
    private TaskCompletionSource ready = NewSignal();
    private bool stopping;

    public BotProcess(string folder, IReadOnlyDictionary<string, string> settings)
    {
        this.folder = folder;
        this.settings = settings;
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        supervisor = Task.Run(SuperviseAsync);
    }

    public Uri Address { get; }

    /// <summary>Done while it listens; faulted when it could not start, with what it wrote.</summary>
    public Task Ready
    {
        get
        {
            lock (gate)
                return ready.Task;
        }
    }

    /// <summary>The memory that it holds, in bytes.</summary>
    public long MemoryInUse
    {
        get
        {
            lock (gate)
            {
                process!.Refresh();
                return process.WorkingSet64;
            }
        }
    }

    /// <summary>Ends it at once, wherever it is; false when it is not up.</summary>
    public bool Kill()
    {
        lock (gate)
        {
            if (!ready.Task.IsCompletedSuccessfully)
                return false;
            ready = NewSignal();
            process!.Kill();
            return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            stopping = true;
            process?.Kill();
        }
        await supervisor;
    }

    private async Task SuperviseAsync()
    {
        while (Start() is { } started)
        {
            var written = "";
            var listened = false;
            while (await started.StandardOutput.ReadLineAsync() is { } line)
            {
                if (listened)
                    continue;
                written += line + "\n";
                listened = line.Contains("Now listening on", StringComparison.Ordinal);
                if (listened)
                    Announce(signal => signal.TrySetResult());
            }
            await started.WaitForExitAsync();
            started.Dispose();
            if (listened)
                continue;
            Announce(signal => signal.TrySetException(new InvalidOperationException($"The bot did not start. {written}")));
            return;
        }
    }

    private void Announce(Action<TaskCompletionSource> what)
    {
        lock (gate)
            what(ready);
    }

    private Process? Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyBot.Bot.dll")])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_URLS"] = Address.AbsoluteUri;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        lock (gate)
            return process = stopping ? null : Process.Start(start);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
