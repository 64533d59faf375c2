using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>How far an incident has got, in words that give nothing of it away.</summary>
internal static class Progress
{
    public static string InAWord(IncidentStatus status) => status switch
    {
        IncidentStatus.Reported => "Sent, waiting for somebody to take it on",
        IncidentStatus.Withdrawn => "Withdrawn by you",
        IncidentStatus.Acknowledged => "Somebody is looking into it",
        _ => "Finished",
    };

    /// <summary>Each step with its time; who took it, because people want to know whom to ask.</summary>
    public static FactSet Steps(Incident incident, Trust trust) => new(
        [
            new Fact("Reported", When.Full(incident.ReportedAt, trust)),
            new Fact("Acknowledged", incident.Acknowledged is { } seen ? $"{When.Full(seen.At, trust)}, by {UserText.Escape(seen.By.Name)}" : "Not yet"),
            new Fact("Finished", incident.Outcome is { } end ? When.Full(end.At, trust) : "Not yet"),
        ]);
}
