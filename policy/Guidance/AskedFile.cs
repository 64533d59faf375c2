using System.Collections.Immutable;

namespace PolicyBot.Policy.Guidance;

/// <summary>
/// Reads a file of phrasings: a line with the subject in brackets, then one way of asking a line. ">>" parts the turns of a talk, and
/// "[one + other]" marks phrasings that belong to two subjects. Empty lines and lines that begin with "#" say nothing.
/// </summary>
internal static class AskedFile
{
    private const string TurnsApart = ">>";

    /// <summary>The phrasings of a file, in its order.</summary>
    /// <param name="nameOf">The full id of a subject that the file names shortly.</param>
    /// <exception cref="PolicyException">A line is no phrasing, or stands under no subject; the message names the file and the line.</exception>
    public static IEnumerable<Phrasing> Read(string path, string text, Func<string, string?> nameOf)
    {
        var voice = Path.GetFileNameWithoutExtension(path);
        ImmutableArray<string> subjects = [];
        foreach (var (number, line) in text.Split('\n').Select(line => line.Trim()).Index())
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[' && line[^1] == ']')
            {
                subjects = [.. line[1..^1].Split('+', StringSplitOptions.TrimEntries).Select(name => nameOf(name)
                    ?? throw new PolicyException($"{path}, line {number + 1}: nothing is called \"{name}\"."))];
                continue;
            }

            if (subjects.IsEmpty)
                throw new PolicyException($"{path}, line {number + 1}: a phrasing needs a line before it that names its subject, as [friend-request-pupil].");
            var turns = line.Split(TurnsApart, StringSplitOptions.TrimEntries);
            if (turns.Any(turn => turn.Length == 0))
                throw new PolicyException($"{path}, line {number + 1}: nothing is said on one side of \"{TurnsApart}\".");
            yield return new Phrasing(voice, subjects, [.. turns]);
        }
    }
}
