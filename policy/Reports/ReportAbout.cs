namespace PolicyBot.Policy.Reports;

/// <summary>
/// What the form's "who is it about" adds. People mistake it, so it decides between ways that are alike ("he messages one of my girls": who is he?) and
/// never whether a report is about safeguarding at all.
/// </summary>
internal static class ReportAbout
{
    private const float Likelier = 4;
    private const float SomewhatLikelier = 1.5f;
    private const float HardlyLikely = 0.05f;

    public static float Weight(string? about, ReportRoute route, List<ReportSense> senses) => (Kind(about), route) switch
    {
        // Neither the form nor the words name somebody who works here.
        ("outsider", ReportRoute.AllegationStaff or ReportRoute.AllegationHead) when !senses.Contains(ReportSense.Staff) && !senses.Contains(ReportSense.Head) => HardlyLikely,
        // An adult who works here is never an unknown one.
        ("head" or "staff", ReportRoute.AdultContactingChild) => HardlyLikely,
        ("head", ReportRoute.AllegationHead) => Likelier,
        ("staff", ReportRoute.AllegationStaff) => Likelier,
        ("staff", ReportRoute.StaffTarget or ReportRoute.Grievance) => SomewhatLikelier,
        ("parent", ReportRoute.ParentComment) => Likelier,
        ("parent", ReportRoute.ChildAtRisk) => SomewhatLikelier,
        ("outsider", ReportRoute.AdultContactingChild) => Likelier,
        ("outsider", ReportRoute.Crime) => SomewhatLikelier,
        ("pupil", ReportRoute.ChildAtRisk or ReportRoute.IndecentImage) => SomewhatLikelier,
        _ => 1,
    };

    private static string Kind(string? about) => about?.Trim().ToLowerInvariant() switch
    {
        "head" or "headteacher" or "principal" => "head",
        "staff" or "teacher" or "colleague" or "governor" or "volunteer" or "coach" => "staff",
        "parent" or "carer" or "parents" or "family" => "parent",
        "outsider" or "stranger" or "unknown" => "outsider",
        "pupil" or "pupils" or "student" or "child" => "pupil",
        _ => "",
    };
}
