using PolicyBot.Policy;

namespace PolicyBot.Tests.Policy;

public sealed class GuidanceTests
{
    [Fact]
    public void Every_clause_has_ways_of_asking_about_it()
    {
        var asked = Shipped.Library.Guidance.Phrasings.Select(phrasing => phrasing.Subject).OfType<Subject.ClauseOf>()
            .Select(subject => subject.Citation.Clause.Id).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Shipped.Policy.Clauses.Select(clause => clause.Id).Except(asked, StringComparer.Ordinal));
    }

    [Fact]
    public void No_way_of_asking_stands_twice()
    {
        var twice = Shipped.Library.Guidance.Phrasings.GroupBy(phrasing => Folded(phrasing.Words), StringComparer.Ordinal)
            .Where(same => same.Count() > 1).Select(same => same.Key);

        Assert.Empty(twice);
    }

    [Fact]
    public void A_clause_is_not_related_to_itself()
    {
        Assert.All(
            Shipped.Library.Guidance.Phrasings.Select(phrasing => phrasing.Subject).OfType<Subject.ClauseOf>(),
            subject => Assert.DoesNotContain(subject.Citation, subject.Related));
    }

    [Fact]
    public void A_known_way_of_asking_finds_its_own_subject_nine_times_in_ten()
    {
        var found = Shipped.Library.Guidance.Phrasings.Count(phrasing => (Shipped.Answerer.Answer(phrasing.Words, []), phrasing.Subject) switch
        {
            (Answer.Found answer, Subject.ClauseOf clause) => answer.Clauses[0] == clause.Citation,
            (Answer.NotCovered answer, Subject.Uncovered topic) => string.Equals(answer.LikelierPlace, topic.LikelierPlace, StringComparison.Ordinal),
            (Answer.Wanted answer, Subject.Errand errand) => answer.Next == errand.Next,
            (Answer.OffTopic, Subject.Chatter) => true,
            _ => false,
        });

        Assert.InRange(found, Shipped.Library.Guidance.Phrasings.Length * 9 / 10, Shipped.Library.Guidance.Phrasings.Length);
    }

    private static string Folded(string text)
    {
        var folded = new char[Words.LongestText];
        return new string(folded, 0, Words.Fold(text, folded));
    }
}
