using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PolicyBot.Load;

/// <summary>One who is measured: how it is started on a port, and what people write to it.</summary>
internal sealed record Candidate(string Name, Func<int, ProcessStartInfo> OnPort, params Line[] Script);

/// <summary>A measured bot as a process of its own, alone on one CPU. Disposing ends it at once, as a crash would.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(2);

    private readonly Process process;
    private readonly long started;

    private BotProcess(Process process, int port, long started)
    {
        this.process = process;
        this.started = started;
        Port = port;
    }

    public int Port { get; }

    public TimeSpan Age => Stopwatch.GetElapsedTime(started);

    public bool HasEnded => process.HasExited;

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Starts it and waits until it takes connections.</summary>
    public static async Task<BotProcess> StartAsync(Candidate candidate, int? cpu, CancellationToken cancellationToken)
    {
        var port = FreePort();
        var how = candidate.OnPort(port);
        if (cpu is { } only)
        {
            // taskset becomes the program that it starts, so the process id is the bot's own.
            string[] before = ["-c", only.ToString(CultureInfo.InvariantCulture), how.FileName];
            foreach (var argument in before.Reverse())
                how.ArgumentList.Insert(0, argument);
            how.FileName = "taskset";
        }
        var begun = Stopwatch.GetTimestamp();
        var bot = new BotProcess(Commands.Start(how), port, begun);
        try
        {
            while (!await bot.ListensAsync(cancellationToken))
            {
                if (bot.HasEnded || bot.Age > Longest)
                    throw new InvalidOperationException($"{candidate.Name}: did not start.");
                await Task.Delay(Moment, TimeProvider.System, cancellationToken);
            }
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<bool> ListensAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var connection = await HttpConnection.OpenAsync(Port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
