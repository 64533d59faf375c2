using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>A note, for those who handle it and for the trail.</summary>
internal static class NoteIncident
{
    public static readonly HandlersForm Form = new(
        HandlingAct.Note, [(Fields.Note, Limits.Note)],
        view => view.Typed[Fields.Note].Length == 0 ? ReportProblems.None.With(Fields.Note, "Please write the note.") : ReportProblems.None,
        (view, by) => NoteRules.Add(view.Incident, new CaseNote(view.Typed[Fields.Note], by, view.Now)),
        HandlersForm.Nobody);
}
