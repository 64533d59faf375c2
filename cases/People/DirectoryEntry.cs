namespace PolicyBot.Cases.People;

/// <summary>Whether somebody still works for the Trust, as its directory has it.</summary>
public enum DirectoryStanding
{
    Here,

    /// <summary>Here, and the day on which they go is known.</summary>
    Leaving,

    /// <summary>Their account is switched off: they may have left, or be away for a reason that is nobody's business.</summary>
    Disabled,

    /// <summary>The directory does not have them any more.</summary>
    Gone,

    /// <summary>The directory could not be asked. Nothing follows from that.</summary>
    CannotConfirm,
}

/// <summary>One person in the directory.</summary>
/// <param name="Id">The Entra object id that was asked for.</param>
/// <param name="LeavesOn">Their last day, where the directory knows it.</param>
public sealed record DirectoryEntry(string Id, DirectoryStanding Standing, DateOnly? LeavesOn);
