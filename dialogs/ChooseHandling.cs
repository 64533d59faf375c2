using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>"What do you want to do?": the card stays short, and what is needed less often is one press further.</summary>
internal static class ChooseHandling
{
    public static Step Open(Arrival.Pressed pressed) => HandleIncident.Step(pressed, (incident, academy, turn, known) =>
        HandlersForm.View(incident, academy, turn, known) is var view && HandlingActs.Offered(view) is { IsEmpty: false } acts
            ? Decision.Show(acts is [var only] ? HandlingForms.For(only, view) : HandlingForms.Menu(view))
            : HandlersForm.Card(view));

    public static Step Step(Arrival.Pressed pressed) => HandleIncident.Step(pressed, (incident, academy, turn, known) =>
    {
        var view = HandlersForm.View(incident, academy, turn, known);
        var acts = HandlingActs.Offered(view);
        if (incident.Status is not IncidentStatus.Acknowledged)
            return HandlersForm.Card(view);
        return Enum.TryParse<HandlingAct>(pressed.Data.Text(Fields.Act), out var act) && acts.Contains(act)
            ? Decision.Show(HandlingForms.For(act, view))
            : Decision.Show(HandlingForms.Menu(view with { Problems = ReportProblems.None.With(Fields.Act, "Please choose what you want to do.") }));
    });
}
