using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Fakes;

/// <summary>One request for a token, as the endpoint received it.</summary>
internal sealed record TokenRequest(string Path, IReadOnlyDictionary<string, string> Form);

/// <summary>Entra's token endpoint: gives <c>token-1</c>, <c>token-2</c> … or the OAuth error that a test asks for.</summary>
internal sealed class FakeTokenEndpoint : IAsyncDisposable
{
    public const string Host = "login.microsoftonline.com";

    private FakeServer? server;
    private int issued;

    public Uri Address => server!.Address;

    public ConcurrentQueue<TokenRequest> Requests { get; } = new();

    /// <summary>For example <c>invalid_client</c> or <c>temporarily_unavailable</c>; null gives tokens.</summary>
    public string? Error { get; set; }

    public int ExpiresInSeconds { get; set; } = 3599;

    public static async Task<FakeTokenEndpoint> StartAsync()
    {
        var endpoint = new FakeTokenEndpoint();
        endpoint.server = await FakeServer.StartAsync(endpoint.AnswerAsync);
        return endpoint;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType || !context.Request.Path.Value!.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
        {
            context.Response.StatusCode = 404;
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        Requests.Enqueue(new(context.Request.Path.Value, form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal)));
        context.Response.ContentType = "application/json";
        if (Error is { } error)
        {
            context.Response.StatusCode = error == "temporarily_unavailable" ? 503 : 401;
            await context.Response.WriteAsync($$"""{ "error": "{{error}}", "error_description": "AADSTS7000222: made up for a test", "error_codes": [7000222] }""");
            return;
        }

        var token = $"token-{Interlocked.Increment(ref issued)}";
        await context.Response.WriteAsync(
            $$"""{ "token_type": "Bearer", "expires_in": {{ExpiresInSeconds}}, "ext_expires_in": {{ExpiresInSeconds}}, "access_token": "{{token}}" }""");
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
