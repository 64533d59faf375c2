using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Earlier cases with the same account or the same person: what one leader cannot know of another's year.</summary>
public static class SeenBefore
{
    /// <summary>Only those that this person may handle themselves, oldest first.</summary>
    public static ImmutableArray<CaseReference> Of(Incident incident, IEnumerable<Incident> others, string personId, Trust trust)
    {
        var accounts = SeenAccount.NamesIn(incident.Report);
        var people = incident.Report.About.Select(person => person.Id).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. others.Where(other => other.Reference != incident.Reference && other.ReportedAt <= incident.ReportedAt
                    && (other.Report.About.Any(person => people.Contains(person.Id)) || accounts.Overlaps(SeenAccount.NamesIn(other.Report)))
                    && CaseSearch.MayHandle(other, personId, trust))
                .OrderBy(other => other.ReportedAt).ThenBy(other => other.Reference.Number).Select(other => other.Reference),
        ];
    }
}
