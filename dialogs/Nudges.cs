using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs;

/// <summary>
/// Who gets a line in their activity feed. Only those who may see the case, one by one and never a whole channel, which may have others in it; never more than its
/// reference. They are nudges: what counts is the card.
/// </summary>
internal static class Nudges
{
    public static IEnumerable<Send> ToHandlers(Incident incident, IncidentAudience audience) =>
        audience.Handlers.Where(person => !IsReporter(incident, person)).Select(person => (Send)new Send.Notification(
            person, incident.Reference, FeedKind.CaseWaiting, audience.InTheirChats.Contains(person, StringComparer.OrdinalIgnoreCase) ? CardKeys.Handler(incident.Reference, person) : CardKeys.Channel(incident.Reference),
            incident.Version));

    public static Send ToReporter(Incident incident) => ToSender(incident.Reference, incident.Version, incident.Reporter.Id);

    public static IEnumerable<Send> ToReaders(CaseReference reference, int version, IEnumerable<PersonRef> readers) =>
        readers.Select(person => (Send)new Send.Notification(person.Id, reference, FeedKind.DraftWaiting, CardKeys.Handler(reference, person.Id), version));

    /// <summary>Whoever sent it in hears that there is news: a report, a draft, a question.</summary>
    public static Send ToSender(CaseReference reference, int version, string person) =>
        new Send.Notification(person, reference, FeedKind.CaseChanged, CardKeys.Told(reference, version), version);

    /// <summary>Whoever has it from now on.</summary>
    /// <param name="shows">The card that tells them.</param>
    public static Send ToNewOwner(CaseReference reference, int version, string person, string shows) =>
        new Send.Notification(person, reference, FeedKind.CaseYours, shows, version);

    private static bool IsReporter(Incident incident, string person) => incident.Reporter.Id.Equals(person, StringComparison.OrdinalIgnoreCase);
}
