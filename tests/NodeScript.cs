using System.Diagnostics;

namespace PolicyBot.Tests;

/// <summary>Runs one of the scripts in tests/node to its end.</summary>
internal static class NodeScript
{
    /// <summary>Runs it with the arguments given, and gives up when the test is called off.</summary>
    /// <returns>The exit code, and all that was printed.</returns>
    internal static async Task<(int Code, string Output)> RunAsync(string script, params string[] arguments)
    {
        var ended = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(Needs.Node(), [script, .. arguments])
        {
            WorkingDirectory = Repository.NodeFolder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        try
        {
            var output = node.StandardOutput.ReadToEndAsync(ended);
            var errors = node.StandardError.ReadToEndAsync(ended);
            await node.WaitForExitAsync(ended);
            return (node.ExitCode, await output + await errors);
        }
        finally
        {
            node.Kill(entireProcessTree: true);
        }
    }
}
