using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>The reporter is asked something, in their own chat.</summary>
internal static class AskReporter
{
    public static readonly HandlersForm Form = new(
        HandlingAct.AskReporter, [(Fields.Inquiry, Limits.Inquiry)],
        view => view.Typed[Fields.Inquiry].Length == 0 ? ReportProblems.None.With(Fields.Inquiry, "Please write your question.") : ReportProblems.None,
        (view, by) => ReporterQuestionRules.Ask(view.Incident, view.Typed[Fields.Inquiry], by, view.Now),
        (view, after) => [HandlingSends.ToReporter(after, after.Handling.Questions[^1], view.Trust)]);
}
