using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>Whether a loss of personal data is reported to the ICO: who decided, when, and why not.</summary>
internal static class DecideBreach
{
    public static readonly HandlersForm Form = new(
        HandlingAct.Breach, [(Fields.BreachResult, 50), (Fields.Reason, Limits.Reason)], Judge,
        (view, by) => BreachRules.Decide(view.Incident, new BreachDecision(view.Typed[Fields.BreachResult], HandledDay.OrNull(view.Typed[Fields.Reason]), by, view.Now)),
        HandlersForm.Nobody);

    private static ReportProblems Judge(CaseView view) =>
        !HandlingChoices.Has(HandlingChoices.BreachDecisions, view.Typed[Fields.BreachResult]) ? ReportProblems.None.With(Fields.BreachResult, "Please choose what was decided.")
        : view.Typed[Fields.BreachResult] == BreachDecision.NotReported && view.Typed[Fields.Reason].Length == 0
            ? ReportProblems.None.With(Fields.Reason, "Please say why it was not reported: the law wants it recorded.")
        : ReportProblems.None;
}
