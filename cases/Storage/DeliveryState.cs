namespace PolicyBot.Cases.Storage;

/// <summary>The states of an outbox row. A row that has arrived is deleted.</summary>
internal static class DeliveryState
{
    /// <summary>Not tried, or certainly not arrived.</summary>
    public const string Pending = "Pending";

    /// <summary>In somebody's hands until its lease ends; after that it may or may not have arrived.</summary>
    public const string Sending = "Sending";

    /// <summary>May have arrived: waits for a sign of it before it is repeated.</summary>
    public const string Ambiguous = "Ambiguous";

    /// <summary>Cannot be delivered without a person's help.</summary>
    public const string Parked = "Parked";
}
