namespace PolicyBot.Cases.Outbox;

/// <summary>Which deliveries go which way.</summary>
public static class DeliveryKinds
{
    /// <summary>What goes through Microsoft Graph: a worker of its own carries it, so that Teams never waits for Graph.</summary>
    public static readonly ImmutableArray<DeliveryKind> ToGraph = [DeliveryKind.GraphRecord, DeliveryKind.GraphNotification];

    public static readonly ImmutableArray<DeliveryKind> ToTeams = [.. Enum.GetValues<DeliveryKind>().Except(ToGraph)];

    public static bool GoesToGraph(this DeliveryKind kind) => ToGraph.Contains(kind);
}
