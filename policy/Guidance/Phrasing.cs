using System.Collections.Immutable;

namespace PolicyBot.Policy.Guidance;

/// <summary>One way of asking.</summary>
/// <param name="Voice">Whose way it is: the file's name. Learning is checked by leaving out one voice after the other.</param>
/// <param name="Subjects">The ids of what it is about; two when it is marked as shared.</param>
/// <param name="Turns">What was said one after the other; the last is asked now.</param>
internal sealed record Phrasing(string Voice, ImmutableArray<string> Subjects, ImmutableArray<string> Turns)
{
    public string Question => Turns[^1];

    public string Earlier => string.Join(' ', Turns[..^1]);
}
