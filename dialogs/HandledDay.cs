using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>The day on which somebody did something about an incident: not one that is still to come.</summary>
internal static class HandledDay
{
    public static ReportProblems Judge(CaseView view) => Days.Read(view.Typed[Fields.Date]) switch
    {
        null => ReportProblems.None.With(Fields.Date, "Please choose the day from the calendar."),
        { } day when day > Today(view) => ReportProblems.None.With(Fields.Date, "This day is still to come. Please choose the day on which it was done."),
        _ => ReportProblems.None,
    };

    public static DateOnly Of(CaseView view) => Days.Read(view.Typed[Fields.Date]) ?? Today(view);

    public static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static DateOnly Today(CaseView view) => DateOnly.FromDateTime(view.Trust.Local(view.Now).DateTime);
}
