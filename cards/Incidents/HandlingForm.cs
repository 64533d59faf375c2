using PolicyBot.Cards.Elements;

namespace PolicyBot.Cards.Incidents;

/// <summary>
/// What every form about an incident has around its fields. Only whoever opened it sees it, in place of the card. It has no refresh, which would wipe
/// what is being typed.
/// </summary>
internal static class HandlingForm
{
    public static Message Around(CaseView view, string title, string verb, string button, params ImmutableArray<CardElement> fields) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{view.Incident.Reference}: {title}"),
                .. Lines.Problem(view.Notice),
                .. fields,
                .. Lines.Buttons(
                    new ExecuteAction(button, SltCards.Data(verb, view.Incident, view.DeliveryKey) with { Seen = view.Incident.Version }) { Style = ActionStyle.Positive },
                    new ExecuteAction("Back", SltCards.Data(Verbs.IncidentCard, view.Incident, view.DeliveryKey)) { AssociatedInputs = AssociatedInputs.None }),
            ],
            $"{view.Incident.Reference}: {title}."),
        $"{view.Incident.Reference}: {title}");

    public static ImmutableArray<CardElement> Words(CaseView view, string field, string label, int longest, string? placeholder = null, bool multiline = true) =>
    [
        new TextInput(field, label) { Value = UserText.Kept(view.Typed[field], longest), IsMultiline = multiline ? true : null, MaxLength = longest, Placeholder = placeholder },
        .. Lines.Problem(view.Problems.For(field)),
    ];

    public static ImmutableArray<CardElement> Choice(
        CaseView view, string field, string label, ImmutableArray<(string Value, string Title)> choices, ChoiceStyle style = ChoiceStyle.Compact) =>
    [
        new ChoiceInput(field, label, Choices.Of(choices)) { Value = Choices.Known(choices, view.Typed[field]), Placeholder = "Choose one", Style = style },
        .. Lines.Problem(view.Problems.For(field)),
    ];

    /// <summary>The day of something, today until another is chosen.</summary>
    public static ImmutableArray<CardElement> Day(CaseView view, string label) =>
    [
        new DateInput(Fields.Date, label, Days.Read(view.Typed[Fields.Date]) is null ? When.Input(view.Now, view.Trust) : view.Typed[Fields.Date]),
        .. Lines.Problem(view.Problems.For(Fields.Date)),
    ];

    /// <summary>A safeguarding report's own record is elsewhere.</summary>
    public static ImmutableArray<CardElement> Careful(CaseView view) => Cases.Incidents.RouteRules.IsSafeguarding(view.Incident.Report.Route)
        ? [Lines.Plain("This is a safeguarding report. Please write no names or details of a child here: they belong in the safeguarding record.")]
        : [];
}
