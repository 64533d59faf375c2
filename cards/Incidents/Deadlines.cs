using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Incidents;

/// <summary>What has to be done by when, for those who handle a case. It stands there until it is recorded as done, or the case is closed.</summary>
internal static class Deadlines
{
    public static IEnumerable<Fact> Facts(Incident incident, Trust trust)
    {
        if (incident.Status is not (IncidentStatus.Reported or IncidentStatus.Acknowledged))
            yield break;
        if (IncidentClock.IcoBy(incident) is { } ico)
            yield return new Fact("Report to the ICO by", $"{When.Full(ico, trust)}, or record why not. These are 72 hours; weekends count");
        if (IncidentClock.LadoBy(incident, trust) is { } lado)
            yield return new Fact("Tell the LADO by", $"{When.Full(lado, trust)}, one working day after the report");
    }
}
