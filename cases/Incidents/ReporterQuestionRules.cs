using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Whoever reported it is asked something, and answers once.</summary>
public static class ReporterQuestionRules
{
    public static Ruling<Incident> Ask(Incident incident, string text, PersonRef by, DateTimeOffset now)
    {
        if (HandlingTrail.Obstacle(incident) is { } obstacle)
            return obstacle;
        if (text.Length == 0)
            return new Ruling<Incident>.Refused("Please write your question first.");
        var question = new ReporterQuestion(incident.Handling.Questions.Length + 1, text, by, now);
        return HandlingTrail.Record(
            incident, incident.Handling with { Questions = incident.Handling.Questions.Add(question) }, by, now, "incident.reporter_asked", question, StoredJson.Default.ReporterQuestion);
    }

    /// <summary>Theirs to answer: they reported it, and it is not about them.</summary>
    public static ReporterQuestion? Find(Incident incident, int number, Academy academy, string personId) =>
        incident.Reporter.Id.Equals(personId, StringComparison.OrdinalIgnoreCase) && !IncidentSubjects.Include(incident.Report, academy, personId)
            ? incident.Handling.Questions.FirstOrDefault(question => question.Number == number)
            : null;

    public static Ruling<Incident> Answer(Incident incident, ReporterQuestion question, string text, DateTimeOffset now)
    {
        if (HandlingTrail.Obstacle(incident) is { } obstacle)
            return obstacle;
        if (question.Answer is not null)
            return new Ruling<Incident>.Refused("You answered this already.");
        if (text.Length == 0)
            return new Ruling<Incident>.Refused("Please write your answer first.");
        var answer = new ReporterAnswer(question.Number, text, incident.Reporter, now);
        return HandlingTrail.Record(
            incident, incident.Handling with { Questions = incident.Handling.Questions.Replace(question, question with { Answer = answer }) },
            incident.Reporter, now, "incident.reporter_answered", answer, StoredJson.Default.ReporterAnswer);
    }
}
