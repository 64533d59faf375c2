using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>Those who decide about it place a legal hold on a case, with a reason, or lift it.</summary>
internal static class HoldCase
{
    private const string NotForYou = "A legal hold is for the chief executive, the data protection officer or the headteacher. Nothing has changed.";

    public static Step Open(Arrival.Pressed pressed) => Step(pressed, (incident, academy, turn, known) => incident.Held is null
        ? Decision.Show(HoldCards.Form(incident, "", ReportProblems.None, ViewIncident.CardOf(turn, incident)))
        : Decision.Show(ShowTimeline.Card(incident, known.Trail, int.MaxValue, academy, turn, known)));

    public static Step Place(Arrival.Pressed pressed) => Step(pressed, (incident, academy, turn, known) =>
    {
        var reason = pressed.Data.Text(Fields.HoldReason);
        if (incident.Held is null && reason.Length is 0 or > Limits.NoReferral)
        {
            var problem = reason.Length == 0 ? "Please say why it must be kept." : $"Please keep this under {Limits.NoReferral} characters.";
            return Decision.Show(HoldCards.Form(incident, reason, ReportProblems.None.With(Fields.HoldReason, problem), ViewIncident.CardOf(turn, incident)));
        }
        return Decide(HoldRules.Place(incident, new LegalHold(reason, turn.Who.Ref, turn.When)), incident, academy, turn, known);
    });

    public static Step Lift(Arrival.Pressed pressed) => Step(pressed, (incident, academy, turn, known) =>
        Decide(HoldRules.Lift(incident, turn.Who.Ref, turn.When), incident, academy, turn, known));

    private static Step Step(Arrival.Pressed pressed, Func<Incident, Academy, Turn, Known, Decision> decide)
    {
        var step = HandleIncident.Step(pressed, (incident, academy, turn, known) =>
            turn.Where.Kind is not ConversationKind.Personal ? Decision.Tell(ShowTimeline.InPrivate)
            : HoldRules.MayHold(IncidentAudience.Of(incident.Report, academy, known.Trust), academy, known.Trust, turn.Who.Id) ? decide(incident, academy, turn, known)
            : Decision.Tell(NotForYou));
        return step with { Needs = ShowTimeline.Needed(step.Needs) };
    }

    // Somebody else was faster, or an old card: the timeline as it is now says so. A hold changes nothing for anybody else, so nobody is told.
    private static Decision Decide(Ruling<Incident> ruling, Incident incident, Academy academy, Turn turn, Known known) => ruling switch
    {
        Ruling<Incident>.Allowed allowed => new Decision
        {
            Case = new CaseChange(incident.Version, allowed.After, allowed.Entries),
            Shown = ShowTimeline.Card(allowed.After, [.. known.Trail, .. allowed.Entries], int.MaxValue, academy, turn, known),
        },
        _ => Decision.Show(ShowTimeline.Card(incident, known.Trail, int.MaxValue, academy, turn, known)),
    };
}
