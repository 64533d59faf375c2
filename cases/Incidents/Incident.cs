using System.Text.Json.Serialization;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Incidents;

/// <summary>Where an incident stands; it moves down this list, and up again only when a closed one is opened again (<see cref="ReopenRules"/>).</summary>
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

    /// <summary>Every file that was sent for it, also those that were not taken. A record of before there were any reads as one without.</summary>
    public ImmutableArray<EvidencePiece> Evidence { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The reporter said of a file that it could show a child undressed, or was not sure: no file is taken for it any more.</summary>
    public bool NoFiles { get; init; }

    /// <summary>Never where it may be about an indecent image, whatever else it is about.</summary>
    [JsonIgnore]
    public bool TakesFiles => !NoFiles && Report is { Answered: not Route.IndecentImage, Suggested: not Route.IndecentImage };

    /// <summary>Kept whatever the schedule says; null: no hold.</summary>
    public LegalHold? Held { get; init; }

    [JsonIgnore]
    public bool IsOpen => Status.IsOpen();

    /// <summary>When the reporter asked to take it back; where a child may be at risk it stays open all the same.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>True while the reporter may still change it or take it back: nobody has acknowledged it.</summary>
    [JsonIgnore]
    public bool IsReportersStill => Status is IncidentStatus.Reported && Acknowledged is null;

    /// <summary>Who has it in hand: whoever acknowledged it, until somebody takes it over.</summary>
    public PersonRef? Owner { get => field ?? Acknowledged?.By; init; } // records from before have none

    /// <summary>What those who handle it have done so far.</summary>
    public Handling Handling { get => field ?? Handling.None; init; } = Handling.None;

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

    /// <summary>The standings of a kind, as they are stored.</summary>
    public static ImmutableArray<string> Standings(Func<IncidentStatus, bool> wanted) => [.. Enum.GetValues<IncidentStatus>().Where(wanted).Select(status => status.ToString())];
}

public static class IncidentStanding
{
    /// <summary>True while somebody has something to do.</summary>
    public static bool IsOpen(this IncidentStatus status) => status is IncidentStatus.Reported or IncidentStatus.Acknowledged;
}
