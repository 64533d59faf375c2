using System.Text.Json.Serialization;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Incidents;

/// <summary>Where an incident stands; it only ever moves down this list.</summary>
public enum IncidentStatus
{
    Reported,
    Acknowledged,
    Closed,

    /// <summary>The reporter took it back before anybody had it.</summary>
    Withdrawn,
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

    /// <summary>When the reporter asked to take it back; where a child may be at risk it stays open all the same.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>True while the reporter may still change it or take it back: nobody has acknowledged it.</summary>
    [JsonIgnore]
    public bool IsReportersStill => Status is IncidentStatus.Reported && Acknowledged is null;

    PersonRef ICase.OpenedBy => Reporter;

    string ICase.Standing => Status.ToString();
}
