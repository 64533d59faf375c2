using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace PolicyBot.Load;

/// <summary>Who is measured, made ready to start: the bot published as it would be for a server, the other SDK installed.</summary>
internal static class Candidates
{
    private static readonly Line Greeting = new("hello", "Ask me anything about the social media policy");
    private static readonly Line EchoedGreeting = new("hello", "Echo: hello");
    private static readonly Line[] Questions =
    [
        new("how quickly do we have to answer a comment", "must be responded to within 24 hours"),
        new("what counts as social media", "a broad term for any kind of online platform"),
        new("who keeps the passwords of our accounts", "Store account details, including passwords securely"),
        new("can I put pictures of students on my own Instagram", "Under no circumstances should staff share or upload student pictures"),
    ];

    public static async Task<Candidate[]> ReadyAsync(string folder, CancellationToken cancellationToken)
    {
        var root = Repository();
        await PublishAsync(root, Path.Combine(folder, "bot"), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "trust.json"), await TrustWithoutStaffAsync(root, cancellationToken), cancellationToken);
        Candidate[] dotnet =
        [
            new("bare ASP.NET Core, echo", OnFloor, EchoedGreeting),
            new("PolicyBot, a greeting", OnBot(folder, "greeted"), Greeting),
            new("PolicyBot, policy questions", OnBot(folder, "asked"), Questions),
        ];
        return await PeerIsReadyAsync(root, cancellationToken) ? [.. dotnet, new("Microsoft 365 Agents SDK for JavaScript, echo", OnPeer(root), EchoedGreeting)] : dotnet;
    }

    private static ProcessStartInfo OnFloor(int port) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyBot.Load.dll"), "floor", "--urls", $"http://127.0.0.1:{port}"]);

    private static Func<int, ProcessStartInfo> OnBot(string folder, string name)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        return port => new ProcessStartInfo("dotnet", [Path.Combine(folder, "bot", "PolicyBot.Bot.dll"), "--urls", $"http://127.0.0.1:{port}"])
        {
            WorkingDirectory = own,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development", // local mode, which checks no tokens, exists nowhere else
                ["Bot__Local"] = "true",
                ["Playground__Launch"] = "false",
                ["Trust__File"] = Path.Combine(folder, "trust.json"),
                ["ConnectionStrings__Cases"] = $"Data Source={Path.Combine(own, "cases.db")}",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
    }

    private static Func<int, ProcessStartInfo> OnPeer(string root) => port => new ProcessStartInfo("node", ["echo.js"])
    {
        WorkingDirectory = Peer(root),
        Environment = { ["PORT"] = port.ToString(CultureInfo.InvariantCulture) },
    };

    private static Task PublishAsync(string root, string to, CancellationToken cancellationToken)
    {
        // A folder and lock files of its own: a build for one platform must not touch what everyday builds use.
        string[] arguments =
        [
            "publish", "bot", "-c", "Release", "-r", $"linux-{RuntimeInformation.OSArchitecture}".ToLowerInvariant(), "--self-contained", "false",
            "-p:PublishReadyToRun=true", "-p:NuGetLockFilePath=obj/load.packages.lock.json", "--artifacts-path", Path.Combine(root, "artifacts", "load"),
            "-o", to, "-v", "quiet", "--nologo",
        ];
        return Commands.RunAsync(root, "dotnet", arguments, cancellationToken);
    }

    // Whoever writes here is made up; without a list of staff everybody in the tenant is staff.
    private static async Task<string> TrustWithoutStaffAsync(string root, CancellationToken cancellationToken)
    {
        var trust = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(root, "bot", "trust.local.json"), cancellationToken))!;
        trust["roles"]!.AsObject().Remove("staff");
        return trust.ToJsonString();
    }

    private static async Task<bool> PeerIsReadyAsync(string root, CancellationToken cancellationToken)
    {
        if (!Commands.Exists("node") || !Commands.Exists("npm"))
        {
            await Console.Error.WriteLineAsync("Node is not installed, so the other SDK is left out; Node 20 or newer is needed.");
            return false;
        }
        if (!Directory.Exists(Path.Combine(Peer(root), "node_modules")))
            await Commands.RunAsync(Peer(root), "npm", ["ci", "--silent"], cancellationToken);
        return true;
    }

    private static string Peer(string root) => Path.Combine(root, "tools", "load", "peer");

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "PolicyBot.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("This tool has to be built inside the repository: no folder above it holds PolicyBot.sln.");
    }
}
