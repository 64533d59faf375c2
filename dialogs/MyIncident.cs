using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>What every press on a reporter's own card asks first: is it theirs, and are they alone with the bot? Anybody else learns nothing.</summary>
internal static class MyIncident
{
    public static Step Step(Arrival.Pressed pressed, Func<Incident, Turn, Known, Decision> decide)
    {
        var chosen = pressed.Data.Text(Fields.Ref) is { Length: > 0 } carried ? carried : pressed.Data.Text(Fields.Chosen);
        return new(new Needs { Case = CaseReference.TryParse(chosen, out var reference) ? reference : null }, (turn, known) =>
            turn.Where.Kind is ConversationKind.Personal && known.Case is { } incident && incident.Reporter.Id == turn.Who.Id
                ? decide(incident, turn, known)
                : Decision.Tell(HandleIncident.NotYours));
    }

    /// <summary>From the list to one report, or back from the question whether to withdraw it.</summary>
    public static Step Show(Arrival.Pressed pressed) => Step(pressed, (incident, _, known) => Decision.Show(ConfirmationCards.For(incident, known.Trust)));
}
