using PolicyBot.Policy.Reports;

namespace PolicyBot.Tests.Fakes;

/// <summary>Hears in a report what its first word names, such as "Crime: they threatened us"; anything else in all others.</summary>
internal sealed class ScriptedReader : IReportReader
{
    public ReportReading Read(ReportWords words) =>
        new(Enum.TryParse<ReportRoute>(words.Text.Split(':')[0], out var route) && Enum.IsDefined(route) ? route : ReportRoute.Other, Sure: true);
}
