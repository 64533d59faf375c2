using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Incidents;

/// <summary>What can be done about an incident besides acknowledging and closing it.</summary>
public enum HandlingAct
{
    TakeOver,
    HandOn,
    Assess,
    Involve,
    Refer,
    AskReporter,
    Note,
    CommentStep,
    Breach,
    Reopen,
}

public static class HandlingActs
{
    /// <summary>What works now, for this person: nothing is offered that would be refused.</summary>
    public static ImmutableArray<HandlingAct> Offered(CaseView view) => view.Incident.Status switch
    {
        IncidentStatus.Closed => [HandlingAct.Reopen],
        IncidentStatus.Acknowledged => [.. Enum.GetValues<HandlingAct>().Where(act => act switch
        {
            HandlingAct.TakeOver => !IsOwner(view, view.Reader),
            HandlingAct.HandOn => view.Successors.Any(),
            HandlingAct.AskReporter => !IncidentSubjects.Include(view.Incident.Report, view.Academy, view.Incident.Reporter.Id),
            HandlingAct.CommentStep => CommentRules.Next(view.Incident) is not null,
            HandlingAct.Breach => view.Incident.Report.Route is Route.DataBreach,
            HandlingAct.Reopen => false,
            _ => true,
        })],
        _ => [],
    };

    public static string Title(HandlingAct act) => act switch
    {
        HandlingAct.TakeOver => "Take it over",
        HandlingAct.HandOn => "Hand it on",
        HandlingAct.Assess => "Make the initial assessment",
        HandlingAct.Involve => "Involve somebody",
        HandlingAct.Refer => "Record a referral outside",
        HandlingAct.AskReporter => "Ask the reporter something",
        HandlingAct.Note => "Write a note",
        HandlingAct.CommentStep => "Record a step with the parent",
        HandlingAct.Breach => "Record the decision about the ICO",
        _ => "Open it again",
    };

    internal static bool IsOwner(CaseView view, string personId) => personId.Equals(view.Incident.Owner?.Id, StringComparison.OrdinalIgnoreCase);
}
