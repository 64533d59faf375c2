using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Time has passed, and people are reminded: what that leaves in the record and its trail.</summary>
public static class ReminderRules
{
    // Nobody did it: the entry stands under the clock's name.
    private static readonly PersonRef Clock = new("clock", "PolicyBot");

    public static Ruling<Incident>.Allowed Remind(Incident incident, Due due, Academy academy, Trust trust, DateTimeOffset now)
    {
        var (channel, people) = ReminderReaders.Of(due.Kind, due.Step, incident, academy, trust);
        var reminder = new Reminder(due.Kind, due.Step, channel, people, now);
        return IncidentTrail.Record(incident with { Reminded = [.. incident.Reminded, reminder] }, now, Clock, TypeOf(due.Kind), IncidentJson.Write(reminder));
    }

    private static string TypeOf(ReminderKind kind) => kind switch
    {
        ReminderKind.Chase => "incident.chased",
        ReminderKind.Breach => "incident.breach.reminded",
        _ => "incident.lado.reminded",
    };
}
