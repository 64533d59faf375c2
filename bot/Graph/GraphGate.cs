using System.Net;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace PolicyBot.Bot.Graph;

/// <summary>
/// Every call to Graph passes here: it keeps the pace, gives up in time, and turns whatever comes back into one of a few answers. It repeats nothing.
/// </summary>
internal sealed partial class GraphGate(GraphConnection connection, GraphPace pace, IOptions<GraphOptions> options, TimeProvider time, ILogger<GraphGate> logger)
{
    /// <summary>Longer than this nobody stands in line with a delivery in hand: it goes back and comes again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Makes a call. Every outcome but one is an answer.</summary>
    /// <param name="resource">What its pace is counted with.</param>
    /// <param name="call">The call; the client must not be kept.</param>
    /// <param name="cost">What it costs of that pace.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; whether the call arrived is then unknown.</exception>
    public async Task<GraphAnswer<T>> CallAsync<T>(GraphResource resource, Func<GraphServiceClient, CancellationToken, Task<T>> call, CancellationToken cancellationToken, int cost = 1)
    {
        while (pace.Reserve(resource, cost) is { Ticks: > 0 } wait)
        {
            if (wait > Patience)
                return new(default, new GraphFault(GraphFaultKind.Throttled, 0, "Pace", wait));
            await Task.Delay(wait, time, cancellationToken);
        }

        using var timeout = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return new(await call(connection.Client, either.Token), null);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && Meaning(fault) is not null)
        {
            var meaning = Meaning(fault)!;
            if (meaning is { After: { } after, Kind: GraphFaultKind.Throttled or GraphFaultKind.Unknown })
                pace.Close(resource, after);
            if (meaning.Kind is not (GraphFaultKind.Missing or GraphFaultKind.Conflict or GraphFaultKind.Stale))
                Failed(resource, meaning.Kind, meaning.Status, meaning.Code, RequestIdOf(fault));
            return new(default, meaning);
        }
    }

    /// <summary>As <see cref="CallAsync{T}"/>, for calls that bring nothing.</summary>
    public async Task<GraphFault?> CallAsync(GraphResource resource, Func<GraphServiceClient, CancellationToken, Task> call, CancellationToken cancellationToken, int cost = 1) =>
        (await CallAsync(resource, async (client, token) =>
        {
            await call(client, token);
            return true;
        }, cancellationToken, cost)).Fault;

    /// <summary>What a status means, for a call on its own as for a part of a batch.</summary>
    public static GraphFault Of(int status, string? code, TimeSpan? after) => new(
        status switch
        {
            401 or 403 => GraphFaultKind.Denied,
            404 or 410 => GraphFaultKind.Missing,
            409 => GraphFaultKind.Conflict,
            412 => GraphFaultKind.Stale,
            423 or 429 => GraphFaultKind.Throttled,
            408 or >= 500 => GraphFaultKind.Unknown,
            _ => GraphFaultKind.Refused,
        },
        status, code ?? ((HttpStatusCode)status).ToString(), after);

    private GraphFault? Meaning(Exception fault) => fault switch
    {
        ODataError error => Of(error.ResponseStatusCode, error.Error?.Code, Wait(error)),
        ApiException error => Of(error.ResponseStatusCode, null, Wait(error)),
        AuthenticationFailedException => new(GraphFaultKind.NotSent, 0, "NoToken", null),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } =>
            new(GraphFaultKind.NotSent, 0, "Unreachable", null),
        HttpRequestException or IOException => new(GraphFaultKind.Unknown, 0, "ConnectionLost", null),
        OperationCanceledException => new(GraphFaultKind.Unknown, 0, "TimeOut", null),
        System.Text.Json.JsonException => new(GraphFaultKind.Unknown, 0, "Unreadable", null),
        System.Security.Cryptography.CryptographicException => new(GraphFaultKind.NotSent, 0, "Certificate", null),
        _ => null,
    };

    private TimeSpan? Wait(ApiException error) =>
        error.ResponseHeaders?.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() is { } wait ? RetryAfter.Read(wait, time.GetUtcNow()) : null;

    private static string? RequestIdOf(Exception fault) =>
        (fault as ApiException)?.ResponseHeaders?.FirstOrDefault(header => header.Key.Equals("request-id", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();

    // Kinds and numbers only: Graph's own words may repeat what was sent.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Microsoft Graph ({Resource}) did not do what was asked: {Kind}, {Status} {Code}, request {RequestId}.")]
    private partial void Failed(GraphResource resource, GraphFaultKind kind, int status, string code, string? requestId);
}
