using PolicyBot.Policy;
using PolicyBot.Policy.Reports;

namespace PolicyBot.Bot.Commands;

/// <summary><c>train-reports [--check] [--cross-validate [--misses]]</c>: learns from the reports in the repository's <c>policy/Reports</c>.</summary>
internal static class TrainReports
{
    private static readonly string[] Known = ["--check", "--cross-validate", "--misses"];

    public static int Run(string[] options, TextWriter output, TextWriter errors)
    {
        if (options.FirstOrDefault(option => !Known.Contains(option)) is { } unknown)
        {
            errors.WriteLine($"'{unknown}' is not an option of train-reports. Its options are --check, --cross-validate and --misses.");
            return 1;
        }
        if (FindFolder() is not { } folder)
        {
            errors.WriteLine("There are no reports to learn from: run this inside the repository.");
            return 1;
        }
        try
        {
            return TrainReportsCommand.Run(folder, options, output);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or PolicyException)
        {
            errors.WriteLine(fault.Message);
            return 1;
        }
    }

    // Upwards from where we stand: dotnet run stands in the project's folder, and people anywhere in the repository.
    private static string? FindFolder()
    {
        for (var at = new DirectoryInfo(Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "policy", "Reports");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
