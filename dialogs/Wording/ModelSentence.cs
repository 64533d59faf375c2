using System.Text.RegularExpressions;
using PolicyBot.Cards;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs.Wording;

/// <summary>The short answer that a model wrote, held to what may be said in the Trust's name without anybody having read it.</summary>
internal static partial class ModelSentence
{
    private const int Longest = 300;
    private const int LongestQuotation = 3;
    private const int WaitMs = 1000;

    /// <summary>The sentence with its verdict before it, in plain text; null when it may not be said.</summary>
    /// <param name="clauses">What the model was given to answer from.</param>
    public static string? Of(string says, Verdict verdict, ImmutableArray<Clause> clauses, Known known)
    {
        var sentence = says.Trim();
        if (sentence.Length is 0 or > Longest || UserText.Plain(sentence) != sentence || Forbidden().IsMatch(sentence))
            return null;
        if (Opening().Match(sentence) is { Success: true } opening)
        {
            if (!Agrees(opening.Groups["word"].Value, verdict))
                return null;
            sentence = sentence[opening.Length..];
        }
        if (sentence.Length < 2 || Saying(sentence, verdict) is not { } whole || QuotesWhatIsNotThere(sentence, clauses) || NamesSomebody(sentence, known))
            return null;
        return whole;
    }

    private static bool Agrees(string opening, Verdict verdict) => verdict switch
    {
        Verdict.Yes => opening.Equals("yes", StringComparison.OrdinalIgnoreCase),
        Verdict.No => opening.Equals("no", StringComparison.OrdinalIgnoreCase),
        Verdict.Conditional => opening.StartsWith("it", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static string? Saying(string sentence, Verdict verdict)
    {
        var capital = char.ToUpperInvariant(sentence[0]) + sentence[1..];
        return verdict switch
        {
            Verdict.Yes => $"Yes. {capital}",
            Verdict.No => $"No. {capital}",
            Verdict.Conditional => $"It depends. {capital}",
            _ => capital,
        };
    }

    // A word or two in quotation marks is a term. More reads as the policy's own words, so it has to be.
    private static bool QuotesWhatIsNotThere(string sentence, ImmutableArray<Clause> clauses) => Quotation().Matches(sentence).Any(quotation =>
    {
        var quoted = Words(quotation.Groups["words"].Value);
        return quoted.Count(letter => letter == ' ') - 1 > LongestQuotation
            && !clauses.Any(clause => Words(clause.Text).Contains(quoted, StringComparison.Ordinal));
    });

    // As words with a space before and after each, so that only whole words match.
    private static string Words(string text) => $" {string.Join(' ', Word().Matches(text.Replace('’', '\'')).Select(word => word.Value.ToLowerInvariant()))} ";

    private static bool NamesSomebody(string sentence, Known known) => NamelessPolicy.Of(known).Nameless.Printed(sentence) != sentence;

    // Links, addresses and markdown; a place in the policy, which the card names and a model may make up; a number to ring or to write to; several lines.
    [GeneratedRegex(@"[\n\r*_`\[\]<>#|~\\{}@^]|://|www\.|[\p{L}\d]{2,}\.[\p{L}\d]{2,}|\b(?:clause|section|paragraph|appendix|annex|article|page|chapter|footnote)s?\b|\d(?:[\s-]?\d){4,}", RegexOptions.IgnoreCase, WaitMs)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^(?<word>yes|no|it\s+depends)(?:\s*[.,:;!–—-]+\s*|\s+(?=(?:you|staff|they|we|it|that|this)\b))", RegexOptions.IgnoreCase, WaitMs)]
    private static partial Regex Opening();

    // To its end, or to the end of the sentence when nothing closes it. A single mark after a letter is an apostrophe.
    [GeneratedRegex("[“”\"„«»](?<words>[^“”\"„«»]*)[“”\"„«»]?|(?<![\\p{L}\\d])['‘’](?<words>(?:[^'‘’]|['’](?=\\p{L}))*)['’]?", RegexOptions.None, WaitMs)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"[\p{L}\d]+(?:'[\p{L}]+)?", RegexOptions.None, WaitMs)]
    private static partial Regex Word();
}
