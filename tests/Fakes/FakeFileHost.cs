using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Fakes;

/// <summary>Where people's files lie, and where the bot may put one: SharePoint, and the Connector's pictures. Remembers every call.</summary>
internal sealed class FakeFileHost : IAsyncDisposable
{
    public const string Host = "trust-my.sharepoint.com";

    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private FakeServer? server;
    private int last;

    public Uri Address => server!.Address;

    public ConcurrentQueue<FileCall> Calls { get; } = new();

    /// <summary>Asked before each answer: a status, perhaps with a place to go to instead, or null to behave.</summary>
    public Func<FileCall, (int Status, string? Location)?> Misbehave { get; set; } = _ => null;

    public static async Task<FakeFileHost> StartAsync()
    {
        var host = new FakeFileHost();
        host.server = await FakeServer.StartAsync(host.AnswerAsync);
        return host;
    }

    /// <summary>A file in somebody's OneDrive.</summary>
    /// <returns>The address that lets the bot in.</returns>
    public string Holds(byte[] file) => $"https://{Host}{Keep(file)}?tempauth=letmein";

    /// <summary>A picture that was pasted into a message.</summary>
    public string Shows(byte[] file) => new Uri(Address, Keep(file)).AbsoluteUri;

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private string Keep(byte[] file)
    {
        var path = $"/files/{Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture)}";
        files[path] = file;
        return path;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var call = new FileCall(
            context.Request.Method, context.Request.Path, context.Request.Headers.Authorization.FirstOrDefault(), context.Request.Headers.ContentRange.ToString(), body.ToArray());
        Calls.Enqueue(call);
        if (Misbehave(call) is { } fault)
        {
            context.Response.StatusCode = fault.Status;
            if (fault.Location is { } location)
                context.Response.Headers.Location = location;
        }
        else if (call.Method == "GET" && files.TryGetValue(call.Path, out var file))
        {
            await context.Response.Body.WriteAsync(file, context.RequestAborted);
        }
        else if (call.Method != "PUT")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}

internal sealed record FileCall(string Method, string Path, string? Authorization, string Range, byte[] Body);
