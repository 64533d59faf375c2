using System.Collections.Immutable;

namespace PolicyBot.Policy;

/// <summary>
/// How near a question comes to each subject: to the nearest way of asking about it, and to all that is said about it together.
/// </summary>
internal sealed class SubjectIndex
{
    // The nearest phrasing decides; the whole breaks ties and helps when people mix two ways of asking.
    private const float WholeShare = 0.3f;

    private readonly Vocabulary vocabulary;
    private readonly PhrasingIndex index;
    private readonly ImmutableArray<Phrasing> phrasings;
    private readonly Kin[] subjects;

    public SubjectIndex(Guidance guidance)
    {
        vocabulary = new Vocabulary(guidance.SameWords);
        phrasings = guidance.Phrasings;
        var entries = phrasings.Select(phrasing => vocabulary.Learn(phrasing.Words)).ToList();
        var kin = new List<Kin>();
        foreach (var group in phrasings.Index().GroupBy(each => each.Item.Subject, ReferenceEqualityComparer.Instance))
        {
            var members = group.Select(each => each.Index).ToArray();
            var subject = (Subject)group.Key!;
            kin.Add(new Kin(subject, members, entries.Count));
            entries.Add([.. members.SelectMany(member => entries[member]), .. vocabulary.Learn(Printed(subject))]);
        }

        subjects = [.. kin];
        index = new PhrasingIndex(entries, vocabulary.Count);
    }

    /// <summary>How many subjects there are.</summary>
    public int Count => subjects.Length;

    /// <summary>How many phrasings and wholes are measured.</summary>
    public int Entries => index.Count;

    public Subject this[int subject] => subjects[subject].Subject;

    /// <inheritdoc cref="Vocabulary.Read"/>
    public int Read(Span<char> folded, Span<int> terms) => vocabulary.Read(folded, terms);

    /// <inheritdoc cref="PhrasingIndex.Measure"/>
    public void Measure(ReadOnlySpan<int> terms, int current, float earlierShare, Span<float> nearness) =>
        index.Measure(terms, current, earlierShare, nearness);

    /// <summary>Fills in each subject's score, 0..1, and returns the best subject.</summary>
    public int Score(ReadOnlySpan<float> nearness, Span<float> scores)
    {
        var best = 0;
        for (var each = 0; each < subjects.Length; each++)
        {
            var nearest = nearness[Nearest(each, nearness)];
            scores[each] = ((1 - WholeShare) * nearest) + (WholeShare * nearness[subjects[each].Whole]);
            best = scores[each] > scores[best] ? each : best;
        }

        return best;
    }

    /// <summary>The short answer to the way of asking that came nearest, and how near that was.</summary>
    public (Verdict Verdict, float Nearness) ShortAnswer(int subject, ReadOnlySpan<float> nearness)
    {
        var nearest = Nearest(subject, nearness);
        return (phrasings[nearest].Verdict, nearness[nearest]);
    }

    private int Nearest(int subject, ReadOnlySpan<float> nearness)
    {
        var members = subjects[subject].Members;
        var nearest = members[0];
        foreach (var member in members)
            nearest = nearness[member] > nearness[nearest] ? member : nearest;
        return nearest;
    }

    private static string Printed(Subject subject) =>
        subject is Subject.ClauseOf { Citation.Clause: var clause } ? $"{string.Join(' ', clause.SectionPath)} {clause.Text}" : "";

    /// <summary>The entries that speak for one subject: each way of asking, and the subject as a whole.</summary>
    private sealed record Kin(Subject Subject, int[] Members, int Whole);
}
