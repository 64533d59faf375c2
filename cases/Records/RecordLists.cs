namespace PolicyBot.Cases.Records;

/// <summary>The lists and libraries of the Trust's own record, by the names that they have in SharePoint.</summary>
public static class RecordLists
{
    public const string Incidents = "PolicyBot incidents";
    public const string Opinions = "PolicyBot second opinions";
    public const string Comments = "PolicyBot comments";
    public const string Handovers = "PolicyBot handovers";
    public const string Questions = "PolicyBot questions";

    /// <summary>In a site of its own: what it holds must not be found by whoever reads the others.</summary>
    public const string Restricted = "PolicyBot restricted cases";

    public const string Evidence = "PolicyBot evidence";
    public const string RestrictedEvidence = "PolicyBot restricted evidence";

    public static readonly ImmutableArray<string> Open = [Incidents, Opinions, Comments, Handovers, Questions];
}
