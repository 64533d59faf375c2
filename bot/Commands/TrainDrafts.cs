using Microsoft.Extensions.Configuration;
using PolicyBot.Policy;
using PolicyBot.Policy.Drafts;

namespace PolicyBot.Bot.Commands;

/// <summary><c>train-drafts [--check] [--cross-validate]</c>: learns from the drafts in the repository's <c>policy/Drafts</c>.</summary>
internal static class TrainDrafts
{
    private static readonly string[] Known = ["--check", "--cross-validate"];

    public static int Run(string[] options, IConfiguration configuration, TextWriter output, TextWriter errors)
    {
        if (options.FirstOrDefault(option => !Known.Contains(option)) is { } unknown)
        {
            errors.WriteLine($"'{unknown}' is not an option of train-drafts. Its options are --check and --cross-validate.");
            return 1;
        }
        if (FindFolder() is not { } folder)
        {
            errors.WriteLine("There are no drafts to learn from: run this inside the repository.");
            return 1;
        }
        try
        {
            return TrainDraftsCommand.Run(folder, options, PolicyLibrary.Load(Composition.PolicyFolderOf(configuration)), output);
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
            var candidate = Path.Combine(at.FullName, "policy", "Drafts");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
