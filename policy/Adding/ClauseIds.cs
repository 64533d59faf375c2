using System.Globalization;
using System.Text;

namespace PolicyBot.Policy.Adding;

/// <summary>Gives clauses ids that people can read: "images.filmed-photographed-wishes". An id that was ever taken is not given to another clause.</summary>
internal sealed class ClauseIds(IEnumerable<string> taken)
{
    private const int SectionWords = 2;
    private const int ClauseWords = 4;

    private static readonly HashSet<string> Small =
    [
        .. "a about all also an and any are as at be been being but by can do for from has have he her his if in into is it its may must of on or our s shall she should so such that the their them then there these they this those to up was we were where which who will with within would you your"
            .Split(' '),
    ];

    private readonly HashSet<string> taken = new(taken, StringComparer.Ordinal);

    public string Next(string heading, string text)
    {
        var section = Words(heading).Where(word => !char.IsDigit(word[0])).Take(SectionWords).ToList(); // numbers of headings change when one is put in
        var words = Words(text).Where(word => !section.Contains(word, StringComparer.Ordinal)).Take(ClauseWords);
        var id = $"{Joined(section, "section")}.{Joined(words, "clause")}";
        var numbered = id;
        for (var number = 2; !taken.Add(numbered); number++)
            numbered = string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");
        return numbered;
    }

    /// <summary>A name for a folder: letters, digits and hyphens only.</summary>
    public static string Slug(string title) => string.Join('-', Plain(title).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Joined(IEnumerable<string> words, string otherwise) => string.Join('-', words) is { Length: > 0 } joined ? joined : otherwise;

    private static IEnumerable<string> Words(string text) => Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Small.Contains(word));

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (letter is '\'' or '’' || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
                continue;
            plain.Append(char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }
        return plain.ToString();
    }
}
