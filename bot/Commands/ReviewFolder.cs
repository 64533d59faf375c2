using PolicyBot.Policy;
using PolicyBot.Policy.Guidance;

namespace PolicyBot.Bot.Commands;

/// <summary><c>review FOLDER [--confirm SITUATION … | --confirm all]</c>: the short answers that wait because a clause was reworded, and that somebody has read them again.</summary>
internal static class ReviewFolder
{
    private const string Usage = "Say which policy folder, and what you have read: review FOLDER [--confirm SITUATION … | --confirm all].";

    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        ImmutableArray<string>? confirmed = args switch
        {
            [var folder] when !folder.StartsWith('-') => [],
            [var folder, "--confirm", _, ..] when !folder.StartsWith('-') && !args[2..].Any(word => word.StartsWith('-')) => [.. args[2..]],
            _ => null,
        };
        if (confirmed is not { } read)
        {
            errors.WriteLine(Usage);
            return 1;
        }
        try
        {
            return ReviewCommand.Run(args[0], read, output);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or PolicyException)
        {
            errors.WriteLine(fault.Message);
            return 1;
        }
    }
}
