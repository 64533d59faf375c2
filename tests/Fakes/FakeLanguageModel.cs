using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Fakes;

/// <summary>One request to the model, as it came over the wire.</summary>
internal sealed record ModelRequest(string Path, string? Authorization, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>What the model was told about the question.</summary>
    public JsonElement Told => JsonElement.Parse(Json.GetProperty("messages")[1].GetProperty("content").GetString()!);

    /// <summary>Everything that it was told besides the instructions, as text.</summary>
    public string Content => Json.GetProperty("messages")[1].GetProperty("content").GetString()!;
}

/// <summary>A deployment of Azure OpenAI on its v1 path: answers chat completions in the service's own shapes, and misbehaves on demand.</summary>
internal sealed class FakeLanguageModel : IAsyncDisposable
{
    public const string Deployment = "wording";

    private FakeServer? server;
    private TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Uri Address => server!.Address;

    public ConcurrentQueue<ModelRequest> Requests { get; } = new();

    /// <summary>What the next requests are answered; by default a plain answer would be a mistake of the test, so it is 500.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context => Error(context, 500, "InternalServerError");

    public static async Task<FakeLanguageModel> StartAsync()
    {
        var model = new FakeLanguageModel();
        model.server = await FakeServer.StartAsync(model.TakeAsync);
        return model;
    }

    /// <summary>Completes when the model has been asked once more.</summary>
    public Task IsAskedAsync() => (asked = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Answers with these words in the shape of the schema.</summary>
    public void Says(string says, string verdict = "no", bool settles = true, params string[] clauses) =>
        SaysRaw(new JsonObject
        {
            ["clauses"] = new JsonArray([.. clauses.Select(clause => (JsonNode)clause)]),
            ["verdict"] = verdict,
            ["says"] = says,
            ["settles"] = settles,
        }.ToJsonString());

    /// <summary>Answers with this as the message's content, whatever it is.</summary>
    public void SaysRaw(string? content, string finish = "stop", string? refusal = null) =>
        Answer = context => Write(context, 200, Completion(content, finish, refusal));

    public void Fails(int status, string code, string? retryAfter = null) => Answer = context =>
    {
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Error(context, status, code);
    };

    /// <summary>Begins to answer and breaks off in the middle.</summary>
    public void BreaksOff(string content) => Answer = async context =>
    {
        var whole = Encoding.UTF8.GetBytes(Completion(content, "stop", null));
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Never answers; ends when the caller gives up.</summary>
    public void Hangs(bool afterHeaders = false) => Answer = async context =>
    {
        if (afterHeaders)
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync("""{"id":"chatcmpl-1","""u8.ToArray());
            await context.Response.Body.FlushAsync();
        }
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    };

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        Requests.Enqueue(new ModelRequest(context.Request.Path.Value + context.Request.QueryString.Value, context.Request.Headers.Authorization.FirstOrDefault(), await reader.ReadToEndAsync(context.RequestAborted)));
        asked.TrySetResult();
        await Answer(context);
    }

    private static string Completion(string? content, string finish, string? refusal) => new JsonObject
    {
        ["id"] = "chatcmpl-Bk1",
        ["object"] = "chat.completion",
        ["created"] = 1_795_000_000,
        ["model"] = "gpt-4.1-mini-2025-04-14",
        ["prompt_filter_results"] = new JsonArray(new JsonObject { ["prompt_index"] = 0, ["content_filter_results"] = new JsonObject { ["hate"] = new JsonObject { ["filtered"] = false, ["severity"] = "safe" } } }),
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = finish,
            ["logprobs"] = null,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = refusal, ["annotations"] = new JsonArray() },
            ["content_filter_results"] = new JsonObject { ["hate"] = new JsonObject { ["filtered"] = finish == "content_filter", ["severity"] = "safe" } },
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 3100, ["completion_tokens"] = 70, ["total_tokens"] = 3170 },
        ["system_fingerprint"] = "fp_1",
    }.ToJsonString();

    private static Task Error(HttpContext context, int status, string code) =>
        Write(context, status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "made up for a test", ["type"] = null, ["param"] = "prompt", ["status"] = status } }.ToJsonString());

    private static Task Write(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
