using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs;

/// <summary>Who gets a reminder, and how it looks when what it asked for is done.</summary>
internal static class ReminderSends
{
    public static IEnumerable<Send> New(Incident incident, Reminder reminder, Academy academy, Trust trust)
    {
        var note = ReminderCards.For(incident, reminder, trust);
        if (reminder.Channel)
            yield return new Send.ToChannel(academy.Slt.ChannelId, CardKeys.Reminder(incident.Reference, reminder), incident.Version, note);
        foreach (var person in reminder.People)
            yield return new Send.ToPerson(person, CardKeys.Reminder(incident.Reference, reminder, person), incident.Version, note);
    }

    /// <summary>A note that asks for what is done already would send people looking for it.</summary>
    public static IEnumerable<Send> Settled(Incident incident, Academy academy, Trust trust) =>
        from reminder in incident.Reminded
        where ReminderCards.IsSettled(incident, reminder)
        from card in Cards(incident, reminder, academy, trust, stillTheirs: true)
        select new Send.Update(card, incident.Version, ReminderCards.For(incident, reminder, trust));

    /// <summary>The notes that stand where nothing of it may stand any more, since the report was changed.</summary>
    public static IEnumerable<string> Lost(Incident incident, Academy academy, Trust trust) =>
        incident.Reminded.SelectMany(reminder => Cards(incident, reminder, academy, trust, stillTheirs: false));

    private static IEnumerable<string> Cards(Incident incident, Reminder reminder, Academy academy, Trust trust, bool stillTheirs)
    {
        if (reminder.Channel && IncidentAudience.Of(incident.Report, academy, trust).Channel is not ChannelShows.Nothing == stillTheirs)
            yield return CardKeys.Reminder(incident.Reference, reminder);
        foreach (var person in reminder.People.Where(person => !IncidentSubjects.Include(incident.Report, academy, person) == stillTheirs))
            yield return CardKeys.Reminder(incident.Reference, reminder, person);
    }
}
