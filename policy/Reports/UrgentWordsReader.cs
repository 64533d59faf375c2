namespace PolicyBot.Policy.Reports;

/// <summary>Hears the alarm in a report by the same fixed words as in a question. What raises no alarm is anything else.</summary>
public sealed class UrgentWordsReader : IReportReader
{
    public ReportReading Read(ReportWords words)
    {
        Span<char> folded = stackalloc char[Words.LongestText];
        var text = folded[..Words.Fold($"{words.Text} {words.About}", folded)];
        return new ReportReading(
            UrgentWords.In(text) switch
            {
                _ when words.DangerNow => ReportRoute.Danger,
                UrgentKind.Danger => ReportRoute.Danger,
                UrgentKind.IndecentImage => ReportRoute.IndecentImage,
                UrgentKind.AdultContact => ReportRoute.AdultContactingChild,
                UrgentKind.ChildAtRisk or UrgentKind.SelfHarm => ReportRoute.ChildAtRisk,
                _ => ReportRoute.Other,
            },
            Sure: words.DangerNow);
    }
}
