using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Incidents;

/// <summary>Where an incident stands; it only ever moves down this list.</summary>
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

    /// <summary>Who was reminded of it when time had passed, oldest first.</summary>
    public ImmutableArray<Reminder> Reminded { get; init => field = value.IsDefault ? [] : value; } = []; // records from before have none

    /// <summary>What was decided about telling the ICO; null until then, and where no data was lost.</summary>
    public BreachDecision? Breach { get; init; }

    /// <summary>When the local authority's designated officer was told of an allegation; null until then.</summary>
    public DateTimeOffset? LadoTold { get; init; }

    /// <summary>True for an exercise: the whole way is gone, and nothing has happened.</summary>
    public bool Drill { get; init; }

    PersonRef ICase.OpenedBy => Reporter;

    string ICase.Standing => Status.ToString();
}
