using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Fakes.Graph;

/// <summary>
/// The Microsoft Graph of a tenant, and the place where its tokens come from, over real HTTP. It holds every request against what Graph documents: path,
/// properties, types, headers, and whether the permissions that were granted allow it. A call that Graph does not have, or one of a wrong shape, is kept in
/// <see cref="Failures"/>, and a test insists that there are none.
/// </summary>
/// <remarks>
/// To add a call: one file for each area (<c>FakeGraph.Lists.cs</c>), in it a method from the request to a reply, or null when it is not of this area, and one line for
/// it in <see cref="Areas"/>. In the method: <see cref="Allowed"/> with the permissions first, then a <see cref="Shape"/> for what was sent and
/// <see cref="Refuse"/> when it is wrong, then the change and the reply. It runs under one lock, and for the parts of a batch as for a request on its own.
/// </remarks>
internal sealed partial class FakeGraph : IAsyncDisposable
{
    public const string Host = "graph.microsoft.com";
    public const string LoginHost = "login.microsoftonline.com";
    public const int LargestBatch = 20;

    private readonly Lock gate = new();
    private readonly List<GraphRequest> requests = [];
    private readonly List<string> failures = [];
    private readonly HashSet<string> tokens = new(StringComparer.Ordinal);
    private FakeServer? server;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int numbers;
    private int tokensIssued;

    public Uri Address => server!.Address;

    /// <summary>What the bot's setting <c>Graph:BaseUrl</c> is here.</summary>
    public string BaseUrl => new Uri(Address, "/v1.0").AbsoluteUri;

    /// <summary>What the links in its answers begin with, where the bot reaches it under another name than <see cref="BaseUrl"/>.</summary>
    public string? LinksTo { get; set; }

    /// <summary>The permissions that an administrator consented to, and those that came with the app's installation.</summary>
    public HashSet<string> Granted { get; } = new(StringComparer.Ordinal) { "User.Read.All", "GroupMember.Read.All", "TeamsActivity.Send.User" };

    /// <summary>False lets requests in without a token, as for a bot in local mode.</summary>
    public bool RequiresToken { get; set; } = true;

    /// <summary>Asked before each request, and before each part of a batch: a fault to commit, or null to behave.</summary>
    public Func<GraphRequest, Fault?> Misbehave { get; set; } = _ => null;

    /// <summary>Awaited before each request is looked at: slowness in the test's own hands.</summary>
    public Func<GraphRequest, Task> Dawdle { get; set; } = _ => Task.CompletedTask;

    /// <summary>Which requests are carried out twice, as a create is whose first answer was lost inside Microsoft.</summary>
    public Func<GraphRequest, bool> Duplicates { get; set; } = _ => false;

    /// <summary>What Entra answers whoever wants a token, for example <c>invalid_client</c>; null gives tokens.</summary>
    public string? TokenError { get; set; }

    /// <summary>The fields of every request for a token.</summary>
    public List<IReadOnlyDictionary<string, string>> TokenRequests { get; } = [];

    /// <summary>The areas, one after the other, until one knows the call.</summary>
    private IEnumerable<Func<GraphRequest, GraphReply?>> Areas => [Directory, Activities, Lists, Drives];

    /// <summary>Every request in the order of arrival, the failed ones and the parts of batches too.</summary>
    public IReadOnlyList<GraphRequest> Requests
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    /// <summary>What the bot should never have sent.</summary>
    public IReadOnlyList<string> Failures
    {
        get
        {
            lock (gate)
                return [.. failures];
        }
    }

    public static async Task<FakeGraph> StartAsync()
    {
        var graph = new FakeGraph();
        graph.server = await FakeServer.StartAsync(graph.AnswerAsync);
        return graph;
    }

    /// <summary>Waits until something is so; looked at after every request.</summary>
    public async Task WaitForAsync(Func<FakeGraph, bool> isSo, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (gate)
                next = changed.Task;
            if (isSo(this))
                return;
            await next.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        }
    }

    /// <summary>No token that was given so far is good any more.</summary>
    public void RevokeTokens()
    {
        lock (gate)
            tokens.Clear();
    }

    /// <summary>Changes what is in the tenant, between two requests.</summary>
    public void Change(Action change)
    {
        lock (gate)
            change();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
        {
            await GiveTokenAsync(context);
            return;
        }
        var request = await GraphRequest.ReadAsync(context, Interlocked.Increment(ref numbers));
        await Dawdle(request);
        if (request is { Method: "POST", Segments: ["$batch"] })
        {
            await SendAsync(context, await BatchAsync(request));
            return;
        }
        var fault = Misbehave(request);
        var reply = fault is null or { Accepted: true } ? Handle(request) : null;
        if (reply is null)
            Keep(request);
        Announce();
        if (fault is null)
            await SendAsync(context, reply!);
        else
            await CommitAsync(context, fault);
    }

    private GraphReply Handle(GraphRequest request)
    {
        lock (gate)
        {
            requests.Add(request);
            if (RequiresToken && !NeedsNoToken(request) && !HasToken(request))
                return GraphReply.Error(401, "InvalidAuthenticationToken");
            if (Duplicates(request))
                _ = Areas.Select(area => area(request)).FirstOrDefault(reply => reply is not null);
            if (Areas.Select(area => area(request)).FirstOrDefault(reply => reply is not null) is { } answer)
                return answer;
            failures.Add($"{request}: Graph has no such call, or this bot has no business with it");
            return GraphReply.Error(404, "ResourceNotFound");
        }
    }

    private bool HasToken(GraphRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Header("Authorization"), out var header) && header is { Scheme: "Bearer", Parameter: { } token } && tokens.Contains(token);

    private async Task<GraphReply> BatchAsync(GraphRequest batch)
    {
        var parts = batch.Body?["requests"] as JsonArray ?? [];
        if (parts.Count is < 1 or > LargestBatch || parts.Any(part => part is not JsonObject { } one || one["id"] is null || one["method"] is null || one["url"] is null))
        {
            Fail($"{batch}: a batch has 1 to {LargestBatch} requests with id, method and url");
            return GraphReply.Error(400, "BadRequest");
        }
        if (Misbehave(batch) is { Kind: FaultKind.Answer } whole)
            return new GraphReply(whole.Status) { Headers = HeadersOf(whole) };
        var responses = new JsonArray();
        foreach (var part in parts.Reverse()) // in no particular order, as Graph does it
        {
            await Task.Yield();
            responses.Add((JsonNode)PartOf(batch, part!.AsObject()));
        }
        Announce();
        return new GraphReply(200, new JsonObject { ["responses"] = responses });
    }

    private JsonObject PartOf(GraphRequest batch, JsonObject part)
    {
        var address = part["url"]!.GetValue<string>();
        var cut = address.IndexOf('?', StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (batch.Header("Authorization") is { } authorization)
            headers["Authorization"] = authorization;
        foreach (var (name, value) in part["headers"] as JsonObject ?? [])
            headers[name] = value!.GetValue<string>();
        var request = GraphRequest.Of(
            Interlocked.Increment(ref numbers), part["method"]!.GetValue<string>(), cut < 0 ? address : address[..cut], cut < 0 ? "" : address[cut..], headers,
            part["body"] is { } body ? Encoding.UTF8.GetBytes(body.ToJsonString()) : []);
        var fault = Misbehave(request);
        var reply = fault is { Accepted: false } ? null : Handle(request);
        if (reply is null)
            Keep(request);
        var (status, answered, sent) = fault is null ? (reply!.Status, reply.Body, reply.Headers) : (fault.Status, fault.Body.Length == 0 ? null : JsonNode.Parse(fault.Body), HeadersOf(fault));
        return new JsonObject
        {
            ["id"] = part["id"]!.GetValue<string>(),
            ["status"] = status,
            ["headers"] = new JsonObject(sent.Append(new("Content-Type", "application/json")).Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
            ["body"] = answered?.DeepClone(),
        };
    }

    /// <summary>Whether what was granted allows a call; else what Graph answers then.</summary>
    /// <param name="refusal">The answer, when it is not allowed.</param>
    /// <param name="anyOf">Sets of permissions, written <c>A+B</c>, of which one must be granted whole.</param>
    private bool Allowed(out GraphReply refusal, params string[] anyOf)
    {
        // Each service behind Graph refuses in words of its own.
        refusal = anyOf[0].Split('.')[0] switch
        {
            "TeamsActivity" => GraphReply.Error(
                403, "Forbidden", $"Missing role permissions on the request. API requires one of '{string.Join(", ", anyOf)}'. Roles on the request '{string.Join(", ", Granted)}'."),
            "Lists" or "Sites" => GraphReply.Error(403, "accessDenied", "Access denied"),
            _ => GraphReply.Error(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation."),
        };
        return anyOf.Any(set => set.Split('+').All(Granted.Contains));
    }

    /// <summary>Keeps what is wrong with a request, and answers as Graph does.</summary>
    private GraphReply Refuse(GraphRequest request, Shape shape)
    {
        failures.Add($"{request}: {string.Join("; ", shape.Wrong)}");
        return GraphReply.Error(400, "BadRequest");
    }

    private async Task GiveTokenAsync(HttpContext context)
    {
        var form = (await context.Request.ReadFormAsync(context.RequestAborted)).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        lock (gate)
            TokenRequests.Add(form);
        context.Response.ContentType = "application/json";
        if (form.GetValueOrDefault("grant_type") != "client_credentials" || form.GetValueOrDefault("scope")?.EndsWith("/.default", StringComparison.Ordinal) is not true
            || (form.ContainsKey("client_secret") == form.ContainsKey("client_assertion")))
            Fail("A token was not asked for with one scope /.default and either a secret or a signed assertion");
        if (TokenError is { } error)
        {
            context.Response.StatusCode = error == "temporarily_unavailable" ? 503 : 401;
            await context.Response.WriteAsync($$"""{ "error": "{{error}}", "error_description": "AADSTS7000222: made up for a test", "error_codes": [7000222] }""");
            return;
        }
        var token = $"graph-token-{Interlocked.Increment(ref tokensIssued)}";
        lock (gate)
            tokens.Add(token);
        await context.Response.WriteAsync($$"""{ "token_type": "Bearer", "expires_in": 3599, "ext_expires_in": 3599, "access_token": "{{token}}" }""");
    }

    private void Keep(GraphRequest request)
    {
        lock (gate)
            requests.Add(request);
    }

    private void Fail(string failure)
    {
        lock (gate)
            failures.Add(failure);
    }

    private void Announce()
    {
        TaskCompletionSource reached;
        lock (gate)
        {
            reached = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        reached.SetResult();
    }

    private static Dictionary<string, string> HeadersOf(Fault fault) =>
        fault.RetryAfter is { } wait ? new(StringComparer.OrdinalIgnoreCase) { ["Retry-After"] = wait } : new(StringComparer.OrdinalIgnoreCase);

    private static async Task SendAsync(HttpContext context, GraphReply reply)
    {
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
            context.Response.Headers[name] = value;
        context.Response.Headers["request-id"] = string.Create(CultureInfo.InvariantCulture, $"5e6d0000-0000-0000-0000-{reply.Status:000000000000}");
        if (reply.Bytes is { } bytes)
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        if (reply.Body is null)
            return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(reply.Body.ToJsonString(), context.RequestAborted);
    }

    private static async Task CommitAsync(HttpContext context, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case FaultKind.Reset:
                context.Abort();
                break;
            default:
                context.Response.StatusCode = fault.Status;
                context.Response.ContentType = fault.ContentType;
                if (fault.RetryAfter is { } wait)
                    context.Response.Headers.RetryAfter = wait;
                await context.Response.WriteAsync(fault.Body, context.RequestAborted);
                break;
        }
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
