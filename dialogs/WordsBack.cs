using System.Globalization;
using PolicyBot.Cards;

namespace PolicyBot.Dialogs;

/// <summary>What somebody writes back who does not handle the case: which card it belongs to, the words, and what is wrong with them.</summary>
internal sealed record WordsBack(int Number, string Text, ReportProblems Problems)
{
    public static WordsBack Read(PressedData data)
    {
        var (typed, number) = (data.Text(Fields.Reply), int.TryParse(data.Text(Fields.Number), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0);
        var problems = typed.Length == 0 ? ReportProblems.None.With(Fields.Reply, "Please write something first.")
            : typed.Length > Limits.Reply ? ReportProblems.None.With(Fields.Reply, string.Create(CultureInfo.InvariantCulture, $"Please keep this under {Limits.Reply:N0} characters."))
            : ReportProblems.None;
        return new WordsBack(number, typed.Length <= Limits.Reply ? typed : typed[..Limits.Reply], problems);
    }
}
