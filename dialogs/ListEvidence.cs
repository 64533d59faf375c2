using PolicyBot.Cards.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>Those who handle a case see its files.</summary>
internal static class ListEvidence
{
    public static Step Step(Arrival.Pressed pressed) => HandleIncident.Step(pressed, (incident, _, turn, known) =>
        Decision.Show(EvidenceListCards.List(incident, known.Trust, ViewIncident.CardOf(turn, incident))));
}
