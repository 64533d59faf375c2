namespace PolicyBot.Policy.Reports;

/// <summary>Which way a report goes, in the order in which the first that fits is taken.</summary>
public enum ReportRoute
{
    /// <summary>Somebody is in danger now: 999 first.</summary>
    Danger,
    ChildAtRisk,

    /// <summary>A nude or indecent picture of somebody under 18.</summary>
    IndecentImage,

    /// <summary>An adult whom nobody knows, or whose identity is in doubt, seeks out a child.</summary>
    AdultContactingChild,

    /// <summary>A known adult who works with children is the source of harm.</summary>
    AllegationStaff,

    /// <summary>The head is.</summary>
    AllegationHead,
    DataBreach,
    Crime,
    StaffTarget,
    ParentComment,
    Grievance,
    Other,
}

public static class ReportRoutes
{
    /// <summary>True when a safeguarding lead, or whoever deals with allegations, must be told.</summary>
    public static bool IsSafeguarding(this ReportRoute route) => route <= ReportRoute.AllegationHead;

    /// <summary>The route as files write it: <c>child_at_risk</c>.</summary>
    public static string FileName(this ReportRoute route) => route switch
    {
        ReportRoute.Danger => "danger",
        ReportRoute.ChildAtRisk => "child_at_risk",
        ReportRoute.IndecentImage => "indecent_image",
        ReportRoute.AdultContactingChild => "adult_contacting_child",
        ReportRoute.AllegationStaff => "allegation_staff",
        ReportRoute.AllegationHead => "allegation_head",
        ReportRoute.DataBreach => "data_breach",
        ReportRoute.Crime => "crime",
        ReportRoute.StaffTarget => "staff_target",
        ReportRoute.ParentComment => "parent_comment",
        ReportRoute.Grievance => "grievance",
        _ => "other",
    };

    /// <summary>The route that a file calls so; null when there is none.</summary>
    public static ReportRoute? Named(string name)
    {
        foreach (var route in Enum.GetValues<ReportRoute>())
        {
            if (route.FileName() == name)
                return route;
        }

        return null;
    }
}
