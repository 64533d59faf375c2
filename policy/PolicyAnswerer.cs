using System.Buffers;
using System.Collections.Immutable;

namespace PolicyBot.Policy;

/// <summary>
/// Answers by the nearest known way of asking: danger first, then whatever subject the words come closest to,
/// and an honest "not covered" when nothing is close.
/// </summary>
public sealed class PolicyAnswerer : IPolicyAnswerer
{
    // Measured on question files with `evaluate`: below this, a nearest clause is more often wrong than right.
    private const float NearEnough = 0.25f;

    // A yes or no is said only when the question comes this close to one whose short answer we know.
    private const float SureEnough = 0.35f;

    // A runner-up this close to the best is worth reading beside it.
    private const float WorthQuoting = 0.75f;

    private const int MostClauses = 3;
    private const int MostTerms = 128;

    private static readonly string[] FollowOn = ["and ", "what about", "what if", "but ", "ok ", "so ", "how about", "even ", "then ", "does that", "is that"];
    private static readonly string[] Open = ["who", "what", "how", "when", "where", "which", "why"];

    private readonly Vocabulary _vocabulary;
    private readonly PhrasingIndex _index;
    private readonly ImmutableArray<Phrasing> _phrasings;
    private readonly Kin[] _kin;

    public PolicyAnswerer(PolicyLibrary library)
    {
        _vocabulary = new Vocabulary(library.Guidance.SameWords);
        _phrasings = library.Guidance.Phrasings;
        var entries = _phrasings.Select(phrasing => _vocabulary.Learn(phrasing.Words)).ToList();

        // After the phrasings comes one entry for each subject as a whole: all its phrasings, its clause and its headings.
        var kin = new List<Kin>();
        foreach (var group in _phrasings.Index().GroupBy(each => each.Item.Subject, ReferenceEqualityComparer.Instance))
        {
            var members = group.Select(each => each.Index).ToArray();
            var subject = (Subject)group.Key!;
            kin.Add(new Kin(subject, members, entries.Count));
            entries.Add([.. members.SelectMany(member => entries[member]), .. _vocabulary.Learn(Printed(subject))]);
        }

        _kin = [.. kin];
        _index = new PhrasingIndex(entries, _vocabulary.Count);
    }

    public Answer Answer(string question, ImmutableArray<string> earlier)
    {
        Span<char> folded = stackalloc char[Words.LongestText];
        var words = folded[..Words.Fold(question, folded)];
        if (UrgentWords.In(words) is { } kind)
            return new Answer.Urgent(kind);

        Span<int> terms = stackalloc int[MostTerms];
        var current = _vocabulary.Read(words, terms[..(MostTerms / 2)]);
        var count = current;
        if (!earlier.IsDefaultOrEmpty && LeansOnEarlier(question, current))
        {
            words = folded[..Words.Fold(earlier[^1], folded)];
            count += _vocabulary.Read(words, terms[current..]);
        }

        if (!terms[..count].ContainsAnyExcept(Vocabulary.Unknown))
            return new Answer.OffTopic();

        var nearness = ArrayPool<float>.Shared.Rent(_index.Count);
        try
        {
            _index.Measure(terms[..count], current, nearness.AsSpan(0, _index.Count));
            return Choose(nearness, question);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(nearness);
        }
    }

    // Few words of its own, or an opening that points back.
    private static bool LeansOnEarlier(string question, int ownTerms) => ownTerms <= 3 || OpensWith(question, FollowOn);

    private Answer Choose(ReadOnlySpan<float> nearness, string question)
    {
        Span<float> scores = _kin.Length <= 512 ? stackalloc float[_kin.Length] : new float[_kin.Length];
        var best = 0;
        for (var each = 0; each < _kin.Length; each++)
        {
            scores[each] = Score(_kin[each], nearness);
            best = scores[each] > scores[best] ? each : best;
        }

        if (scores[best] < NearEnough)
            return new Answer.NotCovered(LikelierPlace: null, NextStep.AskManager);

        return _kin[best].Subject switch
        {
            Subject.ClauseOf clause => new Answer.Found(Quote(clause, scores, best), VerdictOf(_kin[best], nearness, question), clause.Next),
            Subject.Uncovered topic => new Answer.NotCovered(topic.LikelierPlace, NextStep.AskManager),
            Subject.Errand errand => new Answer.Wanted(errand.Next),
            _ => new Answer.OffTopic(),
        };
    }

    private static float Score(Kin kin, ReadOnlySpan<float> nearness)
    {
        const float WholeShare = 0.3f;
        var nearest = 0f;
        foreach (var member in kin.Members)
            nearest = Math.Max(nearest, nearness[member]);
        return ((1 - WholeShare) * nearest) + (WholeShare * nearness[kin.Whole]);
    }

    private ImmutableArray<Citation> Quote(Subject.ClauseOf first, Span<float> scores, int best)
    {
        var quotes = ImmutableArray.CreateBuilder<Citation>(MostClauses);
        quotes.Add(first.Citation);
        var enough = scores[best] * WorthQuoting;
        scores[best] = 0;
        while (quotes.Count < MostClauses && RunnerUp(scores, enough) is { } next)
        {
            quotes.Add(((Subject.ClauseOf)_kin[next].Subject).Citation);
            scores[next] = 0;
        }

        foreach (var related in first.Related)
        {
            if (quotes.Count < MostClauses && !quotes.Contains(related))
                quotes.Add(related);
        }

        return quotes.DrainToImmutable();
    }

    private int? RunnerUp(ReadOnlySpan<float> scores, float enough)
    {
        int? best = null;
        for (var each = 0; each < scores.Length; each++)
        {
            if (scores[each] >= enough && _kin[each].Subject is Subject.ClauseOf && scores[each] > (best is { } so ? scores[so] : 0))
                best = each;
        }

        return best;
    }

    private Verdict VerdictOf(Kin kin, ReadOnlySpan<float> nearness, string question)
    {
        var nearest = kin.Members[0];
        foreach (var member in kin.Members)
            nearest = nearness[member] > nearness[nearest] ? member : nearest;
        return nearness[nearest] < SureEnough || AsksOpenly(question) ? Verdict.None : _phrasings[nearest].Verdict;
    }

    // "who", "how long": no yes or no answers these, whatever the nearest phrasing is. "what if" and "what about" ask for one.
    private static bool AsksOpenly(string question) => OpensWith(question, Open) && !OpensWith(question, FollowOn);

    private static bool OpensWith(string question, string[] openings)
    {
        foreach (var opening in openings)
        {
            if (question.AsSpan().TrimStart().StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string Printed(Subject subject) =>
        subject is Subject.ClauseOf { Citation.Clause: var clause } ? $"{string.Join(' ', clause.SectionPath)} {clause.Text}" : "";

    /// <summary>The entries that speak for one subject: each way of asking, and the subject as a whole.</summary>
    private sealed record Kin(Subject Subject, int[] Members, int Whole);
}
