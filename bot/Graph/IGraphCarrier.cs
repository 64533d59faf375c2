using PolicyBot.Cases.Outbox;

namespace PolicyBot.Bot.Graph;

/// <summary>
/// Carries one kind of delivery to Graph. It must be safe to carry the same one again: an attempt whose answer was lost is repeated, so whoever creates something looks
/// first whether it is there by a key of ours.
/// </summary>
internal interface IGraphCarrier
{
    DeliveryKind Kind { get; }

    /// <summary>What its pace is counted with; while that is to be left alone, none of this kind is taken out of the outbox.</summary>
    GraphResource Resource { get; }

    /// <summary>One attempt; null when it has arrived.</summary>
    Task<GraphFault?> CarryAsync(ClaimedDelivery claimed, CancellationToken cancellationToken);
}
