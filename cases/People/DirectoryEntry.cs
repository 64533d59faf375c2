namespace PolicyBot.Cases.People;

public enum DirectoryStanding
{
    Here,

    /// <summary>Here, with a day on which they leave.</summary>
    Leaving,

    /// <summary>Their sign-in is blocked.</summary>
    Disabled,

    /// <summary>Not in the directory any more.</summary>
    Gone,

    /// <summary>The directory could not be asked, or knows only some: nothing follows from that.</summary>
    CannotConfirm,
}

/// <summary>What the directory says of somebody.</summary>
/// <param name="LeavesOn">Their last day, where the directory names one.</param>
public sealed record DirectoryEntry(string Id, DirectoryStanding Standing, DateOnly? LeavesOn);
