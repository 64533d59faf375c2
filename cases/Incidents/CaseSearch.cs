using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Which of the cases that somebody handles they want to see.</summary>
public enum CaseFilter
{
    Open,

    /// <summary>Open, and taken on by this person.</summary>
    Mine,

    /// <summary>Open, and nobody has taken it on for more than a working day.</summary>
    Overdue,
    Closed,
}

/// <summary>What somebody looks for among their cases.</summary>
/// <param name="Academy">An academy's key; empty for all.</param>
/// <param name="About">A name or an account; empty for any.</param>
public sealed record CaseSearch(CaseFilter Filter, string Academy = "", string About = "")
{
    /// <summary>The choice of every academy: a client refuses a choice without a value.</summary>
    public const string EveryAcademy = "*";

    /// <summary>The standings in which such cases are, by which they are read.</summary>
    public ImmutableArray<string> Standings => About.Length > 0 ? Incident.Standings(_ => true)
        : Filter is CaseFilter.Closed ? Incident.Standings(status => !status.IsOpen())
        : Incident.Standings(status => status.IsOpen());

    /// <summary>What this person may handle at this moment and looks for, newest first. All else does not exist for them.</summary>
    public ImmutableArray<Incident> Among(IEnumerable<Incident> incidents, string personId, Trust trust, DateTimeOffset now) =>
    [
        .. incidents.Where(incident => MayHandle(incident, personId, trust) && Wants(incident, personId, trust, now))
            .OrderByDescending(incident => incident.ReportedAt).ThenByDescending(incident => incident.Reference.Number),
    ];

    public static bool MayHandle(Incident incident, string personId, Trust trust) =>
        trust.FindAcademy(incident.Academy) is { } academy && IncidentAudience.Of(incident.Report, academy, trust).MayHandle(personId);

    // Whoever looks for a person or an account wants to know whether it was ever there, closed cases included.
    private bool Wants(Incident incident, string personId, Trust trust, DateTimeOffset now) =>
        (Academy.Length == 0 || incident.Academy == Academy)
        && (About.Length > 0
            ? IsAbout(incident.Report)
            : Filter switch
            {
                CaseFilter.Closed => !incident.IsOpen,
                CaseFilter.Mine => incident.IsOpen && personId.Equals(incident.Acknowledged?.By.Id, StringComparison.OrdinalIgnoreCase),
                CaseFilter.Overdue => incident.IsOverdue(trust, now),
                _ => incident.IsOpen,
            });

    // Never the reporter: in a list of what somebody reported, a confidential reporter would be found by trying names.
    private bool IsAbout(Report report) =>
        report.About.Any(person => person.Name.Contains(About, StringComparison.OrdinalIgnoreCase))
        || report.AboutOthers?.Contains(About, StringComparison.OrdinalIgnoreCase) is true
        || report.Account?.Contains(About, StringComparison.OrdinalIgnoreCase) is true
        || report.Link?.Contains(About, StringComparison.OrdinalIgnoreCase) is true
        || (SeenAccount.Handle(About) is { } handle && (SeenAccount.Handle(report.Account) == handle || SeenAccount.Handle(report.Link) == handle));
}
