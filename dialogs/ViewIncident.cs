using PolicyBot.Cards;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>
/// Draws an incident's card as it is now, for whoever looks: their client refreshes it by itself, or they came back from the outcome form.
/// Each sees what they may see, and nothing changes.
/// </summary>
internal static class ViewIncident
{
    public static Step Step(Arrival.Pressed pressed) => new(HandleIncident.Needs(pressed), (turn, known) =>
    {
        if (known.Case is not { } incident || known.Trust.FindAcademy(incident.Academy) is not { } academy)
            return Decision.Tell(HandleIncident.NotYours);

        var audience = IncidentAudience.Of(incident.Report, academy, known.Trust);
        var delivery = pressed.Data.Text(Fields.Delivery);
        var personal = turn.Where.Kind is ConversationKind.Personal;

        if (personal && delivery.StartsWith($"{incident.Reference}/safeguarding/", StringComparison.Ordinal))
            return audience.IsLead(turn.Who.Id)
                ? Decision.Show(ReferralCards.For(incident, known.Trust, CardKeys.Safeguarding(incident.Reference, turn.Who.Id)))
                : Decision.Tell(HandleIncident.NotYours);
        if (!personal && audience.Channel is ChannelShows.Notice && academy.Slt.People.Contains(turn.Who.Id, StringComparer.OrdinalIgnoreCase))
            return Decision.Show(SltCards.Notice(incident, known.Trust, CardKeys.Channel(incident.Reference)));
        if (audience.MayHandle(turn.Who.Id) && (personal || audience.InChannel) && (!personal || delivery == CardKeys.Opened(incident.Reference) || delivery.StartsWith($"{incident.Reference}/handler/", StringComparison.Ordinal)))
            return Decision.Show(SltCards.Card(incident, known.Trust, CardOf(turn, incident)));
        return personal && incident.Reporter.Id == turn.Who.Id
            ? Decision.Show(ConfirmationCards.For(incident, known.Trust))
            : Decision.Tell(HandleIncident.NotYours);
    });

    /// <summary>Which of an incident's cards this person has in front of them: the channel's, their own, or one that they opened from the list.</summary>
    public static string CardOf(Turn turn, Incident incident) => turn.Where.Kind is not ConversationKind.Personal
        ? CardKeys.Channel(incident.Reference)
        : turn.Arrival is Arrival.Pressed pressed && pressed.Data.Text(Fields.Delivery) == CardKeys.Opened(incident.Reference)
            ? CardKeys.Opened(incident.Reference)
            : CardKeys.Handler(incident.Reference, turn.Who.Id);
}
