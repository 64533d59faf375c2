using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Incidents;

/// <summary>The form for a legal hold. It has no refresh, which would wipe what is being typed.</summary>
public static class HoldCards
{
    public static Message Form(Incident incident, string reason, ReportProblems problems, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{incident.Reference}: legal hold"),
                Lines.Plain("While a hold stands, this case is kept, whatever the schedule says. Please place one when a court, an inquiry, the police or a complaint may want it."),
                new TextInput(Fields.HoldReason, "Why must it be kept?")
                {
                    Value = UserText.Kept(reason, Limits.NoReferral), IsMultiline = true, MaxLength = Limits.NoReferral, Placeholder = "For example: inquiry of the local authority",
                },
                .. Lines.Problem(problems.For(Fields.HoldReason)),
                .. Lines.Buttons(
                    new ExecuteAction("Place the hold", SltCards.Data(Verbs.HoldPlace, incident, deliveryKey)) { Style = ActionStyle.Positive },
                    new ExecuteAction("Back", SltCards.Data(Verbs.IncidentTimeline, incident, deliveryKey)) { AssociatedInputs = AssociatedInputs.None }),
            ],
            $"{incident.Reference}: legal hold."),
        $"{incident.Reference}: legal hold");
}
