using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Dialogs;

/// <summary>A handler reads all that happened to a case, in their own chat.</summary>
internal static class ShowTimeline
{
    public const string InPrivate = "Please do this in your own chat with me: type cases there.";

    public static Step Step(Arrival.Pressed pressed)
    {
        var step = HandleIncident.Step(pressed, (incident, academy, turn, known) => turn.Where.Kind is ConversationKind.Personal
            ? Decision.Show(Card(incident, known.Trail, ListCases.PageOf(pressed), academy, turn, known))
            : Decision.Tell(InPrivate));
        return step with { Needs = Needed(step.Needs) };
    }

    public static Needs Needed(Needs needs) => needs with { Trail = true, Handling = Incident.Standings(static _ => true) };

    public static Cards.Message Card(Incident incident, ImmutableArray<TrailEntry> trail, int page, Academy academy, Turn turn, Known known) => TimelineCards.Card(
        incident, trail, SeenBefore.Of(incident, known.Handling, turn.Who.Id, known.Trust), page,
        HoldRules.MayHold(IncidentAudience.Of(incident.Report, academy, known.Trust), academy, known.Trust, turn.Who.Id), known.Trust, ViewIncident.CardOf(turn, incident));
}
