using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Load;

/// <summary>The least that ASP.NET Core needs for one turn: the activity in, an echo to its serviceUrl, 200. No SDK, no state, no checks.</summary>
internal static class Floor
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null });
        app.MapPost("/api/messages", (RequestDelegate)(context => EchoAsync(context, client)));
        await app.RunAsync();
    }

    private static async Task EchoAsync(HttpContext context, HttpMessageInvoker client)
    {
        var heard = await JsonSerializer.DeserializeAsync(context.Request.BodyReader, FloorJson.Default.FloorActivity, context.RequestAborted);
        var echo = new FloorActivity(
            "message", null, null, heard!.ChannelId, heard.Recipient, heard.From, heard.Conversation, $"Echo: {heard.Text}", heard.Id);
        var address = $"{heard.ServiceUrl}v3/conversations/{Uri.EscapeDataString(heard.Conversation!.Id!)}/activities/{heard.Id}";
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Version = HttpVersion.Version11,
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(echo, FloorJson.Default.FloorActivity)) { Headers = { ContentType = Json } },
        };
        using var answer = await client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = answer.IsSuccessStatusCode ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway;
    }
}

internal sealed record FloorActivity(
    string? Type, string? Id, string? ServiceUrl, string? ChannelId, FloorParty? From, FloorParty? Recipient, FloorParty? Conversation, string? Text, string? ReplyToId);

internal sealed record FloorParty(string? Id, string? Name, string? AadObjectId, string? ConversationType, string? TenantId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FloorActivity))]
internal sealed partial class FloorJson : JsonSerializerContext;
