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
    public static IEnumerable<Send> Settled(Incident incident, Trust trust) =>
        from reminder in incident.Reminded
        where ReminderCards.IsSettled(incident, reminder)
        from card in (string[])[.. reminder.Channel ? [CardKeys.Reminder(incident.Reference, reminder)] : (string[])[], .. reminder.People.Select(person => CardKeys.Reminder(incident.Reference, reminder, person))]
        select new Send.Update(card, incident.Version, ReminderCards.For(incident, reminder, trust));
}
