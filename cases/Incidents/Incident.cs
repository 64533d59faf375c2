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

    /// <summary>Kept whatever the schedule says; null: no hold.</summary>
    public LegalHold? Held { get; init; }

    [JsonIgnore]
    public bool IsOpen => Status.IsOpen();

    PersonRef ICase.OpenedBy => Reporter;

    string ICase.Standing => Status.ToString();

    /// <summary>The standings of a kind, as they are stored.</summary>
    public static ImmutableArray<string> Standings(Func<IncidentStatus, bool> wanted) => [.. Enum.GetValues<IncidentStatus>().Where(wanted).Select(status => status.ToString())];
}

public static class IncidentStanding
{
    /// <summary>True while somebody has something to do.</summary>
    public static bool IsOpen(this IncidentStatus status) => status is IncidentStatus.Reported or IncidentStatus.Acknowledged;
}
