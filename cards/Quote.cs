using System.Text;
using PolicyBot.Cards.Elements;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>The policy's own words, marked as such, with where they stand and what standing they have.</summary>
internal static class Quote
{
    public static Container Of(Citation citation) =>
        Of(citation.Clause, $"{SectionName(citation.Clause.SectionPath)}. {Standing(citation.Document)}");

    /// <summary>A further clause. What was said of the document under the first is not said again: people skip what they have read.</summary>
    public static Container After(Citation first, Citation citation) =>
        citation.Document == first.Document ? Of(citation.Clause, SectionName(citation.Clause.SectionPath)) : Of(citation);

    private static Container Of(Clause clause, string place) =>
        new([new TextBlock($"“{Verbatim(clause.Text)}”"), Lines.Quiet(place)]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium };

    /// <summary>As "Social Media policy, issue 001: DRAFT, not yet approved".</summary>
    public static string Standing(PolicyDocument document)
    {
        var status = document.Status switch
        {
            PolicyStatus.Draft => "DRAFT, not yet approved",
            _ when document.ApprovedBy is { Length: > 0 } by => $"approved by {Verbatim(by)}",
            _ => "approved",
        };
        var issue = document.IssueNumber is { } number ? $", issue {Verbatim(number)}" : "";
        return $"{Verbatim(document.Title)} policy{issue}: {status}";
    }

    public static string SectionName(ImmutableArray<string> path) => Verbatim(string.Join(" › ", path));

    /// <summary>Each printed line as a block of its own, with the bullet that the page has: clients indent lists off a phone's edge.</summary>
    public static IEnumerable<CardElement> Paragraphs(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => Lines.Plain(Verbatim(line.StartsWith("- ", StringComparison.Ordinal) ? $"• {line[2..]}" : line)));

    /// <summary>
    /// Only what would change the look of a sentence is escaped. The Trust's own text is nobody's trap: its lists stay lists and its
    /// brackets stay free of backslashes on clients that know no escapes.
    /// </summary>
    public static string Verbatim(string text)
    {
        var verbatim = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' or '*' or '_' or '`' or '[' or ']' => verbatim.Append('\\').Append(letter),
                '<' => verbatim.Append("&lt;"),
                _ => verbatim.Append(letter),
            };
        }
        return verbatim.ToString();
    }
}
