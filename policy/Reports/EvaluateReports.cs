using System.Text.Json;

namespace PolicyBot.Policy.Reports;

/// <summary>The <c>evaluate</c> command for a file of reports: runs them through the reader that the chat uses.</summary>
public static class EvaluateReports
{
    /// <summary>Whether the file is one of reports: its first line that says anything tells.</summary>
    public static bool Suits(IEnumerable<string> lines) => lines.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) is { } first && ReportLine.IsOne(first);

    /// <summary>Prints the table, or with <c>--json</c> one JSON object for each line of the file, in its order.</summary>
    /// <returns>The exit code: 0; 1 when a line is not a report, after a sentence that says which.</returns>
    public static int Run(IEnumerable<string> args, ReportReader reader, IEnumerable<string> lines, TextWriter output)
    {
        var json = args.Contains("--json", StringComparer.Ordinal);
        var score = new ReportScore();
        try
        {
            foreach (var (number, line) in lines.Index())
            {
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                var report = ReportLine.Parse(line, number + 1);
                var taken = reader.Read(report.Words).Route;
                if (report.Route is { } name && ReportRoutes.Named(name) is { } right)
                    score.Count(report.Id, right, taken);
                if (json)
                    output.WriteLine(JsonSerializer.Serialize(new RouteLine(report.Id, taken.FileName()), ReportJson.Default.RouteLine));
            }
        }
        catch (FormatException fault)
        {
            output.WriteLine(fault.Message);
            return 1;
        }

        if (!json)
            output.Write(score.Table(naming: true));
        return 0;
    }
}
