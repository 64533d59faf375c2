namespace PolicyBot.Bot.Graph.Records;

/// <summary>SharePoint did not do what was asked, or nobody knows whether it did.</summary>
#pragma warning disable CA1032, RCS1194 // It is made of a fault and of nothing else.
internal sealed class SharePointException(GraphFault fault) : Exception(fault.Code)
#pragma warning restore CA1032, RCS1194
{
    public GraphFault Fault => fault;

    public bool IsMissing => fault.Kind is GraphFaultKind.Missing;

    /// <summary>Somebody changed it at the same moment: read it again and decide again.</summary>
    public bool IsConflict => fault.Kind is GraphFaultKind.Conflict or GraphFaultKind.Stale;

    /// <summary>After a create: it may be there all the same. What Graph answers to a second item of the same key is not documented.</summary>
    public bool MayBeThere => fault.Kind is GraphFaultKind.Unknown or GraphFaultKind.Conflict or GraphFaultKind.Refused;
}
