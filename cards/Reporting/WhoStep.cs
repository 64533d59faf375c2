using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Reporting;

internal static class WhoStep
{
    public static ImmutableArray<CardElement> Body(ReportView view) =>
    [
        Lines.Heading("Who?"),
        .. view.OtherProblems(Fields.Affected, Fields.About, Fields.AboutOthers, Fields.Told),
        new ChoiceInput(Fields.Affected, "Who is affected?", Choices.Of(ReportChoices.Affected))
        {
            Value = Choices.Known(ReportChoices.Affected, [.. view.Draft.Affected]),
            IsMultiSelect = true,
            Style = ChoiceStyle.Expanded,
        },
        .. view.Problem(Fields.Affected),
        new ChoiceInput(Fields.About, "Who is it about (if they work or learn here)?", [])
        {
            Value = view.Draft.AboutIds.IsEmpty ? null : string.Join(',', view.Draft.AboutIds.Take(Limits.People).Select(id => UserText.Kept(id, 100))),
            Placeholder = "Type a name",
            IsMultiSelect = true,
            ChoicesData = ChoiceQuery.People,
        },
        .. view.Problem(Fields.About),
        new TextInput(Fields.AboutOthers, "Anybody else it is about (if you know)")
        {
            Value = UserText.Kept(view.Draft.AboutOthers, Limits.AboutOthers),
            Placeholder = "For example: a parent of a Year 8 pupil",
            MaxLength = Limits.AboutOthers,
        },
        .. view.Problem(Fields.AboutOthers),
        .. ToldField.For(view, view.Draft.Route),
        .. Lines.Buttons(view.Next("Next", Verbs.ReportWho), view.BackTo(ReportStep.Where), view.Cancel()),
    ];
}
