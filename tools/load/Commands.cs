using System.ComponentModel;
using System.Diagnostics;

namespace PolicyBot.Load;

/// <summary>Other programs that run to their end. What they say goes to the error output: the table has the other to itself.</summary>
internal static class Commands
{
    /// <summary>Runs a program to its end; when we are ended early, it is too.</summary>
    /// <exception cref="InvalidOperationException">It failed, and has said why.</exception>
    public static async Task RunAsync(string folder, string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder });
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}.");
    }

    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Starts a program without our own settings for sockets.</summary>
    public static Process Start(ProcessStartInfo how)
    {
        how.RedirectStandardOutput = true;
        how.RedirectStandardError = true;
        foreach (var ours in how.Environment.Keys.Where(name => name.StartsWith("DOTNET_SYSTEM_NET_SOCKETS_", StringComparison.Ordinal)).ToList())
            how.Environment.Remove(ours);
        try
        {
            var process = Process.Start(how)!;
            process.OutputDataReceived += Pass;
            process.ErrorDataReceived += Pass;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception fault)
        {
            throw new InvalidOperationException($"{how.FileName} could not be started: {fault.Message}", fault);
        }
    }

    private static void Pass(object sender, DataReceivedEventArgs line)
    {
        if (!string.IsNullOrWhiteSpace(line.Data))
            Console.Error.WriteLine(line.Data);
    }
}
