using System.Globalization;
using System.Text;

namespace PolicyBot.Dialogs.Wording;

/// <summary>The people whose names are known, found again however their names are typed.</summary>
internal sealed class NamedPeople
{
    private const int ShortestJoined = 5;

    private readonly Dictionary<string, HashSet<int>> parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> joined = new(StringComparer.Ordinal);

    public NamedPeople(IEnumerable<string> names)
    {
        foreach (var (person, name) in names.Index())
        {
            var folded = name.Split((char[]?)[' ', '-', '.', ',', '_', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(part => part.Length > 0).ToList();
            var halves = name.Split((char[]?)['\'', '’', ' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(half => half.Length > 2);
            foreach (var part in folded.Where(part => part.Length > 1).Concat(halves))
            {
                if (!parts.TryGetValue(part, out var bearers))
                    parts[part] = bearers = [];
                bearers.Add(person);
            }
            foreach (var (number, part) in folded.Index())
                joined.UnionWith(folded.Where((_, other) => other != number).SelectMany(other => (string[])[part + other, part[..1] + other]).Where(each => each.Length >= ShortestJoined));
        }
    }

    /// <summary>Whose name this word is a part of; the plural and the owner's s are the same word.</summary>
    public IReadOnlySet<int> Bearers(string folded) =>
        parts.GetValueOrDefault(folded) ?? (folded.EndsWith('s') ? parts.GetValueOrDefault(folded[..^1]) : null) ?? [];

    /// <summary>Whether a whole name is written in one word: priyanair, nairpriya, pnair.</summary>
    public bool Joined(string folded) => folded.Length >= ShortestJoined && joined.Any(name => folded.Contains(name, StringComparison.Ordinal));

    /// <summary>A word without capitals, accents and apostrophes.</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetter(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(letter));
        }
        return folded.ToString();
    }
}
