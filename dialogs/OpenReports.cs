using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>Somebody's own reports that are not finished, newest first: what a file they send can belong to.</summary>
internal static class OpenReports
{
    public static ImmutableArray<Incident> Of(Known known) => [.. known.MyReports.Where(incident => incident.Status is not IncidentStatus.Closed)];

    public static ImmutableArray<Incident> TakingFiles(Known known) => [.. Of(known).Where(incident => incident.TakesFiles)];
}
