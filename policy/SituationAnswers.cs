using System.Buffers;
using System.Collections.Immutable;
using PolicyBot.Policy.Guidance;

namespace PolicyBot.Policy;

/// <summary>From how probable each situation is to the clauses that are quoted, the short answer, and what to offer.</summary>
internal sealed class SituationAnswers
{
    private const int MostClauses = 3;
    private const int MostChoices = 4;

    // A further clause is quoted when it may well be the one that was meant.
    private const float WorthQuoting = 0.04f;

    // Two words can mean many things; a sentence seldom does.
    private const int FewWords = 3;
    private const float Doubtful = 0.4f;
    private const float WorthAsking = 0.12f;

    // An attempt on the bot leaves little probability for anything else; of that little, a question that hides in it has a good part for itself.
    private const float HiddenQuestion = 0.15f;
    private const float LeastHidden = 0.001f;

    // The clauses of a situation stand best first; a later one answers a little less well.
    private const float LaterCounts = 0.05f;

    private readonly ImmutableArray<Subject> subjects;
    private readonly ImmutableArray<Citation> clauses;
    private readonly int[][] clausesOf;
    private readonly Verdict?[] verdictOf;
    private readonly ImmutableArray<UndefinedTerm>[] termsOf;

    public SituationAnswers(ImmutableArray<Subject> subjects, ImmutableArray<(Citation Clause, UndefinedTerm Term)> terms)
    {
        this.subjects = subjects;
        verdictOf = [.. subjects.Select(subject => (subject as Subject.Situation)?.Verdict)];
        clauses = [.. subjects.OfType<Subject.Situation>().SelectMany(situation => situation.Clauses).Distinct()];
        var numberOf = clauses.Index().ToDictionary(each => each.Item, each => each.Index);
        termsOf = [.. clauses.Select(clause => terms.Where(each => each.Clause == clause).Select(each => each.Term).ToImmutableArray())];
        clausesOf = [.. subjects.Select(subject => subject is Subject.Situation situation ? situation.Clauses.Select(clause => numberOf[clause]).ToArray() : [])];
    }

    /// <summary>The clauses, the short answer and the next step for these probabilities.</summary>
    /// <param name="covered">The share of all situations together.</param>
    public Answer.Found Answer(ReadOnlySpan<float> probabilities, float covered)
    {
        var (verdict, lead) = Verdict(probabilities);
        var situation = (Subject.Situation)subjects[lead];
        var quotes = Quote(probabilities, lead, covered);
        return new Answer.Found([.. quotes.Select(number => clauses[number])], verdict, situation.Next)
        {
            Situation = situation.Id,
            Says = situation.Says,
            Undefined = [.. quotes.SelectMany(number => termsOf[number]).DistinctBy(term => term.Key, StringComparer.Ordinal)],
        };
    }

    /// <summary>The answer to the question that hides in an attempt on the bot; null when none does.</summary>
    public Answer.Found? Hidden(ReadOnlySpan<float> probabilities, float covered)
    {
        var largest = 0f;
        for (var at = 0; at < subjects.Length; at++)
        {
            if (subjects[at] is Subject.Situation)
                largest = Math.Max(largest, probabilities[at]);
        }

        return covered >= LeastHidden && largest >= covered * HiddenQuestion ? Answer(probabilities, covered) : null;
    }

    /// <summary>The choices to offer when a few words could mean several things with different answers; null when one of them is meant.</summary>
    public Answer.Unclear? Unclear(string question, ReadOnlySpan<float> probabilities, float covered)
    {
        if (question.AsSpan().Trim().Count(' ') >= FewWords)
            return null;
        var likely = new List<(float Share, Subject.Situation Situation)>();
        for (var at = 0; at < subjects.Length; at++)
        {
            if (subjects[at] is Subject.Situation situation && probabilities[at] >= covered * WorthAsking)
                likely.Add((probabilities[at] / covered, situation));
        }

        likely.Sort((one, other) => other.Share.CompareTo(one.Share));
        var different = likely.DistinctBy(each => (each.Situation.Clauses[0], each.Situation.Verdict)).Take(MostChoices).ToList();
        return different.Count > 1 && different[0].Share < Doubtful && different.Select(each => each.Situation.Clauses[0]).Distinct().Count() > 1
            ? new Answer.Unclear([.. different.Select(each => new Choice(each.Situation.Asks, each.Situation.Asks))])
            : null;
    }

    // Situations come in pairs ("must I …", "may I leave it"): the short answer is the one that most of the probability says, and it is worded by the likeliest of those.
    private (Verdict Verdict, int Lead) Verdict(ReadOnlySpan<float> probabilities)
    {
        Span<float> shares = stackalloc float[4];
        for (var at = 0; at < subjects.Length; at++)
        {
            if (verdictOf[at] is { } verdict)
                shares[(int)verdict] += probabilities[at];
        }

        var said = (Verdict)Largest(shares);
        var lead = -1;
        for (var at = 0; at < subjects.Length; at++)
        {
            if (verdictOf[at] == said && (lead < 0 || probabilities[at] > probabilities[lead]))
                lead = at;
        }

        return (said, lead);
    }

    // By number. The clauses that together are most probably right: each next one is for the situations that those before it do not answer.
    private List<int> Quote(ReadOnlySpan<float> probabilities, int lead, float covered)
    {
        var rented = ArrayPool<float>.Shared.Rent(probabilities.Length + clauses.Length);
        try
        {
            probabilities.CopyTo(rented);
            return Quote(rented.AsSpan(0, probabilities.Length), rented.AsSpan(probabilities.Length, clauses.Length), lead, covered);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private List<int> Quote(Span<float> left, Span<float> scores, int lead, float covered)
    {
        var quotes = new List<int>(MostClauses);
        while (quotes.Count < MostClauses)
        {
            scores.Clear();
            for (var at = 0; at < left.Length; at++)
            {
                for (var rank = 0; rank < clausesOf[at].Length; rank++)
                    scores[clausesOf[at][rank]] += left[at] * (1 - (rank * LaterCounts));
            }

            var best = Largest(scores);
            if (quotes.Count > 0 && scores[best] < covered * WorthQuoting)
                break;
            quotes.Add(best);
            for (var at = 0; at < left.Length; at++)
            {
                if (clausesOf[at].Contains(best))
                    left[at] = 0;
            }
        }

        foreach (var clause in clausesOf[lead])
        {
            if (quotes.Count < MostClauses && !quotes.Contains(clause))
                quotes.Add(clause);
        }

        return quotes;
    }

    private static int Largest(ReadOnlySpan<float> values)
    {
        var largest = 0;
        for (var at = 1; at < values.Length; at++)
            largest = values[at] > values[largest] ? at : largest;
        return largest;
    }
}
