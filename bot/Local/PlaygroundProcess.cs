using System.Diagnostics;
using System.Globalization;

namespace PolicyBot.Bot.Local;

/// <summary>How to start the Agents Playground here: the program and what comes before the Playground's own arguments.</summary>
internal sealed record PlaygroundProgram(string FileName, params string[] Arguments)
{
    /// <summary>Through npx, which fetches the one version that this bot is tested with and keeps it for the next time.</summary>
    internal static PlaygroundProgram Npx { get; } = new(OperatingSystem.IsWindows() ? "npx.cmd" : "npx", "--yes", "@microsoft/m365agentsplayground@0.2.28");
}

/// <summary>One running Agents Playground. Disposing ends it with everything that it started.</summary>
internal sealed class PlaygroundProcess : IDisposable
{
    private const string Announcement = "Listening on ";

    private readonly Process process;
    private readonly TaskCompletionSource<int> announced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PlaygroundProcess(Process process) => this.process = process;

    /// <summary>The port it serves on, which is another than asked for when that one was taken; it fails when the Playground ends before it says.</summary>
    internal Task<int> Port => announced.Task;

    /// <summary>The last line of complaint, such as npx's when it cannot fetch the package; empty when there was none.</summary>
    internal string LastWords { get; private set; } = "";

    /// <summary>Starts it, without waiting until it serves.</summary>
    /// <param name="program">What to start.</param>
    /// <param name="endpoint">Where the bot takes activities.</param>
    /// <param name="port">The port it should serve on, 0 for any.</param>
    /// <param name="config">The file with its people and channel.</param>
    /// <param name="folder">Where it keeps its own log.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program is not on this machine.</exception>
    internal static PlaygroundProcess Start(PlaygroundProgram program, Uri endpoint, int port, string config, string folder)
    {
        string[] arguments =
        [
            "start", "-e", endpoint.AbsoluteUri, "-c", "msteams", "-p", port.ToString(CultureInfo.InvariantCulture), "--disable-telemetry",
        ];
        var start = new ProcessStartInfo(program.FileName, [.. program.Arguments, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        // --disable-telemetry leaves the usage statistics of its telemetry library on; this ends those too.
        start.Environment["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "1";
        start.Environment["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = config;
        start.Environment["M365_AGENTS_PLAYGROUND_LOGFILE"] = LogIn(folder);
        var playground = new PlaygroundProcess(Process.Start(start)!);
        playground.Listen();
        return playground;
    }

    /// <summary>Its own log: the one place where it says why it would not start.</summary>
    internal static string LogIn(string folder) => Path.Combine(folder, "playground.log");

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    internal async Task<int> EndedAsync(CancellationToken cancelled)
    {
        await process.WaitForExitAsync(cancelled);
        return process.ExitCode;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                announced.TrySetException(new InvalidOperationException("The Playground ended before it was ready."));
            }
            else if (line.Data.StartsWith(Announcement, StringComparison.Ordinal)
                && int.TryParse(line.Data.AsSpan(Announcement.Length), CultureInfo.InvariantCulture, out var port))
            {
                announced.TrySetResult(port);
            }
        };
        process.ErrorDataReceived += (_, line) => LastWords = string.IsNullOrWhiteSpace(line.Data) ? LastWords : line.Data;
        // Both pipes are read to the end, or a talkative Playground would stand still on a full one.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }
}
