using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Delivery;
using PolicyBot.Cases.Outbox;

namespace PolicyBot.Bot.Graph;

/// <summary>Brings each delivery for Graph to whoever carries its kind, and says what becomes of it.</summary>
internal sealed class GraphCourier(IEnumerable<IGraphCarrier> carriers, GraphPace pace, IOptions<DeliveryOptions> options, TimeProvider time)
{
    private readonly RetryPolicy retries = new(options.Value);

    /// <summary>The kinds that may be taken out of the outbox now.</summary>
    public ImmutableArray<DeliveryKind> Open => [.. carriers.Where(carrier => pace.ClosedFor(carrier.Resource) == TimeSpan.Zero).Select(carrier => carrier.Kind)];

    public async Task<Settlement> DeliverAsync(ClaimedDelivery claimed, CancellationToken cancellationToken) =>
        SettlementOf(claimed, await carriers.Single(carrier => carrier.Kind == claimed.Delivery.Kind).CarryAsync(claimed, cancellationToken));

    private Settlement SettlementOf(ClaimedDelivery claimed, GraphFault? fault) => fault switch
    {
        null => new Settlement.Delivered(null),
        // Held back by our own pace, or by Graph's: it was not tried, so it does not grow old by it.
        { Kind: GraphFaultKind.Throttled } => new Settlement.Later(Soonest(1, fault), fault.Code),
        { Kind: GraphFaultKind.NotSent or GraphFaultKind.Unknown } or { Status: 401 } when claimed.Attempts < options.Value.Attempts => new Settlement.Later(Soonest(claimed.Attempts, fault), fault.Code),
        _ => new Settlement.Parked(fault.Code),
    };

    private DateTimeOffset Soonest(int attempts, GraphFault fault) =>
        retries.NextDue(Math.Min(attempts, options.Value.Attempts - 1), new ConnectorResult.Retry(fault.After, fault.Code), Random.Shared.NextDouble(), time.GetUtcNow()) ?? time.GetUtcNow() + options.Value.LongestWait;
}
