using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>
/// Nobody did anything, and time has passed: whoever must know is reminded, and the trail says so. Asked of the record and the Trust as they are at
/// this moment, like any press.
/// </summary>
public static class RemindOfIncident
{
    public static Decision Decide(Incident incident, Trust trust, DateTimeOffset now)
    {
        if (trust.FindAcademy(incident.Academy) is not { } academy || IncidentClock.Next(incident, trust, now) is not { } due || due.At > now)
            return Decision.Nothing;

        var reminded = ReminderRules.Remind(incident, due, academy, trust, now);
        return new Decision
        {
            Case = new CaseChange(incident.Version, reminded.After, reminded.Entries),
            Sends = [.. ReminderSends.New(reminded.After, reminded.After.Reminded[^1], academy, trust)],
        };
    }
}
