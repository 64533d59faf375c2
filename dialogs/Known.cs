using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Readings;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>What a step wants loaded before it decides.</summary>
public sealed record Needs
{
    public static readonly Needs Nothing = new();

    public CaseReference? Case { get; init; }

    /// <summary>The case that was made from this draft, if it was submitted already.</summary>
    public string? CaseOfDraft { get; init; }

    public bool MyReports { get; init; }

    /// <summary>The text of a policy that this person may have confirmed to have read.</summary>
    public PolicyText? Reading { get; init; }

    /// <summary>The kind of case that may be opened, for its next number.</summary>
    public string? NextReference { get; init; }
}

/// <summary>One text of a policy, named by its title and its edition.</summary>
public sealed record PolicyText(string Document, string Edition);

/// <summary>What was loaded: as it is now, for this decision only.</summary>
public sealed record Known(Trust Trust, PolicyLibrary Library, IPolicyAnswerer Policy)
{
    public Incident? Case { get; init; }

    public ImmutableArray<Incident> MyReports { get; init; } = [];

    public CaseReference? NextReference { get; init; }

    /// <summary>What the person confirmed of that text before; null when nothing.</summary>
    public ConfirmedReading? Reading { get; init; }
}
