using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>A closed incident is opened again, because more is known.</summary>
internal static class ReopenIncident
{
    public static readonly HandlersForm Form = new(
        HandlingAct.Reopen, [(Fields.Reason, Limits.Reason)],
        view => view.Typed[Fields.Reason].Length == 0 ? ReportProblems.None.With(Fields.Reason, "Please say why it is opened again.") : ReportProblems.None,
        (view, by) => ReopenRules.Reopen(view.Incident, new Reopening(view.Typed[Fields.Reason], by, view.Now)),
        (view, after) => [.. HandlingSends.Standing(after, view.Trust), .. IncidentSends.ToReporter(after, view.Trust, told => ReporterCards.Reopened(after, told))]);
}
