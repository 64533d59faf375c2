using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Faults;

namespace PolicyBot.Tests.Driver;

/// <summary>A school's bot as a process of its own, with the channel before it, which delivers an activity again, the very same, until the bot has taken it.</summary>
internal sealed class ProcessRig : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient http = new();

    private ProcessRig(BotProcess bot, CaseStore store) => (Bot, Store) = (bot, store);

    public BotProcess Bot { get; }

    public CaseStore Store { get; }

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public static async Task<ProcessRig> StartAsync(IReadOnlyDictionary<string, string?> settings, string folder, string connection, TimeProvider time)
    {
        var store = new CaseStore(Database.For(connection), TimeSpan.FromMinutes(1));
        await store.OpenAsync(time.GetUtcNow(), Ended);
        var environment = settings.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key.Replace(":", "__", StringComparison.Ordinal), pair => pair.Value!, StringComparer.Ordinal);
        environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        environment["Logging__LogLevel__Default"] = "Error";
        environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        return new ProcessRig(new BotProcess(folder, environment), store);
    }

    public async Task<Answer> DeliverAsync(string body)
    {
        while (true)
        {
            await ReadyAsync();
            try
            {
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                using var response = await http.PostAsync(new Uri(Bot.Address, "/api/messages"), content, Ended);
                if (response.StatusCode is not HttpStatusCode.ServiceUnavailable)
                    return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(Ended));
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                // It died over it: delivered again when it is back.
            }
        }
    }

    /// <summary>Until everything for Teams was sent, and nothing is in doubt.</summary>
    public Task SettlesAsync() => UntilAsync(ready => Count(ready, "waiting") + Count(ready, "ambiguous") == 0);

    /// <summary>Until everything for Graph was sent too; what is parked stays.</summary>
    public Task DrainsAsync() => UntilAsync(ready => Count(ready, "waiting") + Count(ready, "ambiguous") + Count(ready, "waitingForGraph") == 0);

    public async Task<int> ParkedAsync() => Count(await ReadyAsync(), "parked");

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Store.DisposeAsync();
        http.Dispose();
    }

    private async Task UntilAsync(Func<JsonNode, bool> isSo)
    {
        while (!isSo(await ReadyAsync()))
            await Task.Delay(Soon, TimeProvider.System, Ended);
    }

    /// <summary>Up, and knowing who people are.</summary>
    private async Task<JsonNode> ReadyAsync()
    {
        while (true)
        {
            await Bot.Ready.WaitAsync(Ended);
            try
            {
                using var response = await http.GetAsync(new Uri(Bot.Address, "/health/ready"), Ended);
                var ready = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ended))!;
                if (ready["outbox"] is not null && ready["graph"]!.GetValue<string>() is var graph && (graph.StartsWith("ok", StringComparison.Ordinal) || graph.StartsWith("not configured", StringComparison.Ordinal)))
                    return ready;
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                // Killed this very moment.
            }
            await Task.Delay(Soon, TimeProvider.System, Ended);
        }
    }

    private static int Count(JsonNode ready, string what) => ready["outbox"]![what]!.GetValue<int>();
}
