using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PolicyBot.Cards;
using PolicyBot.Cases.Conversations;

namespace PolicyBot.Dialogs;

/// <summary>Questions that lean on the one before: "and what about parents?" says nothing to a person who was not there.</summary>
internal static partial class FollowUp
{
    private const int FewWords = 3;
    private const int MostWords = 12;
    private const int WaitMs = 1000;

    private static readonly FrozenSet<string> Opening = Set("and but so or also then ok okay same even");
    private static readonly FrozenSet<string> Asking = Set("what how");
    private static readonly FrozenSet<string> PointingBack = Set(
        "it its that this they them their theirs those these he him his she her there one ones either instead otherwise too though then same still");

    /// <summary>The question that this one leans on; null when it can be understood alone.</summary>
    /// <param name="earlier">What was asked before in the same talk, oldest first.</param>
    public static AskedQuestion? LeansOn(string question, IEnumerable<AskedQuestion> earlier) =>
        earlier.LastOrDefault(asked => asked.Given is not null) is { } before && Leans(question) ? before : null;

    /// <summary>All that a person has to read before a question that leans on this one: what this one leans on itself comes first.</summary>
    public static string Whole(AskedQuestion before) =>
        UserText.Shorten(before.Before is { } first ? $"{first}\n{before.Question}" : before.Question, Limits.Before);

    // Rather once too often: what goes along is shown before anything is sent.
    private static bool Leans(string question)
    {
        var words = new List<string>(MostWords + 1);
        foreach (var match in Word().EnumerateMatches(question))
        {
            words.Add(WithoutEnding(question.AsSpan(match.Index, match.Length)));
            if (words.Count > MostWords)
                break;
        }
        return words switch
        {
            [] => false,
            [var first, ..] when Opening.Contains(first) => true,
            [var first, "about" or "if", ..] when Asking.Contains(first) => true,
            _ => words.Count <= FewWords || (words.Count <= MostWords && words.Exists(PointingBack.Contains)),
        };
    }

    // "That's" is "that".
    private static string WithoutEnding(ReadOnlySpan<char> word) =>
        (word.IndexOfAny('\'', '’') is > 0 and var end ? word[..end] : word).ToString().ToLowerInvariant();

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\d]+(?:['’]\p{L}+)?", RegexOptions.None, WaitMs)]
    private static partial Regex Word();
}
