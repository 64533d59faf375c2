using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Fakes;

/// <summary>
/// The Bot Connector of a Teams tenant: takes messages, keeps them by conversation, refuses what the real one refuses, and fails on
/// demand. Everything may be called from several threads; reads give copies.
/// </summary>
internal sealed partial class FakeConnector : IAsyncDisposable
{
    public const string Host = "smba.trafficmanager.net";

    private static readonly Func<ConnectorCall, Fault?> Well = _ => null;

    private readonly Lock gate = new();
    private readonly List<ConnectorCall> calls = [];
    private readonly List<string> failures = [];
    private FakeServer? server;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int numbers;

    public Uri Address => server!.Address;

    /// <summary>What an activity carries as its serviceUrl when the bot runs in local mode.</summary>
    public string ServiceUrl => new Uri(Address, "/teams/").AbsoluteUri;

    /// <summary>Asked before each call is carried out: a fault to commit, or null to behave.</summary>
    public Func<ConnectorCall, Fault?> Misbehave { get; set; } = Well;

    /// <summary>No fault was ever asked for.</summary>
    public bool Behaves => Misbehave == Well;

    /// <summary>Which bearer tokens are good; null lets every call in, as local clients do.</summary>
    public Func<string, bool>? AcceptsToken { get; set; }

    /// <summary>Every call, in the order of arrival, also the failed ones.</summary>
    public IReadOnlyList<ConnectorCall> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    /// <summary>What the bot should never have sent: unknown paths, ids that were not encoded, fields that belong to the channel.</summary>
    public IReadOnlyList<string> Failures
    {
        get
        {
            lock (gate)
                return [.. failures];
        }
    }

    public static async Task<FakeConnector> StartAsync()
    {
        var connector = new FakeConnector();
        connector.server = await FakeServer.StartAsync(connector.AnswerAsync);
        return connector;
    }

    /// <summary>Waits until something is so; looked at after every call. Ends with the test when it never comes true.</summary>
    public async Task WaitForAsync(Func<FakeConnector, bool> isSo, CancellationToken cancellationToken)
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

    private async Task AnswerAsync(HttpContext context)
    {
        if (await ConnectorCall.ReadAsync(context, Interlocked.Increment(ref numbers)) is not { } call)
        {
            Record($"{context.Request.Method} {context.Request.Path}: the body is not JSON");
            await WriteAsync(context, Bad("BadSyntax"));
            return;
        }

        lock (gate)
            calls.Add(call);
        var fault = Misbehave(call);
        if (fault is { Kind: FaultKind.Silence, Accepted: false })
            Changed();

        var (status, body) = fault is null or { Accepted: true } ? Handle(call) : (fault.Status, null);
        Changed();
        if (fault is null)
            await WriteAsync(context, (status, body));
        else
            await CommitAsync(context, fault);
    }

    private (int Status, JsonNode? Body) Handle(ConnectorCall call)
    {
        if (AcceptsToken is { } accepts && !(call.Authorization?.StartsWith("Bearer ", StringComparison.Ordinal) is true && accepts(call.Authorization[7..])))
            return (401, JsonNode.Parse(Fault.Worded(401).Body));
        if (!call.IsEncoded)
        {
            Record($"{call.Method} {call.RawPath}: an id is not percent-encoded");
            return Bad("BadArgument");
        }

        lock (gate)
        {
            return (call.Method, call.Segments) switch
            {
                ("POST", ["conversations"]) => Create(call),
                ("POST", ["conversations", _, "activities"] or ["conversations", _, "activities", _]) => Post(call),
                ("PUT", ["conversations", var conversation, "activities", var activity]) => Update(call, conversation, activity),
                ("DELETE", ["conversations", var conversation, "activities", var activity]) => Delete(conversation, activity),
                ("GET", ["conversations", var conversation, "pagedmembers"]) => Page(call, conversation),
                ("GET", ["conversations", var conversation, "members", var member]) => Member(conversation, member),
                _ => Unknown(call),
            };
        }
    }

    private (int Status, JsonNode? Body) Unknown(ConnectorCall call)
    {
        Record($"{call.Method} {call.RawPath}: the Connector has no such path");
        return (404, null);
    }

    private static (int Status, JsonNode? Body) Bad(string code, int status = 400) => (status, JsonNode.Parse(Fault.Coded(status, code).Body));

    private void Record(string failure)
    {
        lock (gate)
            failures.Add(failure);
    }

    private void Changed()
    {
        TaskCompletionSource reached;
        lock (gate)
        {
            reached = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        reached.SetResult();
    }

    private static async Task WriteAsync(HttpContext context, (int Status, JsonNode? Body) answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Body is null)
            return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.Body.ToJsonString(), context.RequestAborted);
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
                if (fault.Location is { } location)
                    context.Response.Headers.Location = location;
                await context.Response.WriteAsync(fault.Body, context.RequestAborted);
                break;
        }
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
