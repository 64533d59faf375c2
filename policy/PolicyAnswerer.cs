using System.Buffers;
using System.Collections.Immutable;

namespace PolicyBot.Policy;

/// <summary>
/// Answers by the nearest known way of asking: danger first, then whatever subject the words come closest to,
/// and an honest "not covered" when nothing is close.
/// </summary>
public sealed class PolicyAnswerer(PolicyLibrary library) : IPolicyAnswerer
{
    // Chosen with `evaluate` on question files: higher abstains from answers that are mostly right, lower guesses more.
    private const float NearEnough = 0.25f;

    // A yes or no is said only when the question comes this close to one whose short answer we know.
    private const float SureEnough = 0.35f;

    // A runner-up this close to the best is worth reading beside it.
    private const float WorthQuoting = 0.75f;

    private const int MostClauses = 3;
    private const int MostTerms = 128;

    private static readonly string[] FollowOn = ["and ", "what about", "what if", "but ", "ok ", "so ", "how about", "even ", "then ", "does that", "is that"];
    private static readonly string[] Open = ["who", "what", "how", "when", "where", "which", "why"];

    private readonly SubjectIndex subjects = new(library.Guidance);

    public Answer Answer(string question, ImmutableArray<string> earlier)
    {
        Span<char> folded = stackalloc char[Words.LongestText];
        var words = folded[..Words.Fold(question, folded)];
        if (UrgentWords.In(words) is { } kind)
            return new Answer.Urgent(kind);

        Span<int> terms = stackalloc int[MostTerms];
        var current = subjects.Read(words, terms[..(MostTerms / 2)]);
        var count = current;
        var earlierShare = EarlierShare(question, current);
        if (!earlier.IsDefaultOrEmpty && earlierShare > 0)
        {
            words = folded[..Words.Fold(earlier[^1], folded)];
            count += subjects.Read(words, terms[current..]);
        }

        if (!terms[..count].ContainsAnyExcept(Vocabulary.Unknown))
            return new Answer.OffTopic();

        var rented = ArrayPool<float>.Shared.Rent(subjects.Entries + subjects.Count);
        try
        {
            var nearness = rented.AsSpan(0, subjects.Entries);
            subjects.Measure(terms[..count], current, earlierShare, nearness);
            return Choose(question, nearness, rented.AsSpan(subjects.Entries, subjects.Count));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private Answer Choose(string question, ReadOnlySpan<float> nearness, Span<float> scores)
    {
        var best = subjects.Score(nearness, scores);
        if (scores[best] < NearEnough)
            return new Answer.NotCovered(LikelierPlace: null, NextStep.AskManager);

        return subjects[best] switch
        {
            Subject.ClauseOf clause => new Answer.Found(Quote(clause, best, scores), VerdictOf(question, best, nearness), clause.Next),
            Subject.Uncovered topic => new Answer.NotCovered(topic.LikelierPlace, NextStep.AskManager),
            Subject.Errand errand => new Answer.Wanted(errand.Next),
            _ => new Answer.OffTopic(),
        };
    }

    private ImmutableArray<Citation> Quote(Subject.ClauseOf first, int best, Span<float> scores)
    {
        var quotes = ImmutableArray.CreateBuilder<Citation>(MostClauses);
        quotes.Add(first.Citation);
        var enough = scores[best] * WorthQuoting;
        scores[best] = 0;
        while (quotes.Count < MostClauses && RunnerUp(scores, enough) is { } next)
        {
            quotes.Add(((Subject.ClauseOf)subjects[next]).Citation);
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
            if (scores[each] >= enough && subjects[each] is Subject.ClauseOf && scores[each] > (best is { } so ? scores[so] : 0))
                best = each;
        }

        return best;
    }

    // "who", "how long": no yes or no answers these, whatever the nearest phrasing is. "what if" and "what about" ask for one.
    private Verdict VerdictOf(string question, int best, ReadOnlySpan<float> nearness)
    {
        var (verdict, near) = subjects.ShortAnswer(best, nearness);
        return near < SureEnough || (OpensWith(question, Open) && !OpensWith(question, FollowOn)) ? Verdict.None : verdict;
    }

    // "what about on LinkedIn?" says little without the question before it; a short question may also be a new one.
    private static float EarlierShare(string question, int ownTerms) => OpensWith(question, FollowOn) ? 0.7f : ownTerms <= 3 ? 0.35f : 0;

    private static bool OpensWith(string question, string[] openings)
    {
        foreach (var opening in openings)
        {
            if (question.AsSpan().TrimStart().StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
