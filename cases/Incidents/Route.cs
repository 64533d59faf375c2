namespace PolicyBot.Cases.Incidents;

/// <summary>
/// Which way a report goes: what it may be about decides who receives it and what must not happen. The safest stands first: of two routes that come
/// into question the earlier one is taken (<see cref="RouteRules.Safest"/>), because fewer people see it, or help comes sooner.
/// </summary>
public enum Route
{
    /// <summary>Somebody is in danger now.</summary>
    Danger,

    /// <summary>An allegation about the headteacher.</summary>
    AllegationHead,

    /// <summary>An allegation about an adult who works with children.</summary>
    AllegationStaff,

    /// <summary>A nude or indecent image of somebody under 18.</summary>
    IndecentImage,

    /// <summary>An adult who is not known, or not of the school, contacts a child.</summary>
    AdultContactingChild,

    /// <summary>A child may be at risk or has been harmed.</summary>
    ChildAtRisk,

    /// <summary>Personal data was lost, or seen by people who should not see it.</summary>
    DataBreach,

    /// <summary>A crime without a child at risk: threats, hate, harassment, extortion, intrusion.</summary>
    Crime,

    /// <summary>A member of staff is the target of abuse.</summary>
    StaffTarget,

    /// <summary>A parent comments on an account of the Trust.</summary>
    ParentComment,

    /// <summary>Anything else: SLT makes the initial assessment.</summary>
    Other,

    /// <summary>The reporter's own dispute at work. Not an incident: people are told where to take it.</summary>
    Grievance,
}

public static class RouteRules
{
    /// <summary>True where the safeguarding side decides and no word may stand in a channel.</summary>
    public static bool IsSafeguarding(this Route route) => route <= Route.ChildAtRisk;

    /// <summary>True where it is about an adult who works with children: kept apart from their colleagues, the safeguarding lead has the child's side.</summary>
    public static bool IsAllegation(this Route route) => route is Route.AllegationHead or Route.AllegationStaff;

    /// <summary>The route that the first answer alone gives. Unsure counts: the safe side is the safeguarding side.</summary>
    public static Route Of(Risk risk) => risk switch
    {
        Risk.None => Route.Other,
        Risk.DangerNow => Route.Danger,
        _ => Route.ChildAtRisk,
    };

    /// <summary>What the reporter answered and what the words suggest may differ; whichever it is, the safer recipients get theirs.</summary>
    public static Route Safest(params ReadOnlySpan<Route> routes)
    {
        var safest = Route.Grievance;
        foreach (var route in routes)
            safest = route < safest ? route : safest;
        return safest;
    }
}
