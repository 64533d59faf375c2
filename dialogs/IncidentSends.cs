using PolicyBot.Cards;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs;

/// <summary>Who hears of an incident's steps, and on which card.</summary>
internal static class IncidentSends
{
    public static IEnumerable<Send> Opened(Incident incident, Academy academy, Trust trust)
    {
        var audience = IncidentAudience.Of(incident.Report, academy, trust);
        if (audience.Channel is not ChannelShows.Nothing)
            yield return new Send.ToChannel(academy.Slt.ChannelId, CardKeys.Channel(incident.Reference), incident.Version, InChannel(incident, audience, trust));
        foreach (var person in audience.InTheirChats)
        {
            var card = CardKeys.Handler(incident.Reference, person);
            yield return new Send.ToPerson(person, card, incident.Version, SltCards.Card(incident, trust, card));
        }
        foreach (var person in audience.Lead)
        {
            var card = CardKeys.Safeguarding(incident.Reference, person);
            yield return new Send.ToPerson(person, card, incident.Version, ReferralCards.For(incident, trust, card));
        }
        foreach (var nudge in Nudges.ToHandlers(incident, audience))
            yield return nudge;
    }

    /// <summary>After an acknowledgement or an outcome: every card shows it, and the reporter is told.</summary>
    public static IEnumerable<Send> Changed(Incident incident, Academy academy, Trust trust) =>
    [
        .. Handled(incident, academy, trust),
        .. incident.Status is IncidentStatus.Closed ? HandlingSends.Standing(incident, trust) : [],
        .. ReminderSends.Settled(incident, academy, trust),
        // Whoever started a drill sees each step on that card, and at the end how long it took.
        .. incident.Drill ? [Confirmation(incident, trust)] : ToReporter(incident, trust, told => incident.Status is IncidentStatus.Closed ? ReporterCards.Closed(incident, trust, told) : ReporterCards.Acknowledged(incident, trust, told)),
    ];

    /// <summary>After any step: every card of those who handle it shows it.</summary>
    public static IEnumerable<Send> Handled(Incident incident, Academy academy, Trust trust)
    {
        var audience = IncidentAudience.Of(incident.Report, academy, trust);
        if (audience.Channel is not ChannelShows.Nothing)
            yield return new Send.Update(CardKeys.Channel(incident.Reference), incident.Version, InChannel(incident, audience, trust));
        foreach (var card in audience.InTheirChats.Select(person => CardKeys.Handler(incident.Reference, person)))
            yield return new Send.Update(card, incident.Version, SltCards.Card(incident, trust, card));
    }

    /// <summary>Every card of it as it is now, the reporter's too, and no note to anybody.</summary>
    public static IEnumerable<Send> Redrawn(Incident incident, Academy academy, Trust trust) =>
        [.. Handled(incident, academy, trust), Confirmation(incident, trust)];

    /// <summary>The reporter's own card, and a note that says it.</summary>
    public static IEnumerable<Send> ToReporter(Incident incident, Trust trust, Func<string, Message> note)
    {
        yield return Confirmation(incident, trust);
        var told = CardKeys.Told(incident.Reference, incident.Version);
        yield return new Send.ToPerson(incident.Reporter.Id, told, incident.Version, note(told));
        yield return Nudges.ToReporter(incident);
    }

    private static Send.Update Confirmation(Incident incident, Trust trust) =>
        new(CardKeys.Reporter(incident.Reference), incident.Version, ConfirmationCards.For(incident, trust));

    private static Message InChannel(Incident incident, IncidentAudience audience, Trust trust)
    {
        var card = CardKeys.Channel(incident.Reference);
        return audience.InChannel ? SltCards.Card(incident, trust, card) : SltCards.Notice(incident, trust, card);
    }
}
