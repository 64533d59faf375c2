using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Whom an incident is about: nothing of it reaches them, and nothing that they press changes it.</summary>
public static class IncidentSubjects
{
    public static bool Include(Report report, Academy academy, string personId) =>
        report.About.Any(person => person.Id.Equals(personId, StringComparison.OrdinalIgnoreCase))
        || (report.Route is Route.AllegationHead && academy.Headteacher.People.Contains(personId, StringComparer.OrdinalIgnoreCase));
}
