namespace PolicyBot.Policy.Reports;

/// <summary>Reads a report's words and says which way it sounds as if it should go. Pure, and only ever a suggestion: the reporter is asked.</summary>
public interface IReportReader
{
    ReportReading Read(ReportWords words);
}
