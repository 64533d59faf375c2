using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>From the list of cases to one of them: its card, below, with what was seen before.</summary>
internal static class OpenCase
{
    private const string Choose = "Please choose a case from the list first.";

    public static Step Step(Arrival.Pressed pressed)
    {
        if (!CaseReference.TryParse(pressed.Data.Text(Fields.Chosen), out var reference))
            return Dialogs.Step.Of(static (_, _) => Decision.Tell(Choose));
        return new Step(new Needs { Case = reference, Handling = Incident.Standings(static _ => true) }, (turn, known) =>
            turn.Where.Kind is ConversationKind.Personal && known.Case is { } incident && CaseSearch.MayHandle(incident, turn.Who.Id, known.Trust)
                ? Decision.Say(Card(incident, turn, known))
                : Decision.Tell(HandleIncident.NotYours));
    }

    private static Message Card(Incident incident, Turn turn, Known known)
    {
        var message = SltCards.Card(incident, known.Trust, CardKeys.Opened(incident.Reference));
        var before = TimelineCards.Before(SeenBefore.Of(incident, known.Handling, turn.Who.Id, known.Trust));
        return message with { Card = message.Card! with { Body = [.. before, .. message.Card.Body] } };
    }
}
