using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>One of those who handle an incident takes it over from another.</summary>
internal static class TakeOverIncident
{
    public static readonly HandlersForm Form = new(
        HandlingAct.TakeOver, [], HandlersForm.Anything,
        (view, by) => OwnershipRules.TakeOver(view.Incident, by, view.Now),
        (view, after) => IncidentSends.ToReporter(after, view.Trust, told => ReporterCards.HandedOver(after, told)));
}
