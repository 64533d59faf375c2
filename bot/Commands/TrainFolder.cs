using PolicyBot.Policy;
using PolicyBot.Policy.Evaluating;

namespace PolicyBot.Bot.Commands;

/// <summary><c>train FOLDER [--check] [--cross-validate]</c>: learns from the phrasings of a policy folder.</summary>
internal static class TrainFolder
{
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [var folder, .. var options] || folder.StartsWith('-'))
        {
            errors.WriteLine("Say which policy folder: train FOLDER [--check] [--cross-validate].");
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
