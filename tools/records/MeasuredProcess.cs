using System.Diagnostics;
using System.Globalization;

namespace PolicyBot.RecordsBenchmark;

/// <summary>The measured bot from outside. Disposing ends it.</summary>
internal sealed class MeasuredProcess : IAsyncDisposable
{
    private readonly Process process;

    private MeasuredProcess(Process process) => this.process = process;

    /// <summary>Managed memory in use, in bytes.</summary>
    public async Task<long> ManagedAsync()
    {
        await process.StandardInput.WriteLineAsync(MeasuredBot.Memory);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(MeasuredBot.Memory, StringComparison.Ordinal))
                return long.Parse(line.AsSpan(MeasuredBot.Memory.Length), CultureInfo.InvariantCulture);
        throw new InvalidOperationException("The bot ended while it was measured.");
    }

    /// <summary>What the operating system counts as its memory, in bytes.</summary>
    public long Resident
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static async Task<MeasuredProcess> StartAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(MeasuredProcess).Assembly.Location, "bot"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var bot = new MeasuredProcess(Process.Start(start)!);
        while (await bot.process.StandardOutput.ReadLineAsync() is { } line)
            if (line == MeasuredBot.Listens)
                return bot;
        await bot.DisposeAsync();
        throw new InvalidOperationException("The bot did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
