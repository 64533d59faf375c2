using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>What people ask and the policy does not settle, for the Social Media Manager: open questions, and counts without anybody's words.</summary>
public static class AskedCards
{
    private const int MostOpened = 4;
    private const int MostSubjects = 12;

    /// <summary>The list with its counts, and buttons for the oldest questions.</summary>
    /// <param name="open">The questions that wait for somebody, oldest first.</param>
    /// <param name="counts">Those of the last <paramref name="days"/> days.</param>
    /// <param name="mayOpen">Whether this person may read a question.</param>
    /// <param name="drafts">What drafts met of the policy in those days.</param>
    public static Message List(
        ImmutableArray<Question> open, ImmutableArray<UnmetCount> counts, int days, Func<Question, bool> mayOpen, Trust trust, PolicyLibrary library, ClauseCounts? drafts = null)
    {
        var readable = open.Where(mayOpen).Take(MostOpened).ToImmutableArray();
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading("What is asked"),
                    Lines.Subheading(open.Length switch { 0 => "No open questions", 1 => "1 open question", var many => $"{many} open questions" }),
                    .. readable.Select(question => Row(question, trust)),
                    .. open.Length - readable.Length is > 0 and var more ? (ImmutableArray<CardElement>)[Lines.Quiet($"And {more} more.")] : [],
                    .. Lines.Buttons([.. readable.Select(Open)]),
                    Lines.Subheading($"In the last {days} days"),
                    .. Group(counts, library, UnmetKind.NotCovered, "Asked, and the policy does not settle it"),
                    .. Group(counts, library, UnmetKind.Disliked, "Answered, and it did not help"),
                    .. Group(counts, library, UnmetKind.Unclear, "Not clear what was meant"),
                    .. counts.IsEmpty ? (ImmutableArray<CardElement>)[Lines.Plain("Nothing was asked in vain.")] : [],
                    .. drafts is { Asked: > 0 } ? Drafts(drafts, library) : [],
                    Lines.Quiet("The counts hold nobody's words and nobody's name."),
                ],
                "What is asked, and what the policy does not settle."),
            "What is asked");
    }

    private static Container Row(Question question, Trust trust) => new(
        [
            new TextBlock(question.Reference.ToString()) { Weight = TextWeight.Bolder },
            Lines.Plain(UserText.Escape(UserText.Shorten(question.Text, 200))) with { Spacing = Spacing.Small },
            Lines.Quiet($"{UserText.Escape(question.Asker.Name)}, {When.Full(question.AskedAt, trust)}. With {QuestionCards.With(question, trust)}."),
        ])
    { Separator = true, Spacing = Spacing.Medium };

    private static ExecuteAction Open(Question question) =>
        new($"Open {question.Reference}", new CardData(Verbs.QuestionOpen) { Ref = question.Reference.ToString() });

    private static ImmutableArray<CardElement> Group(ImmutableArray<UnmetCount> counts, PolicyLibrary library, UnmetKind kind, string heading)
    {
        var subjects = counts.Where(count => count.Kind == kind).OrderByDescending(count => count.Times).ThenBy(count => count.Subject, StringComparer.Ordinal).ToImmutableArray();
        if (subjects.IsEmpty)
            return [];
        var rest = subjects.Skip(MostSubjects).Sum(count => count.Times);
        ImmutableArray<Fact> facts = [.. subjects.Take(MostSubjects).Select(count => new Fact(UserText.Escape(Named(count.Subject, library)), Times(count.Times)))];
        return [Lines.Plain($"**{heading}**: {Times(subjects.Sum(count => count.Times))}"), new FactSet(rest == 0 ? facts : facts.Add(new Fact("the rest", Times(rest))))];
    }

    private static ImmutableArray<CardElement> Drafts(ClauseCounts drafts, PolicyLibrary library) =>
    [
        Lines.Plain($"**Drafts that a second person was to read**: {drafts.Asked}; agreed {drafts.Agreed}, advised against {drafts.Refused}"),
        .. drafts.Clauses.IsEmpty ? (ImmutableArray<CardElement>)[] : [new FactSet([.. drafts.Clauses.Take(MostSubjects).Select(count => new Fact(Named(count.Clause, library), $"found {Times(count.Found)}{(count.Refused == 0 ? "" : $", a reason {Times(count.Refused)}")}"))])],
    ];

    private static string Named(ClauseRef? clause, PolicyLibrary library) => clause is null ? "no clause of the policy"
        : QuestionClauses.Find(clause, library) is { } found ? UserText.Escape(UserText.Shorten($"{found.Clause.SectionPath[^1]}: {found.Clause.Text}", 60))
        : UserText.Escape(clause.Clause);

    // The name alone is left of what guidance no longer knows.
    private static string Named(string subject, PolicyLibrary library) =>
        subject == Unmet.Other ? "something else" : library.QuestionOf(subject) ?? library.TopicOf(subject) ?? subject;

    private static string Times(int times) => times == 1 ? "once" : $"{times} times";
}
