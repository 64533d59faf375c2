using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Who is reminded of an incident. Never anybody whom it is about, and up the line nobody who handles it already.</summary>
public static class ReminderReaders
{
    /// <summary>The next step of a chase that has somebody to tell; null at the end of the line.</summary>
    /// <param name="done">The last step that was taken; 0 for none.</param>
    public static ChaseStep? After(int done, Incident incident, Academy academy, Trust trust)
    {
        foreach (var step in Enum.GetValues<ChaseStep>())
            if ((int)step > done && Of(ReminderKind.Chase, (int)step, incident, academy, trust) is not (false, []))
                return step;
        return null;
    }

    public static (bool Channel, ImmutableArray<string> People) Of(ReminderKind kind, int step, Incident incident, Academy academy, Trust trust)
    {
        var audience = IncidentAudience.Of(incident.Report, academy, trust);
        return (kind, step) switch
        {
            (ReminderKind.Chase, (int)ChaseStep.Headteacher) => (false, UpTheLine(academy.Headteacher)),
            (ReminderKind.Chase, (int)ChaseStep.ChiefExecutive) => (false, [.. UpTheLine(trust.ChiefExecutive).Except(academy.Headteacher.People, StringComparer.OrdinalIgnoreCase)]),
            _ => (audience.InChannel, audience.InTheirChats),
        };

        ImmutableArray<string> UpTheLine(Role role) => [.. role.People.Where(id => !audience.MayHandle(id) && !IsNamed(id))];

        // An allegation about the headteacher is about them, also where the reporter did not choose them from the list.
        bool IsNamed(string id) =>
            incident.Report.About.Any(person => person.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            || (incident.Report.Route is Route.AllegationHead && academy.Headteacher.People.Contains(id, StringComparer.OrdinalIgnoreCase));
    }
}
