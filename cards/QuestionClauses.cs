using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Questions;
using PolicyBot.Policy;
using Choice = PolicyBot.Cards.Elements.Choice;

namespace PolicyBot.Cards;

/// <summary>The clauses of the policy as a question's record names them.</summary>
public static class QuestionClauses
{
    // Each is a line of the form, and all of it must fit on one card.
    private const int MostOffered = 90;
    private const int LongestTitle = 80;

    /// <summary>The clause as it stands today; null when it is gone.</summary>
    public static Citation? Find(ClauseRef clause, PolicyLibrary library) =>
        library.Documents.FirstOrDefault(document => document.Title == clause.Document) is { } document && document.Clause(clause.Clause) is { } found
            ? new Citation(document, found)
            : null;

    /// <summary>The clause that a choice means (see <see cref="Choices"/>); null when it means none.</summary>
    public static ClauseRef? Read(string value, PolicyLibrary library) =>
        value.Split('/', 2) is [var number, var id] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place < library.Documents.Length && library.Documents[place].Clause(id) is not null
            ? new ClauseRef(library.Documents[place].Title, id)
            : null;

    /// <summary>The choice that stands for a clause; empty for none.</summary>
    public static string Write(ClauseRef? clause, PolicyLibrary library) =>
        clause is not null && library.Documents.Index().FirstOrDefault(each => each.Item.Title == clause.Document) is { Item: not null } found
            ? Value(found.Index, clause.Clause)
            : "";

    /// <summary>Clauses to choose from, by their heading and first words, those that the bot had quoted first.</summary>
    internal static ImmutableArray<Choice> Choices(GivenAnswer given, PolicyLibrary library) =>
    [
        .. library.Documents.Index().SelectMany(document => document.Item.Clauses.Select(clause => (Place: document.Index, Title: document.Item.Title, Clause: clause)))
            .OrderBy(each => given.Clauses.Contains(new ClauseRef(each.Title, each.Clause.Id)) ? 0 : 1)
            .Take(MostOffered)
            .Select(each => new Choice(UserText.Kept($"{each.Clause.SectionPath[^1]}: {each.Clause.Text}", LongestTitle), Value(each.Place, each.Clause.Id))),
    ];

    private static string Value(int document, string clause) => string.Create(CultureInfo.InvariantCulture, $"{document}/{clause}");
}
