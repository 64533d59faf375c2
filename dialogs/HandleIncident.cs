using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs;

/// <summary>
/// What every press on an incident's card asks first: does the case exist, and may this person act on it? Both are read from the record and the
/// Trust at this moment. Somebody who may not act is told the same whether or not the case exists, so that nothing can be found out by trying.
/// </summary>
internal static class HandleIncident
{
    public const string NotYours = "Only those who handle this can do that. Nothing has changed.";

    public static Step Step(Arrival.Pressed pressed, Func<Incident, Academy, Turn, Known, Decision> decide) =>
        new(Needs(pressed), (turn, known) =>
            known.Case is { } incident
            && known.Trust.FindAcademy(incident.Academy) is { } academy
            && IncidentAudience.Of(incident.Report, academy, known.Trust) is var audience
            && audience.MayHandle(turn.Who.Id)
            // Pressed in a channel, what is shown may stand there for everybody.
            && (audience.InChannel || turn.Where.Kind is ConversationKind.Personal)
                ? decide(incident, academy, turn, known)
                : Decision.Tell(NotYours));

    public static Needs Needs(Arrival.Pressed pressed) => new()
    {
        Case = CaseReference.TryParse(pressed.Data.Text(Fields.Ref), out var reference) ? reference : null,
    };
}
