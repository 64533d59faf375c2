using System.ComponentModel;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace PolicyBot.Bot.Local;

/// <summary>
/// Runs the Microsoft 365 Agents Playground beside a local bot, so that one command gives a chat in the browser. It is a convenience: when it
/// cannot start, or dies, the log says what to do and the bot goes on.
/// </summary>
internal sealed partial class PlaygroundLauncher(
    PlaygroundProgram program,
    IServer server,
    IHostApplicationLifetime lifetime,
    IHostEnvironment environment,
    IConfiguration configuration,
    ILogger<PlaygroundLauncher> logger) : BackgroundService
{
    private const int UsualPort = 56150;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The Playground asks for the bot at once and keeps its page blank for 15 seconds when nobody answers.
        if (!await StartedAsync(stoppingToken) || BotEndpoint() is not { } endpoint)
            return;
        var folder = Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, "data", "playground")).FullName;
        var config = Path.Combine(AppContext.BaseDirectory, "Local", "playground.yml");
        try
        {
            using var playground = PlaygroundProcess.Start(program, endpoint, configuration.GetValue("Playground:Port", UsualPort), config, folder);
            var ended = playground.EndedAsync(stoppingToken);
            await Task.WhenAny(playground.Port, ended);
            if (playground.Port.IsCompletedSuccessfully)
            {
                var port = await playground.Port;
                Ready(logger, port);
                var code = await ended;
                // Ctrl+C reaches the Playground at the same moment as the bot: then nothing died that should not have.
                if (!lifetime.ApplicationStopping.IsCancellationRequested)
                    Died(logger, code, PlaygroundProcess.LogIn(folder));
            }
            else
            {
                NotStarted(logger, await ended, playground.LastWords);
            }
        }
        catch (Win32Exception)
        {
            NodeMissing(logger);
        }
        catch (OperationCanceledException)
        {
            // The bot is stopping, and has just taken the Playground with it.
        }
    }

    private async Task<bool> StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var whenStopped = stoppingToken.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    private Uri? BotEndpoint()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(BindingAddress.Parse).FirstOrDefault(address => address.Scheme is "http");
        return address is null ? null : new UriBuilder("http", "127.0.0.1", address.Port, "/api/messages").Uri;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Chat with PolicyBot: open http://localhost:{Port} in a browser. Ctrl+C stops both.")]
    private static partial void Ready(ILogger logger, int port);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The Agents Playground ended by itself with code {Code}; the bot goes on without it. Why is in {LogFile}. Restart the bot to have it back.")]
    private static partial void Died(ILogger logger, int code, string logFile);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The Agents Playground did not start (code {Code}: {LastWords}); the bot goes on without it. The first start fetches it from npm; see whether npx works here.")]
    private static partial void NotStarted(ILogger logger, int code, string lastWords);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No Agents Playground, because Node is missing: install Node 20 or newer (https://nodejs.org) and restart. The bot goes on without it.")]
    private static partial void NodeMissing(ILogger logger);
}
