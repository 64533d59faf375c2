using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>An answer that a language model has worded: its words stand above the card, marked, with a number for each clause that the card quotes.</summary>
internal static class GeneratedAnswer
{
    // Teams cuts longer ones off.
    private const int LongestName = 80;
    private const int LongestAbstract = 160;

    /// <summary>The card with the model's words above it.</summary>
    /// <param name="found">What the model worded.</param>
    /// <param name="card">The card with the clauses and without a short answer.</param>
    public static Message Above(Answer.Found found, Message card) => card with
    {
        Text = $"{UserText.Escape(found.Says!)} {string.Concat(found.Clauses.Select((_, number) => $"[{number + 1}]"))}",
        Generated = [.. found.Clauses.Select(SourceOf)],
    };

    private static Source SourceOf(Citation citation) => new(
        UserText.Shorten($"{citation.Document.Title}: {string.Join(" › ", citation.Clause.SectionPath)}", LongestName),
        UserText.Shorten(citation.Clause.Text, LongestAbstract));
}
