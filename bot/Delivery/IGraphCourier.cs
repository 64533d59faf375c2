using PolicyBot.Cases.Outbox;

namespace PolicyBot.Bot.Delivery;

/// <summary>Carries what goes to Microsoft Graph instead of Teams. Without Graph there is none, and such deliveries wait.</summary>
internal interface IGraphCourier
{
    bool Carries(DeliveryKind kind);

    /// <summary>One attempt; what became of it is said in the Connector's words.</summary>
    Task<Carried> CarryAsync(ClaimedDelivery claimed, CancellationToken cancellationToken);
}
