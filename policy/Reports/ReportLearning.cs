using PolicyBot.Policy.Recognition;

namespace PolicyBot.Policy.Reports;

/// <summary>From reports whose route is known to what is learnt from them.</summary>
internal static class ReportLearning
{
    // A route with few reports counts as much as one with many: none may be drowned.
    public static ModelData From(IEnumerable<Reported> reports, string fingerprint) => Learning.From(
        [.. reports.Select(report => new Lesson(report.Text, ReportSenses.Told(ReportSenses.In(report.Text)), [report.Route.FileName()]))],
        route => route,
        fingerprint);
}
