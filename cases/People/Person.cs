namespace PolicyBot.Cases.People;

/// <summary>Somebody as a case remembers them: the Entra object id, and the name they had then.</summary>
public sealed record PersonRef(string Id, string Name);

/// <summary>Somebody as the directory knows them. <paramref name="Academy"/> is an academy's key, <paramref name="Manager"/> an Entra object id.</summary>
public sealed record Person(string Id, string Name, string? Email, string? Academy, string? Manager)
{
    public PersonRef Ref => new(Id, Name);

    /// <summary>Their last day, where somebody has said so.</summary>
    public DateOnly? Leaves { get; init; }

    /// <summary>True when they have left.</summary>
    public bool Left { get; init; }
}
