using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Questions;
using PolicyBot.Policy;
using Choice = PolicyBot.Cards.Elements.Choice;

namespace PolicyBot.Cards;

/// <summary>The clauses of the policy as a question's record names them.</summary>
public static class QuestionClauses
{
    // Each is a line of the form, and all of it must fit on one card.
    private const int MostOffered = 80;
    private const int LongestTitle = 70;
    private const int LongestDocument = 30;

    /// <summary>The clause as it stands today; null when it is gone.</summary>
    public static Citation? Find(ClauseRef clause, PolicyLibrary library) =>
        library.Documents.FirstOrDefault(document => document.Title == clause.Document) is { } document && document.Clause(clause.Clause) is { } found
            ? new Citation(document, found)
            : null;

    /// <summary>The clause that a choice means (see <see cref="Choices"/>); null when it means none.</summary>
    public static ClauseRef? Read(string value, PolicyLibrary library) =>
        library.Documents.SelectMany(document => document.Clauses, (document, clause) => new ClauseRef(document.Title, clause.Id)).FirstOrDefault(clause => Value(clause) == value);

    /// <summary>The choice that stands for a clause; empty for none.</summary>
    public static string Write(ClauseRef? clause, PolicyLibrary library) => clause is not null && Find(clause, library) is not null ? Value(clause) : "";

    /// <summary>
    /// Clauses to choose from, by their heading and first words, and by their document where there are several. Those that the bot had quoted come
    /// first, then their neighbours under the same heading, then the others of the same documents.
    /// </summary>
    internal static ImmutableArray<Choice> Choices(GivenAnswer given, PolicyLibrary library)
    {
        var quoted = given.Clauses.Select(clause => Find(clause, library)).OfType<Citation>().ToImmutableArray();
        return
        [
            .. library.Documents.SelectMany(document => document.Clauses, (document, clause) => new Citation(document, clause))
                .OrderBy(citation => Distance(citation, quoted))
                .Take(MostOffered)
                .Select(citation => new Choice(
                    Label(citation.Clause, library.Documents.Length > 1 ? $"{UserText.Shorten(citation.Document.Title, LongestDocument)}: " : ""),
                    Value(new ClauseRef(citation.Document.Title, citation.Clause.Id)))),
        ];
    }

    private static int Distance(Citation citation, ImmutableArray<Citation> quoted) =>
        quoted.Contains(citation) ? 0
        : quoted.Any(near => near.Document == citation.Document && near.Clause.SectionPath.SequenceEqual(citation.Clause.SectionPath, StringComparer.Ordinal)) ? 1
        : quoted.Any(near => near.Document == citation.Document) ? 2
        : 3;

    private static string Label(Clause clause, string document) => UserText.Kept($"{document}{clause.SectionPath[^1]}: {clause.Text}", LongestTitle);

    // The title stays what it is when a policy is added; a place among them does not.
    private static string Value(ClauseRef clause) => $"{clause.Document}/{clause.Clause}";
}
