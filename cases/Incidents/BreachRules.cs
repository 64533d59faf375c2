namespace PolicyBot.Cases.Incidents;

/// <summary>Whether a loss of personal data is reported to the ICO. Somebody may think again; the trail keeps both.</summary>
public static class BreachRules
{
    public static Ruling<Incident> Decide(Incident incident, BreachDecision decision) =>
        HandlingTrail.Obstacle(incident) is { } obstacle ? obstacle
        : incident.Report.Route is not Route.DataBreach ? new Ruling<Incident>.Refused("This is not about personal data.")
        : !HandlingChoices.Has(HandlingChoices.BreachDecisions, decision.Result) ? new Ruling<Incident>.Refused("Please choose what was decided.")
        : decision is { Result: BreachDecision.NotReported, Reason: null or "" } ? new Ruling<Incident>.Refused("Please say why it was not reported: the law wants it recorded.")
        : HandlingTrail.Record(
            incident with { Breach = decision }, incident.Handling, decision.By, decision.At, "incident.breach_decided", decision, StoredJson.Default.BreachDecision);
}
