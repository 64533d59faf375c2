using PolicyBot.Policy;
using PolicyBot.Policy.Guidance;
using PolicyBot.Policy.Recognition;

namespace PolicyBot.Tests.Policy;

/// <summary>What stands beside the policy must fit it, and fit together, before it is built into anything.</summary>
public sealed class GuidanceTests
{
    private const int FewestWays = 36;
    private const int FewestVoices = 6;

    private static readonly Subjects Subjects = Shipped.Library.Guidance.Subjects;
    private static readonly ImmutableArray<Phrasing> Phrasings = Shipped.Library.Guidance.Phrasings();

    [Fact]
    public void Every_clause_answers_something_first()
    {
        var answering = Subjects.Situations.Select(situation => situation.Clauses[0].Clause.Id).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Shipped.Policy.Clauses.Select(clause => clause.Id).Except(answering, StringComparer.Ordinal));
    }

    [Fact]
    public void Many_dozens_of_ways_lead_to_every_situation_in_the_words_of_different_people()
    {
        var ways = Phrasings.SelectMany(phrasing => phrasing.Subjects.Select(subject => (subject, phrasing.Voice))).ToLookup(way => way.subject, way => way.Voice, StringComparer.Ordinal);

        Assert.All(Subjects.Situations, situation =>
        {
            Assert.True(ways[situation.Id].Count() >= FewestWays, $"{situation.Id}: {ways[situation.Id].Count()} ways");
            Assert.True(ways[situation.Id].Distinct(StringComparer.Ordinal).Count() >= FewestVoices, situation.Id);
        });
    }

    [Fact]
    public void No_way_of_asking_stands_twice_unless_it_is_marked_as_shared()
    {
        var twice = Phrasings.GroupBy(phrasing => string.Join(" >> ", phrasing.Turns.Select(Folded)), StringComparer.Ordinal)
            .Where(same => same.Count() > 1).Select(same => $"{same.Key}: {string.Join(", ", same.SelectMany(phrasing => phrasing.Subjects))}");

        Assert.Empty(twice);
    }

    [Fact]
    public void Whatever_shares_a_phrasing_gives_the_same_short_answer()
    {
        var shared = Phrasings.Where(phrasing => phrasing.Subjects.Length > 1 && phrasing.Subjects.All(id => Subjects[id] is Subject.Situation));

        Assert.All(shared, phrasing => Assert.Single(phrasing.Subjects.Select(id => ((Subject.Situation)Subjects[id]).Verdict).Distinct()));
    }

    [Fact]
    public void Every_short_answer_was_reviewed_for_the_words_that_its_clauses_have() =>
        Assert.Empty(Subjects.Situations.Where(situation => situation.Waiting is not null).Select(situation => situation.Id));

    [Fact]
    public void The_short_answer_says_what_the_verdict_is() => Assert.All(Subjects.Situations, situation =>
    {
        var says = situation.Says!;
        Assert.Equal(situation.Verdict is Verdict.Yes, says.StartsWith("Yes", StringComparison.Ordinal));
        Assert.Equal(situation.Verdict is Verdict.No, says.StartsWith("No", StringComparison.Ordinal) && says[2] is '.' or ',');
        Assert.Equal(situation.Verdict is Verdict.Conditional, says.StartsWith("It depends", StringComparison.Ordinal));
        Assert.InRange(says.Length, 20, 240);
    });

    [Fact]
    public void A_choice_is_short_and_finds_what_it_says()
    {
        Assert.Equal(Subjects.Situations.Length, Subjects.Situations.DistinctBy(situation => situation.Asks, StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Subjects.Situations, situation =>
        {
            Assert.InRange(situation.Asks.Length, 10, 60);
            var found = Assert.IsType<Answer.Found>(Shipped.Answerer.Answer(situation.Asks, []));
            Assert.Equal((situation.Verdict, true), (found.Verdict, found.Clauses.Any(situation.Clauses.Contains)));
        });
    }

    [Fact]
    public void What_was_learnt_is_what_the_phrasings_teach()
    {
        using var stored = File.OpenRead(Path.Combine(Shipped.Folder, PolicyLibrary.ModelName));
        Assert.Equal(Shipped.Library.Guidance.Fingerprint(), ModelFile.Read(stored)!.Guidance);
    }

    [Fact]
    public void A_known_way_of_asking_is_answered_right_nearly_always()
    {
        var asked = Phrasings.Where(phrasing => Subjects[phrasing.Subjects[0]] is Subject.Situation).ToList();
        var right = asked.Count(phrasing => Shipped.Answerer.Answer(phrasing.Question, phrasing.Turns[..^1]) is Answer.Found found
            && phrasing.Subjects.Any(id => ((Subject.Situation)Subjects[id]).Clauses.Any(found.Clauses.Contains)));

        Assert.InRange(right, asked.Count * 96 / 100, asked.Count);
    }

    private static string Folded(string text)
    {
        var folded = new char[Words.LongestText];
        return new string(folded, 0, Words.Fold(text, folded));
    }
}
