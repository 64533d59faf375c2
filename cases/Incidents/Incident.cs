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

    /// <summary>Every file that was sent for it, also those that were not taken. A record of before there were any reads as one without.</summary>
    public ImmutableArray<EvidencePiece> Evidence { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The reporter said of a file that it could show a child undressed, or was not sure: no file is taken for it any more.</summary>
    public bool NoFiles { get; init; }

    /// <summary>Never where it may be about an indecent image, whatever else it is about.</summary>
    [JsonIgnore]
    public bool TakesFiles => !NoFiles && Report is { Answered: not Route.IndecentImage, Suggested: not Route.IndecentImage };

    PersonRef ICase.OpenedBy => Reporter;

    string ICase.Standing => Status.ToString();
}
