using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Dialogs.Wording;
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

    /// <summary>The kind of case that may be opened, for its next number.</summary>
    public string? NextReference { get; init; }

    /// <summary>The answer that a language model may word, where one is configured; null when there is nothing for it to do.</summary>
    public Func<Turn, Known, ToWord?>? Wording { get; init; }
}

/// <summary>What was loaded: as it is now, for this decision only.</summary>
public sealed record Known(Trust Trust, PolicyLibrary Library, IPolicyAnswerer Policy)
{
    public Incident? Case { get; init; }

    public ImmutableArray<Incident> MyReports { get; init; } = [];

    public CaseReference? NextReference { get; init; }

    /// <summary>What a language model said to it: unchecked.</summary>
    public ModelWords? Words { get; init; }
}
