using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Delivery;
using PolicyBot.Cases.Outbox;

namespace PolicyBot.Bot.Graph;

/// <summary>Brings each delivery for Graph to whoever carries its kind, and says what becomes of it.</summary>
internal sealed class GraphCourier(IEnumerable<IGraphCarrier> carriers, GraphPace pace, IOptions<DeliveryOptions> options, TimeProvider time)
{
    private const int DenialsBelieved = 3;
    private const int DoubtsAllowed = 40;
    private static readonly TimeSpan LongestDoubt = TimeSpan.FromHours(1);

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
        { Kind: GraphFaultKind.Unknown, Status: not 503 } when claimed.Delivery.Kind is DeliveryKind.GraphNotification => InDoubt(claimed, fault),
        // A permission that was given a moment ago is refused for a while, and now and then one that was there all along.
        { Status: 403 } when claimed.Attempts < DenialsBelieved => new Settlement.Later(Soonest(claimed.Attempts, fault), fault.Code),
        { Kind: GraphFaultKind.NotSent or GraphFaultKind.Unknown } or { Status: 401 } when claimed.Attempts < options.Value.Attempts => new Settlement.Later(Soonest(claimed.Attempts, fault), fault.Code),
        _ => new Settlement.Parked(fault.Code),
    };

    // What is created in SharePoint is looked up by its key before it is repeated; of a line nobody can look up whether it was shown. It is repeated all the same, because a line
    // that never came may be about a child, and of a case's chain only the last one stands. But each showing may sound on a phone: so it waits longer each time, in the end an hour.
    private Settlement InDoubt(ClaimedDelivery claimed, GraphFault fault)
    {
        if (claimed.Doubts >= DoubtsAllowed)
            return new Settlement.Parked(fault.Code);
        var wait = options.Value.Reconcile * Math.Pow(4, Math.Min(claimed.Doubts, 10));
        return new Settlement.Ambiguous(time.GetUtcNow() + Longer(wait < LongestDoubt ? wait : LongestDoubt, fault.After ?? TimeSpan.Zero), fault.Code);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private DateTimeOffset Soonest(int attempts, GraphFault fault) =>
        retries.NextDue(Math.Min(attempts, options.Value.Attempts - 1), new ConnectorResult.Retry(fault.After, fault.Code), Random.Shared.NextDouble(), time.GetUtcNow()) ?? time.GetUtcNow() + options.Value.LongestWait;
}
