using PolicyBot.Cases.Disposal;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Records;

/// <summary>An incident is in the record from its first outcome on, also while it is open again. Practice is no part of it.</summary>
public static class IncidentRecord
{
    public static readonly RecordKind Kind = new(
        CaseReference.Incident, RecordLists.Incidents, found => found is Incident incident && IsIn(incident), (found, trust) => found is Incident incident ? Of(incident, trust) : null)
    {
        HasFiles = true,
    };

    public static RecordEntry? Of(Incident incident, Trust trust) => !IsIn(incident)
        ? null
        : new RecordEntry(
            incident.Reference, RecordLists.Incidents, incident.Version, incident.Trail.Hash, incident.Academy, incident.Status.ToString(), incident.ReportedAt, IsRestricted(incident, trust))
        {
            EndedAt = incident.Outcome?.At,
            Category = incident.Report.Route.ToString(),
            Outcome = incident.Outcome?.Result,
            Referrals = incident.Outcome?.Referrals ?? [],
            DecidedBy = incident.Outcome is { } outcome ? [outcome.By.Id] : [],
            RetainUntil = RetentionRules.Of(incident, trust.Retention)?.Until,
            Files = FilesOf(incident),
        };

    /// <summary>
    /// True where the SLT channel does not get it whole, where safeguarding decides, and where it is about anybody who acts for the Trust: they may well read the open list.
    /// An academy that is no longer known hides it too.
    /// </summary>
    public static bool IsRestricted(Incident incident, Trust trust) =>
        incident.Report.Route.IsSafeguarding()
        || incident.NoFiles
        || trust.FindAcademy(incident.Academy) is not { } academy
        || !IncidentAudience.Of(incident.Report, academy, trust).InChannel
        || RecordReaders.AreAbout([.. incident.Report.About], trust);

    /// <summary>Nothing leaves the bot's own store where it may be about an indecent image, whatever was kept before somebody said so.</summary>
    public static ImmutableArray<RecordFile> FilesOf(Incident incident) => incident.TakesFiles ? RecordFile.Of(incident.Evidence) : [];

    private static bool IsIn(Incident incident) => !incident.Drill && (incident.Outcome is not null || !incident.Handling.EarlierOutcomes.IsEmpty);
}
