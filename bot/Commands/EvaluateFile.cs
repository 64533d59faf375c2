using Microsoft.Extensions.Configuration;
using PolicyBot.Policy;
using PolicyBot.Policy.Drafts;
using PolicyBot.Policy.Evaluating;
using PolicyBot.Policy.Reports;

namespace PolicyBot.Bot.Commands;

/// <summary><c>evaluate FILE [--json]</c>: runs a file of questions through the answerer that the chat uses, with the policies that the bot would serve, a file of reports through the reader of reports, or a file of drafts through the checks before posting.</summary>
internal static class EvaluateFile
{
    private static readonly string[] Known = ["--json"];

    public static int Run(string[] args, IConfiguration configuration, TextWriter output, TextWriter errors)
    {
        if (args is not [var file, .. var options] || file.StartsWith('-'))
        {
            errors.WriteLine("Say which file: evaluate FILE [--json].");
            return 1;
        }
        if (options.FirstOrDefault(option => !Known.Contains(option)) is { } unknown)
        {
            errors.WriteLine($"'{unknown}' is not an option of evaluate. Its option is --json.");
            return 1;
        }
        try
        {
            if (EvaluateReports.Suits(File.ReadLines(file)))
                return EvaluateReports.Run(options, ReportReader.Load(), File.ReadLines(file), output);
            var library = PolicyLibrary.Load(Composition.PolicyFolderOf(configuration));
            if (EvaluateDrafts.Suits(File.ReadLines(file)))
                return EvaluateDrafts.Run(options, new DraftChecker(library), File.ReadLines(file), output);
            using var questions = File.OpenText(file);
            return EvaluateCommand.Run(options, new PolicyAnswerer(library), questions, output, TimeProvider.System);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or PolicyException)
        {
            errors.WriteLine(fault.Message);
            return 1;
        }
    }
}
