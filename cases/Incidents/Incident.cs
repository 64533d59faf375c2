using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Incidents;

/// <summary>Where an incident stands; it moves down this list, and up again only when a closed one is opened again (<see cref="ReopenRules"/>).</summary>
public enum IncidentStatus
{
    Reported,
    Acknowledged,
    Closed,
}

/// <summary>An incident as it is now. Changed only by <see cref="IncidentRules"/>.</summary>
/// <param name="DraftId">The draft it was made from: what makes a second press on Submit find this case instead of opening another.</param>
public sealed record Incident(
    CaseReference Reference,
    string Academy,
    PersonRef Reporter,
    DateTimeOffset ReportedAt,
    string DraftId,
    Report Report,
    IncidentStatus Status,
    Acknowledgement? Acknowledged,
    Outcome? Outcome,
    TrailHead Trail) : ICase
{
    /// <summary>Goes up by one with each change; what a commit checks so that of two people at once one wins.</summary>
    public int Version => Trail.Count;

    /// <summary>Who has it in hand: whoever acknowledged it, until somebody takes it over.</summary>
    public PersonRef? Owner { get => field ?? Acknowledged?.By; init; } // records from before have none

    /// <summary>What those who handle it have done so far.</summary>
    public Handling Handling { get => field ?? Handling.None; init; } = Handling.None;

    /// <summary>What was decided about telling the ICO; null until then, and where no data was lost.</summary>
    public BreachDecision? Breach { get; init; }

    /// <summary>When the local authority's designated officer was told of an allegation; null until then.</summary>
    public DateTimeOffset? LadoTold { get; init; }

    PersonRef ICase.OpenedBy => Reporter;

    string ICase.Standing => Status.ToString();
}
