using System.Collections.Immutable;
using PolicyBot.Policy.Guidance;

namespace PolicyBot.Policy;

/// <summary>
/// Finds a clause by its own words, where no situation leads to it yet. A yes or a no is never read out of it.
/// </summary>
internal sealed class ClauseTexts
{
    // The share of a question's words, rare ones counting more, that a clause must have. Below, clauses that merely sound alike would be passed off as rules.
    private const float NearEnough = 0.45f;
    private const float WorthQuoting = 0.8f;
    private const int MostClauses = 3;
    private const int MostTerms = 64;

    private readonly ImmutableArray<Citation> clauses;
    private readonly Vocabulary vocabulary = new();
    private readonly TextIndex index;

    private ClauseTexts(ImmutableArray<Citation> clauses)
    {
        this.clauses = clauses;
        index = new TextIndex([.. clauses.Select(each => vocabulary.Learn($"{each.Document.SectionOf(each.Clause).Path[^1]} {each.Clause.Text}"))], vocabulary.Count);
    }

    /// <summary>The clauses that no situation names; null when every clause has guidance.</summary>
    public static ClauseTexts? Of(PolicyLibrary library)
    {
        var guided = library.Guidance.Subjects.Situations.SelectMany(situation => situation.Clauses).Select(citation => citation.Clause).ToHashSet(ReferenceEqualityComparer.Instance);
        ImmutableArray<Citation> unguided = [.. library.Documents
            .SelectMany(document => document.Clauses.Where(clause => !guided.Contains(clause)).Select(clause => new Citation(document, clause)))];
        return unguided.IsEmpty ? null : new ClauseTexts(unguided);
    }

    public Answer.Found? Find(string question)
    {
        Span<char> folded = stackalloc char[Words.LongestText];
        Span<int> terms = stackalloc int[MostTerms];
        var count = vocabulary.Read(folded[..Words.Fold(question, folded)], terms);
        var best = index.Nearest(terms[..count], MostClauses);
        if (best.IsEmpty || best[0].Nearness < NearEnough)
            return null;
        return new Answer.Found(
            [.. best.Where(each => each.Nearness >= best[0].Nearness * WorthQuoting).Select(each => clauses[each.Entry])], Verdict.None, NextStep.None);
    }
}
