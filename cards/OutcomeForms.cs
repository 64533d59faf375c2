using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards;

/// <summary>
/// The form for an outcome. Only the leader who opened it sees it, in place of the card. It has no refresh, which would wipe
/// what is being typed.
/// </summary>
internal static class OutcomeForms
{
    public static AdaptiveCard Form(Incident incident, OutcomeTyped typed, ReportProblems problems, string? deliveryKey) => new(
        [
            Lines.Heading($"{DrillMark.Name(incident)}: record the outcome"),
            .. incident.Report.Route.IsSafeguarding() ? Careful : [],
            new ChoiceInput(Fields.Result, "What was the outcome?", Choices.Of(OutcomeChoices.Results))
            {
                Value = Choices.Known(OutcomeChoices.Results, typed.Result), Placeholder = "Choose one", Style = ChoiceStyle.Compact,
            },
            .. Lines.Problem(problems.For(Fields.Result)),
            new TextInput(Fields.Reason, "Why?")
            {
                Value = UserText.Kept(typed.Reason, Limits.Reason), IsMultiline = true, MaxLength = Limits.Reason, Placeholder = "A few factual sentences",
            },
            .. Lines.Problem(problems.For(Fields.Reason)),
            new ChoiceInput(Fields.Referrals, "Who was it referred to?", Choices.Of(OutcomeChoices.Referrals))
            {
                Value = Choices.Known(OutcomeChoices.Referrals, [.. typed.Referrals]), IsMultiSelect = true, Style = ChoiceStyle.Expanded,
            },
            .. Lines.Problem(problems.For(Fields.Referrals)),
            new TextInput(Fields.NoReferral, "If nobody: why not?") { Value = UserText.Kept(typed.NoReferral, Limits.NoReferral), MaxLength = Limits.NoReferral },
            .. Lines.Problem(problems.For(Fields.NoReferral)),
            .. Lines.Buttons(
                new ExecuteAction("Save outcome", SltCards.Data(Verbs.IncidentClose, incident, deliveryKey)) { Style = ActionStyle.Positive },
                new ExecuteAction("Back", SltCards.Data(Verbs.IncidentCard, incident, deliveryKey)) { AssociatedInputs = AssociatedInputs.None }),
        ],
        $"{DrillMark.Name(incident)}: record the outcome.");

    private static readonly ImmutableArray<CardElement> Careful =
        [Lines.Plain("This was a safeguarding report. Please write no names or details of a child here: they belong in the safeguarding record.")];
}
