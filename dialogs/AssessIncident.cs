using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>The initial assessment: what it is, how serious, and what is affected.</summary>
internal static class AssessIncident
{
    public static readonly HandlersForm Form = new(
        HandlingAct.Assess, [(Fields.Category, 50), (Fields.Severity, 50), (Fields.Harm, Limits.Harm)], Judge,
        (view, by) => AssessmentRules.Assess(view.Incident, new Assessment(view.Typed[Fields.Category], view.Typed[Fields.Severity], view.Typed[Fields.Harm], by, view.Now)),
        HandlersForm.Nobody);

    private static ReportProblems Judge(CaseView view)
    {
        var problems = ReportProblems.None;
        if (!HandlingChoices.Has(HandlingChoices.Categories, view.Typed[Fields.Category]))
            problems = problems.With(Fields.Category, "Please choose what it is.");
        if (!HandlingChoices.Has(HandlingChoices.Severities, view.Typed[Fields.Severity]))
            problems = problems.With(Fields.Severity, "Please choose how serious it is.");
        return view.Typed[Fields.Harm].Length == 0 ? problems.With(Fields.Harm, "Please say who or what is affected, in a sentence or two.") : problems;
    }
}
