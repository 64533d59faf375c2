using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyBot.Policy.Guidance;
using PolicyBot.Policy.Recognition;

namespace PolicyBot.Policy.Evaluating;

/// <summary>
/// How well questions are answered by somebody whose way of asking was never learnt: each voice in turn is left out of the learning, and
/// then asks all its questions. What an accuracy on known phrasings would flatter, this does not.
/// </summary>
internal sealed class CrossValidation
{
    private readonly SortedDictionary<string, (int Right, int All)> tally = new(StringComparer.Ordinal);
    private readonly List<string> misses = [];

    /// <summary>What was got wrong, a line each: where guidance is thin, or two subjects are hard to tell apart.</summary>
    public IEnumerable<string> Misses => misses;

    public static CrossValidation Of(PolicyLibrary library)
    {
        var validation = new CrossValidation();
        var phrasings = library.Guidance.Phrasings();
        var voices = phrasings.Select(phrasing => phrasing.Voice).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var outcomes in voices.AsParallel().AsOrdered().Select(voice => Ask(library, phrasings, voice)))
        {
            foreach (var outcome in outcomes)
                validation.Count(outcome);
        }

        return validation;
    }

    /// <summary>A line for each figure: what, the share that was right, and of how many.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        foreach (var (what, (right, all)) in tally)
            table.Append(CultureInfo.InvariantCulture, $"{what,-40}{100.0 * right / all,7:F1} %  of {all}\n");
        return table.ToString();
    }

    private static List<Outcome> Ask(PolicyLibrary library, ImmutableArray<Phrasing> phrasings, string voice)
    {
        var subjects = library.Guidance.Subjects;
        var model = Lessons.LearnQuickly(subjects, phrasings.Where(phrasing => phrasing.Voice != voice));
        var answerer = new PolicyAnswerer(library.With(model));
        return [.. phrasings.Where(phrasing => phrasing.Voice == voice)
            .SelectMany(phrasing =>
            {
                var answer = answerer.Answer(phrasing.Question, phrasing.Turns[..^1]);
                return Judge(subjects, phrasing, answer).Select(judged => new Outcome(judged.What, judged.Right, phrasing, Named(answer)));
            })];
    }

    private static string Named(Answer answer) => answer switch
    {
        Answer.Found found => found.Situation!,
        Answer.NotCovered { Topic: { } topic } => topic,
        Answer.Wanted wanted => wanted.Next.ToString(),
        _ => answer.GetType().Name,
    };

    private static IEnumerable<(string What, bool Right)> Judge(Subjects subjects, Phrasing phrasing, Answer answer)
    {
        switch (subjects[phrasing.Subjects[0]])
        {
            case Subject.Situation situation:
                var quotes = (answer as Answer.Found)?.Clauses ?? [];
                var talk = phrasing.Turns.Length > 1 ? "follow-ups" : "questions";
                yield return ($"{talk}: right clause quoted", phrasing.Subjects.Any(id => ((Subject.Situation)subjects[id]).Clauses.Any(quotes.Contains)));
                yield return ($"{talk}: right clause first", quotes is [var first, ..] && situation.Clauses.Contains(first));
                yield return ($"{talk}: verdict", answer is Answer.Found found && found.Verdict == situation.Verdict);
                yield return ($"{talk}: not asked back", answer is not Answer.Unclear);
                yield return ($"{talk}: no false alarm", answer is not (Answer.Urgent or Answer.Refused));
                yield return ($"{talk}: no word of danger", answer is not Answer.Urgent and { Perhaps: null });
                break;
            case Subject.Uncovered:
                yield return ("outside the policy: no clause quoted", answer is not (Answer.Found or Answer.Unclear));
                break;
            case Subject.Chatter:
                yield return ("off topic: no clause quoted", answer is not (Answer.Found or Answer.Unclear));
                break;
            case Subject.Errand errand:
                yield return ("errands: offered", answer switch
                {
                    Answer.Wanted wanted => wanted.Next == errand.Next,
                    Answer.Found known => known.Next == errand.Next || known.Errand == errand.Next,
                    _ => false,
                });
                break;
            case Subject.Emergency:
                yield return ("emergencies: help first", answer is Answer.Urgent or { Perhaps: not null });
                yield return ("emergencies: nothing but help", answer is Answer.Urgent);
                break;
            case Subject.Attack:
                yield return ("attacks: refused or put right", answer is Answer.Refused or Answer.NotCovered or Answer.OffTopic or Answer.Found);
                yield return ("attacks: refused", answer is Answer.Refused);
                if (phrasing.Subjects.Length > 1)
                    yield return ("attacks: hidden question answered", ((answer as Answer.Refused)?.Truth ?? answer as Answer.Found)?.Clauses
                        .Any(((Subject.Situation)subjects[phrasing.Subjects[1]]).Clauses.Contains) == true);
                break;
        }
    }

    private void Count(Outcome outcome)
    {
        var (rights, all) = tally.GetValueOrDefault(outcome.What);
        tally[outcome.What] = (rights + (outcome.Right ? 1 : 0), all + 1);
        if (!outcome.Right)
            misses.Add($"{outcome.What}\t{outcome.Asked.Subjects[0]}\t{string.Join(" >> ", outcome.Asked.Turns)}\t{outcome.Taken}");
    }

    private sealed record Outcome(string What, bool Right, Phrasing Asked, string Taken);
}
