using PolicyBot.Policy;
using PolicyBot.Policy.Evaluating;

namespace PolicyBot.Bot.Commands;

/// <summary><c>train FOLDER [--check] [--cross-validate [--misses]]</c>: learns from the phrasings of a policy folder.</summary>
internal static class TrainFolder
{
    private static readonly string[] Known = ["--check", "--cross-validate", "--misses"];

    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [var folder, .. var options] || folder.StartsWith('-'))
        {
            errors.WriteLine("Say which policy folder: train FOLDER [--check] [--cross-validate [--misses]].");
            return 1;
        }
        if (options.FirstOrDefault(option => !Known.Contains(option)) is { } unknown)
        {
            errors.WriteLine($"'{unknown}' is not an option of train. Its options are --check, --cross-validate and --misses.");
            return 1;
        }
        if (options.Contains("--misses") && !options.Contains("--cross-validate"))
        {
            errors.WriteLine("--misses names what --cross-validate finds: give both, or neither. Nothing was written.");
            return 1;
        }
        try
        {
            return TrainCommand.Run(folder, options, output);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or PolicyException)
        {
            errors.WriteLine(fault.Message);
            return 1;
        }
    }
}
