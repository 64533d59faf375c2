using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Vault;

/// <summary>Azure Key Vault's secrets as they go over the wire: the challenge first, versions, switched off ones, and whatever fault a test asks for.</summary>
internal sealed class FakeKeyVault : IAsyncDisposable
{
    // A host of its own for each: the library remembers what a host has asked of it before.
    public string Host { get; } = $"north-{Guid.NewGuid():N}"[..20] + ".vault.azure.net";

    private readonly ConcurrentDictionary<string, List<(string Version, string Value, bool Enabled)>> secrets = new(StringComparer.Ordinal);
    private FakeServer? server;
    private int made;

    public Uri Address => server!.Address;

    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>What is answered in place of the truth; null lets the request through.</summary>
    public Func<HttpRequest, int?> Fault { get; set; } = _ => null;

    /// <summary>Holds every answer back until it is done.</summary>
    public Task Slow { get; set; } = Task.CompletedTask;

    public static async Task<FakeKeyVault> StartAsync()
    {
        var vault = new FakeKeyVault();
        vault.server = await FakeServer.StartAsync(vault.AnswerAsync);
        return vault;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        Calls.Enqueue($"{request.Method} {request.Path} {(request.Headers.Authorization.Count > 0 ? "signed" : "unsigned")} {request.ContentLength ?? 0}");
        response.ContentType = "application/json; charset=utf-8";
        if (request.Headers.Authorization.Count == 0)
        {
            response.StatusCode = 401;
            response.Headers.WWWAuthenticate = "Bearer authorization=\"https://login.windows.net/11111111-1111-1111-1111-111111111111\", resource=\"https://vault.azure.net\"";
            await response.WriteAsync("""{"error":{"code":"Unauthorized","message":"AKV10000: Request is missing a Bearer or PoP token."}}""");
            return;
        }
        await Slow.WaitAsync(context.RequestAborted);
        if (Fault(request) is { } status)
        {
            response.StatusCode = status;
            if (status == 429)
                response.Headers.RetryAfter = "0";
            await response.WriteAsync("""{"error":{"code":"Fault","message":"as the test wanted it"}}""");
            return;
        }
        var parts = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var answer = (request.Method, parts) switch
        {
            ("PUT", ["secrets", var name]) => Put(name, await ReadAsync(request)),
            ("GET", ["secrets", var name]) => Latest(name, response),
            ("GET", ["secrets", var name, "versions"]) => Versions(name),
            ("GET", ["secrets", var name, var version]) => Get(name, version, response),
            ("DELETE", ["secrets", var name]) => Delete(name),
            ("PATCH", ["secrets", var name, var version]) => Patch(name, version, await ReadAsync(request)),
            _ => null,
        };
        if (answer is null && response.StatusCode == 200)
        {
            response.StatusCode = 404;
            answer = JsonNode.Parse("""{"error":{"code":"SecretNotFound","message":"A secret with this name was not found in this key vault."}}""")!.AsObject();
        }
        await response.WriteAsync(answer!.ToJsonString());
    }

    private static async Task<JsonElement> ReadAsync(HttpRequest request) => JsonElement.Parse(await new StreamReader(request.Body).ReadToEndAsync());

    private JsonObject Put(string name, JsonElement body)
    {
        var version = $"{Interlocked.Increment(ref made):x32}";
        var value = body.GetProperty("value").GetString()!;
        secrets.AddOrUpdate(name, _ => [(version, value, true)], (_, all) => [.. all, (version, value, true)]);
        return Bundle(name, version, true, value);
    }

    private JsonObject? Get(string name, string version, HttpResponse response)
    {
        if (!secrets.TryGetValue(name, out var all) || all.FirstOrDefault(each => each.Version == version) is not { Version: not null } found)
            return null;
        if (found.Enabled)
            return Bundle(name, version, true, found.Value);
        response.StatusCode = 403;
        return JsonNode.Parse("""{"error":{"code":"Forbidden","message":"Operation get is not allowed on a disabled secret.","innererror":{"code":"SecretDisabled"}}}""")!.AsObject();
    }

    private JsonObject? Latest(string name, HttpResponse response) => secrets.TryGetValue(name, out var all) ? Get(name, all[^1].Version, response) : null;

    private JsonObject Versions(string name) => new()
    {
        ["value"] = new JsonArray([.. (secrets.TryGetValue(name, out var all) ? all : []).Select(each => Bundle(name, each.Version, each.Enabled, null))]),
        ["nextLink"] = null,
    };

    private JsonObject? Patch(string name, string version, JsonElement body)
    {
        if (!secrets.TryGetValue(name, out var all))
            return null;
        var enabled = body.GetProperty("attributes").GetProperty("enabled").GetBoolean();
        secrets[name] = [.. all.Select(each => each.Version == version ? each with { Enabled = enabled } : each)];
        return Bundle(name, version, enabled, null);
    }

    // Soft: it can be recovered for 90 days, and nobody reads it meanwhile.
    private JsonObject? Delete(string name)
    {
        if (!secrets.TryRemove(name, out var all))
            return null;
        var bundle = Bundle(name, all[^1].Version, all[^1].Enabled, null);
        (bundle["recoveryId"], bundle["deletedDate"], bundle["scheduledPurgeDate"]) = ($"https://{Host}/deletedsecrets/{name}", 1763890000, 1771666000);
        return bundle;
    }

    private JsonObject Bundle(string name, string version, bool enabled, string? value)
    {
        var bundle = new JsonObject
        {
            ["id"] = $"https://{Host}/secrets/{name}/{version}",
            ["contentType"] = "social-media-account",
            ["attributes"] = new JsonObject { ["enabled"] = enabled, ["created"] = 1763890000, ["updated"] = 1763890000, ["recoveryLevel"] = "Recoverable+Purgeable", ["recoverableDays"] = 90 },
        };
        if (value is not null)
            bundle["value"] = value;
        return bundle;
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
