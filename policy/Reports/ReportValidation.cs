using System.Collections.Immutable;

namespace PolicyBot.Policy.Reports;

/// <summary>How well the reports of somebody whose way of writing was never learnt are read: each voice in turn is left out of the learning, and then read.</summary>
internal static class ReportValidation
{
    public static ReportScore Of(ImmutableArray<Reported> reports)
    {
        var voices = reports.Select(report => report.Voice).Distinct(StringComparer.Ordinal).ToArray();
        var score = new ReportScore();
        foreach (var read in voices.AsParallel().AsOrdered().SelectMany(voice => Left(reports, voice)))
            score.Count(read.Report.Text, read.Report.Route, read.Taken);
        return score;
    }

    private static IEnumerable<(Reported Report, ReportRoute Taken)> Left(ImmutableArray<Reported> reports, string voice)
    {
        var reader = new ReportReader(ReportLearning.From(reports.Where(report => report.Voice != voice), ""));
        return [.. reports.Where(report => report.Voice == voice).Select(report => (report, reader.Read(new ReportWords(report.Text)).Route))];
    }
}
