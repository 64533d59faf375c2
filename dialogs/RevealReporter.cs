using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>Whoever handles a confidential report looks up who sent it. The name is for them alone, and the trail says that they looked.</summary>
internal static class RevealReporter
{
    public static Step Step(Arrival.Pressed pressed) => HandleIncident.Step(pressed, (incident, _, turn, _) =>
    {
        // What an old client is told stands in the conversation, where the whole channel would read the name.
        if (pressed.AsMessage && turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Tell("Everybody here would read the name. Please press this in a newer Teams, or speak with somebody of SLT who can.");
        return RevealRules.Reveal(incident, turn.Who.Ref, turn.When) switch
        {
            Ruling<Incident>.Allowed allowed => Decision.Tell($"{incident.Reporter.Name} reported {incident.Reference}, in confidence. It is recorded that you looked.") with
            {
                Case = new CaseChange(incident.Version, allowed.After, allowed.Entries),
            },
            Ruling<Incident>.Refused refused => Decision.Tell(refused.Sentence),
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        };
    });
}
