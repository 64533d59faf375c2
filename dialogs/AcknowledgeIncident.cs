using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>A senior leader takes an incident in hand.</summary>
internal static class AcknowledgeIncident
{
    public static Step Step(Arrival.Pressed pressed) => HandleIncident.Step(pressed, Decide);

    private static Decision Decide(Incident incident, Academy academy, Turn turn, Known known) =>
        IncidentRules.Acknowledge(incident, turn.Who.Ref, turn.When) switch
        {
            Ruling<Incident>.Allowed allowed => new Decision
            {
                Case = new CaseChange(incident.Version, allowed.After, allowed.Entries),
                Shown = SltCards.Card(allowed.After, known.Trust, ViewIncident.CardOf(turn, allowed.After)),
                Sends = [.. IncidentSends.Changed(allowed.After, academy, known.Trust)],
            },
            // Second by a moment, or an old card: the card as it is now says who was first and when.
            _ => Decision.Show(SltCards.Card(incident, known.Trust, ViewIncident.CardOf(turn, incident))),
        };
}
