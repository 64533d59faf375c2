namespace PolicyBot.Dialogs;

/// <summary>What a line in an activity feed is about. The manifest declares the same four, by the same names with a small first letter.</summary>
public enum FeedKind
{
    /// <summary>A case waits for those who handle it.</summary>
    CaseWaiting,

    /// <summary>Whoever sent something in hears that there is news.</summary>
    CaseChanged,

    /// <summary>A draft waits for its reader.</summary>
    DraftWaiting,

    /// <summary>A case, or an account, is with somebody else now.</summary>
    CaseYours,
}
