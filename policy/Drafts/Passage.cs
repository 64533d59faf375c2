using System.Text.RegularExpressions;

namespace PolicyBot.Policy.Drafts;

/// <summary>Where in a draft something stands.</summary>
internal enum PassageSource
{
    Text,
    Comment,
    Images,
}

/// <summary>A sentence of a draft, word for word. What a rule finds, it finds in one of these, so that people see at once what is meant.</summary>
internal sealed partial record Passage(PassageSource Source, string Words)
{
    /// <summary>Every sentence of the text, then of the comment, then of the pictures' description.</summary>
    public static IEnumerable<Passage> Of(Draft draft) =>
    [
        .. Cut(draft.Text).Select(words => new Passage(PassageSource.Text, words)),
        .. Cut(Clock().Replace(draft.Comment ?? "", "", 1)).Select(words => new Passage(PassageSource.Comment, words)),
        .. Cut(draft.Images ?? "").Select(words => new Passage(PassageSource.Images, words)),
    ];

    private static IEnumerable<string> Cut(string text) => End().Split(text).Select(words => words.Trim()).Where(words => words.Length > 0);

    // A title, an initial or a time does not end a sentence.
    [GeneratedRegex(@"(?<=[.!?…]['""’”)]*)(?<!\b(?:Mr|Mrs|Ms|Dr|St|Sr|Rev|Prof|vs|No|a\.m|p\.m|e\.g|i\.e|\d|[A-Z])\.)\s+|[\r\n]+", RegexOptions.None, 1000)]
    private static partial Regex End();

    [GeneratedRegex(@"^\s*\[[^\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex Clock();
}
