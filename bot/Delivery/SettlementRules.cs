using PolicyBot.Bot.Channel;
using PolicyBot.Cases.Outbox;

namespace PolicyBot.Bot.Delivery;

/// <summary>What becomes of a delivery after an attempt at it.</summary>
internal sealed class SettlementRules(DeliveryOptions options)
{
    private readonly RetryPolicy retries = new(options);

    public Settlement Of(ClaimedDelivery claimed, Carried carried, DateTimeOffset now)
    {
        switch (carried.Result)
        {
            case ConnectorResult.Delivered arrived:
                return new Settlement.Delivered(Posted(claimed.Delivery, arrived, carried.Destination!));

            case ConnectorResult.Ambiguous doubt when claimed.Doubts < DoubtsAllowed(claimed.Delivery.Kind):
                return new Settlement.Ambiguous(now + options.Reconcile, doubt.Reason);

            case ConnectorResult.Refused { Code: "NoConversationYet" } early:
                return new Settlement.Later(now + options.LongestWait, early.Code);

            case ConnectorResult.Retry retry when retries.NextDue(claimed.Attempts, retry, Random.Shared.NextDouble(), now) is { } next:
                return new Settlement.Later(next, retry.Reason);

            // Removed by the attempt that was never answered, or by somebody else: it is gone, and that was all that was wanted.
            case ConnectorResult.Refused { Status: 404 } when claimed.Delivery.Kind is DeliveryKind.CardRemoval:
                return new Settlement.Delivered(null);

            case ConnectorResult.Refused refused:
                return new Settlement.Parked(refused.Code);

            case ConnectorResult.Ambiguous doubt:
                return new Settlement.Parked(doubt.Reason);

            case ConnectorResult.Retry retry:
                return new Settlement.Parked(retry.Reason);

            default:
                return new Settlement.Parked("Unknown");
        }
    }

    // An answer is for this moment: said a third time it disturbs more than it helps, and whoever misses it asks again.
    private int DoubtsAllowed(DeliveryKind kind) => kind is DeliveryKind.Reply ? Math.Min(1, options.Doubts) : options.Doubts;

    private static PostedCard? Posted(Cases.Outbox.Delivery delivery, ConnectorResult.Delivered arrived, ConversationReference destination)
    {
        if (delivery.Card is not { } card || arrived.ActivityId is not { } activity)
            return null;
        var conversation = delivery.Kind is DeliveryKind.ChannelPost
            ? arrived.ConversationId ?? ChannelThread.Of(delivery.Target, activity)
            : destination.ConversationId;
        return new PostedCard(card, ChannelThread.ChannelOf(conversation), conversation, activity);
    }
}
