using PolicyBot.Policy;

namespace PolicyBot.Dialogs.Wording;

/// <summary>
/// Which answers a model may word, and what it is told for that. Danger or a hint of it, attempts to change the rules, errands and chatter never reach it, nor
/// does a choice that the person has to make, nor a subject that people have listed as outside the policy.
/// </summary>
internal static class AskToWord
{
    private const int LongestQuestion = 1000;
    private const int LongestEarlier = 300;

    public static ToWord? For(string question, ImmutableArray<string> earlier, Answer found, Turn turn, Known known)
    {
        if (found is { Perhaps: not null } or not (Answer.Found or Answer.NotCovered { Topic: null, LikelierPlace: null }))
            return null;

        var pickable = PickableClauses.Of(known.Library, found);
        var policy = NamelessPolicy.Of(known).Without(turn.Who.Name);
        var nameless = policy.Nameless;
        var answer = found as Answer.Found;
        return new ToWord(
            Cut(nameless.Typed(question), LongestQuestion),
            [.. earlier.Select(each => Cut(nameless.Typed(each), LongestEarlier))],
            [.. pickable.Select(each => new ClauseToPick(each.Id, string.Join(" / ", each.Citation.Clause.SectionPath), policy.Text(each.Citation.Clause)))],
            [.. pickable.Where(each => answer?.Clauses.Contains(each.Citation) is true).OrderBy(each => answer!.Clauses.IndexOf(each.Citation)).Select(each => each.Id)],
            answer?.Verdict ?? Verdict.None,
            answer?.Says is { } says ? nameless.Printed(says) : null);
    }

    private static string Cut(string text, int length) => Cards.UserText.Shorten(text, length);
}
