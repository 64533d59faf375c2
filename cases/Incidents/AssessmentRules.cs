namespace PolicyBot.Cases.Incidents;

/// <summary>"Making an initial assessment when an incident is reported", and a better one when more is known.</summary>
public static class AssessmentRules
{
    public static Ruling<Incident> Assess(Incident incident, Assessment assessment) =>
        HandlingTrail.Obstacle(incident) is { } obstacle ? obstacle
        : !HandlingChoices.Has(HandlingChoices.Categories, assessment.Category) || !HandlingChoices.Has(HandlingChoices.Severities, assessment.Severity) || assessment.Harm.Length == 0
            ? new Ruling<Incident>.Refused("An assessment needs a category, a severity and what is affected.")
        : HandlingTrail.Record(
            incident, incident.Handling with { Assessment = assessment }, assessment.By, assessment.At, "incident.assessed", assessment, StoredJson.Default.Assessment);
}
