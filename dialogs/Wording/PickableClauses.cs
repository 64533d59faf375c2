using PolicyBot.Policy;

namespace PolicyBot.Dialogs.Wording;

/// <summary>The clauses that a model may pick from, by the ids that it is given. The documents of the candidates come first; there is an end to how many it is told.</summary>
internal static class PickableClauses
{
    private const int Most = 300;

    public static ImmutableArray<(string Id, Citation Citation)> Of(PolicyLibrary library, Answer found)
    {
        var first = found is Answer.Found { Clauses: var clauses } ? clauses.Select(clause => clause.Document).ToHashSet() : [];
        var all = library.Documents.OrderBy(document => first.Contains(document) ? 0 : 1)
            .SelectMany(document => document.Clauses, (document, clause) => new Citation(document, clause)).Take(Most).ToList();
        var twice = all.GroupBy(citation => citation.Clause.Id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return [.. all.Select(citation => (twice.Contains(citation.Clause.Id) ? $"{citation.Document.Title}/{citation.Clause.Id}" : citation.Clause.Id, citation))];
    }
}
