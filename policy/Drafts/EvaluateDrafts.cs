using System.Text.Json;

namespace PolicyBot.Policy.Drafts;

/// <summary>The <c>evaluate</c> command for a file of drafts: runs them through the checks that the chat uses.</summary>
public static class EvaluateDrafts
{
    /// <summary>Whether the file is one of drafts: its first line that says anything tells.</summary>
    public static bool Suits(IEnumerable<string> lines) => lines.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) is { } first && DraftLine.IsOne(first);

    /// <summary>Prints the table, or with <c>--json</c> one JSON object for each line of the file, in its order.</summary>
    /// <returns>The exit code: 0; 1 when a line is not a draft, after a sentence that says which.</returns>
    public static int Run(IEnumerable<string> args, IDraftChecker checker, IEnumerable<string> lines, TextWriter output)
    {
        var json = args.Contains("--json", StringComparer.Ordinal);
        var score = new DraftScore();
        try
        {
            foreach (var (number, text) in lines.Index())
            {
                if (string.IsNullOrWhiteSpace(text))
                    continue;
                var line = DraftLine.Parse(text, number + 1);
                var found = checker.Check(line.Draft);
                if (json)
                    output.WriteLine(JsonSerializer.Serialize(new FoundLine(line.Id, Of(found, Severity.Serious), Of(found, Severity.Minor)), DraftJson.Default.FoundLine));
                else
                    score.Count(line, found);
            }
        }
        catch (FormatException fault)
        {
            output.WriteLine(fault.Message);
            return 1;
        }

        if (!json)
            output.Write(score.Table());
        return 0;
    }

    private static string[] Of(IEnumerable<Finding> found, Severity severity) => [.. found.Where(finding => finding.Severity == severity).Select(finding => finding.Rule)];
}
