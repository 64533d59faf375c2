using System.Text.Json;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;

namespace PolicyBot.Bot.Graph;

/// <summary>What became of one part of a batch.</summary>
/// <param name="Body">What it brought; undefined when it brought nothing, or a fault.</param>
internal readonly record struct BatchPart(JsonElement Body, GraphFault? Fault);

/// <summary>
/// Many reads in few calls. Each part can be throttled while the others are not, and the library does not repeat those: they are sent again here, after the time that
/// Graph asks for. So are those that came to nothing: of a hundred parts one always does on a bad day, and without it nobody's role would be known.
/// </summary>
internal sealed class GraphBatch(GraphGate gate, GraphPace pace, TimeProvider time)
{
    private const int Largest = 20;
    private const int Rounds = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly GraphFault NotTried = new(GraphFaultKind.NotSent, 0, "NotTried", null);

    /// <summary>An answer for each request, in their order.</summary>
    public async Task<ImmutableArray<BatchPart>> ReadAsync(
        GraphResource resource, ImmutableArray<Func<GraphServiceClient, RequestInformation>> requests, CancellationToken cancellationToken)
    {
        var parts = Enumerable.Repeat(new BatchPart(default, NotTried), requests.Length).ToArray();
        foreach (var chunk in Enumerable.Range(0, requests.Length).Chunk(Largest))
        {
            var open = chunk;
            for (var round = 1; round <= Rounds && open.Length > 0; round++)
            {
                await SendAsync(resource, requests, open, parts, cancellationToken);
                open = [.. open.Where(at => parts[at].Fault is { Kind: GraphFaultKind.Throttled or GraphFaultKind.Unknown })];
                var wait = open.Select(at => parts[at].Fault is { Kind: GraphFaultKind.Unknown } ? TimeSpan.Zero : parts[at].Fault!.After ?? TimeSpan.FromSeconds(1)).Append(pace.ClosedFor(resource)).Max();
                if (open.Length == 0 || wait > Patience)
                    break;
                await Task.Delay(wait, time, cancellationToken);
            }
        }
        return [.. parts];
    }

    private async Task SendAsync(
        GraphResource resource, ImmutableArray<Func<GraphServiceClient, RequestInformation>> requests, int[] which, BatchPart[] parts, CancellationToken cancellationToken)
    {
        var (answers, fault) = await gate.CallAsync(resource, (client, token) => PostAsync(client, requests, which, token), cancellationToken, cost: which.Length);
        for (var number = 0; number < which.Length; number++)
            parts[which[number]] = fault is not null ? new BatchPart(default, fault) : answers![number];
    }

    private async Task<BatchPart[]> PostAsync(GraphServiceClient client, ImmutableArray<Func<GraphServiceClient, RequestInformation>> requests, int[] which, CancellationToken token)
    {
        var batch = new BatchRequestContentCollection(client);
        var ids = new List<string>();
        foreach (var at in which)
            ids.Add(await batch.AddBatchRequestStepAsync(requests[at](client)));
        var answered = await client.Batch.PostAsync(batch, token);
        var parts = new BatchPart[which.Length];
        foreach (var (number, id) in ids.Index())
            parts[number] = await PartAsync(answered, id, token);
        return parts;
    }

    private async Task<BatchPart> PartAsync(BatchResponseContentCollection answered, string id, CancellationToken token)
    {
        using var part = await answered.GetResponseByIdAsync(id);
        if (part is null)
            return new BatchPart(default, NotTried);
        var text = part.Content is { } content ? await content.ReadAsStringAsync(token) : "";
        var body = text.Length > 0 ? JsonElement.Parse(text) : default;
        if (part.IsSuccessStatusCode)
            return new BatchPart(body, null);
        var code = body.ValueKind is JsonValueKind.Object && body.TryGetProperty("error", out var error) && error.TryGetProperty("code", out var named) ? named.GetString() : null;
        var after = part.Headers.TryGetValues("Retry-After", out var values) ? RetryAfter.Read(values.First(), time.GetUtcNow()) : null;
        return new BatchPart(default, GraphGate.Of((int)part.StatusCode, code, after));
    }
}
