namespace PolicyBot.Cases.Clocks;

/// <summary>Days from the first to the last, both included: a term, or days on which an academy is closed.</summary>
public sealed record Period(DateOnly From, DateOnly To, string Name)
{
    public bool Has(DateOnly day) => From <= day && day <= To;
}
