using PolicyBot.Cards.Handovers;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs.Handovers;

/// <summary>Who hears of a handover's steps, and on which card.</summary>
internal static class HandoverSends
{
    /// <summary>The first cards. The asker's stands where the form was.</summary>
    public static IEnumerable<Send> Opened(Handover handover, Trust trust, DateTimeOffset now) =>
        handover.Told.Select<PersonRef, Send>(person => HandoverPeople.Same(handover.Asker, person) ? Update(handover, person, trust, now) : Post(handover, person, trust, now));

    /// <summary>
    /// After any step: every card shows it. Whoever comes to know of it gets one. Whoever's turn it has become has a note below everything else in their chat, and so has
    /// everybody when it ends.
    /// </summary>
    public static IEnumerable<Send> Changed(Handover before, Handover after, string by, Trust trust, DateTimeOffset now)
    {
        foreach (var person in after.Told)
            yield return HandoverPeople.Has(before.Told, person.Id) ? Update(after, person, trust, now) : Post(after, person, trust, now);
        foreach (var person in Noted(before, after, trust).Where(person => HandoverPeople.Has(before.Told, person.Id) && !HandoverPeople.Same(person, by)))
        {
            var card = CardKeys.Back(after.Reference, after.Version, person.Id);
            yield return new Send.ToPerson(person.Id, card, after.Version, HandoverCards.Note(after, person.Id, trust, card));
        }
        if (after.Status is HandoverStatus.Completed && after.Wish.To is { } lead && !HandoverPeople.Same(lead, by))
            yield return Nudges.ToNewOwner(after.Reference, after.Version, lead.Id, CardKeys.Back(after.Reference, after.Version, lead.Id));
    }

    /// <summary>A card for those who have come to know of it because others left in the meantime.</summary>
    public static IEnumerable<Send> Joined(Handover before, Handover after, Trust trust, DateTimeOffset now) =>
        after.Told.Where(person => !HandoverPeople.Has(before.Told, person.Id)).Select(person => Post(after, person, trust, now));

    /// <summary>A reminder for those whose turn it is, and for the managers. When the last day has passed the headteacher hears of it too.</summary>
    public static IEnumerable<Send> Reminders(Handover handover, HandoverReminder reminder, Trust trust)
    {
        var people = HandoverPeople.Turn(handover, trust).Concat(handover.Status is HandoverStatus.Underway ? HandoverPeople.Managers(handover, trust) : []);
        if (reminder is HandoverReminder.After)
            people = people.Concat(HandoverPeople.Headteachers(handover, trust));
        return HandoverPeople.Distinct(people).Where(person => HandoverPeople.MaySee(handover, person.Id, trust) || HandoverPeople.Has(HandoverPeople.Headteachers(handover, trust), person.Id)).Select(person =>
        {
            var card = CardKeys.Back(handover.Reference, handover.Version, person.Id);
            return new Send.ToPerson(person.Id, card, handover.Version, HandoverCards.Reminder(handover, reminder, card));
        });
    }

    private static IEnumerable<PersonRef> Noted(Handover before, Handover after, Trust trust)
    {
        var sees = after.Told.Where(person => HandoverPeople.MaySee(after, person.Id, trust));
        if (!after.IsOpen)
            return sees;
        var turn = HandoverPeople.NewTurn(before, after, trust);
        return sees.Where(person => HandoverPeople.Has(turn, person.Id) || (before.Status != after.Status && HandoverPeople.Has(after.Askers, person.Id)));
    }

    private static Send.ToPerson Post(Handover handover, PersonRef person, Trust trust, DateTimeOffset now) =>
        new(person.Id, CardKeys.Handler(handover.Reference, person.Id), handover.Version, Card(handover, person, trust, now));

    private static Send.Update Update(Handover handover, PersonRef person, Trust trust, DateTimeOffset now) =>
        new(CardKeys.Handler(handover.Reference, person.Id), handover.Version, Card(handover, person, trust, now)) { Recalls = !HandoverPeople.MaySee(handover, person.Id, trust) };

    private static Cards.Message Card(Handover handover, PersonRef person, Trust trust, DateTimeOffset now) =>
        HandoverCards.Card(handover, person.Id, trust, now, CardKeys.Handler(handover.Reference, person.Id));
}
