using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Handovers;

public enum HandoverWhy
{
    Leaving,
    Moved,
    Absent,
    LostAccess,

    /// <summary>Access must be gone today, and only then is anybody told.</summary>
    Urgent,
}

public enum HandoverWay
{
    Transfer,
    Close,
}

/// <summary>What somebody asks for.</summary>
/// <param name="LastDay">The last day on which whoever hands it over can do anything, in the Trust's time zone.</param>
/// <param name="Leaver">Who hands it over; null where nobody has it.</param>
/// <param name="To">Who takes it over; null when it is to be closed.</param>
public sealed record HandoverWish(HandoverWhy Why, HandoverWay Way, DateOnly LastDay, PersonRef? Leaver, PersonRef? To);

/// <summary>The account as it was when its handover was asked for, or named in it.</summary>
/// <param name="Reference">Null while it is not in the register.</param>
/// <param name="Platform">A value of <see cref="Checklist.Platforms"/>, or another.</param>
public sealed record HandedAccount(CaseReference? Reference, string Name, string Platform, PersonRef? Lead, PersonRef? Deputy)
{
    /// <summary>Where its sign-in details are kept, as the register has it; null when it says nothing.</summary>
    public string? KeptIn { get; init; }
}
