using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>An answer that the policy has: the short answer, its own words, what they leave open, and what to do next.</summary>
internal static class FoundLines
{
    public static ImmutableArray<CardElement> Of(Answer.Found found, Trust trust, ReplyWanted? reply = null) =>
    [
        .. reply is null ? Short(found) : ReplyDueLines.Of(reply, trust),
        Lines.Plain("This is what the policy says:"),
        Quote.Of(found.Clauses[0]),
        .. Also(found.Clauses),
        .. OpenTerms.Of(found.Undefined, trust),
        .. Lines.Buttons([.. Onward(found)]),
    ];

    private static ImmutableArray<CardElement> Short(Answer.Found found) => (found.Says, found.Verdict) switch
    {
        ({ Length: > 0 } says, _) => [Lines.Answer(Quote.Verbatim(says))],
        (_, Verdict.Yes) => [Lines.Heading("In short: yes")],
        (_, Verdict.No) => [Lines.Heading("In short: no")],
        (_, Verdict.Conditional) => [Lines.Heading("It depends: read the condition")],
        _ => [],
    };

    private static ImmutableArray<CardElement> Also(ImmutableArray<Citation> clauses) => clauses.Length == 1
        ? []
        : [Lines.Plain("It also says:"), .. clauses.Skip(1).Select(clause => Quote.After(clauses[0], clause))];

    // What to do next comes first, no button stands twice, and four rows are enough on a phone.
    private static IEnumerable<ExecuteAction> Onward(Answer.Found found) =>
        ((ImmutableArray<ExecuteAction?>)[Press.For(found.Errand), Press.For(found.Next), Read(found.Clauses[0]), Press.Report, Press.AskPerson, Press.SecondOpinion])
            .OfType<ExecuteAction>().Distinct().Take(4);

    /// <summary>The section is named by the clause's id, which stays the same when headings are renamed.</summary>
    private static ExecuteAction Read(Citation citation) => new(
        "Read the section", new CardData(Verbs.PolicySection) { Document = citation.Document.Title, Section = citation.Clause.Id });
}
