namespace PolicyBot.Cases.Incidents;

/// <summary>The policy's way with a parent's comment: ask to remove it, invite to talk in person, then the complaints procedure; one after the other, each once.</summary>
public static class CommentRules
{
    /// <summary>The step that comes next; null where all are done, or it is not about a parent's comment.</summary>
    public static string? Next(Incident incident) =>
        incident.Report.Route is Route.ParentComment && incident.Handling.CommentSteps.Length < HandlingChoices.CommentSteps.Length
            ? HandlingChoices.CommentSteps[incident.Handling.CommentSteps.Length].Value
            : null;

    public static Ruling<Incident> Take(Incident incident, CommentStep step) =>
        HandlingTrail.Obstacle(incident) is { } obstacle ? obstacle
        : step.Step != Next(incident) ? new Ruling<Incident>.Refused("This is not the next step.")
        : HandlingTrail.Record(
            incident, incident.Handling with { CommentSteps = incident.Handling.CommentSteps.Add(step) }, step.By, step.At, "incident.comment_step", step, StoredJson.Default.CommentStep);
}
