using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>What the policy says to a question: its own words, never ours in its name.</summary>
public static class AnswerCards
{
    /// <summary>The card, or the line, for an answer.</summary>
    /// <param name="academy">The asker's academy; null when unknown, and then every academy's safeguarding lead is named when it is urgent.</param>
    public static Message For(Answer answer, Trust trust, Academy? academy) => answer switch
    {
        Answer.Found { Generated: true } worded => GeneratedAnswer.Above(worded, Found(worded with { Verdict = Verdict.None, Says = null })),
        Answer.Found found => Found(found),
        Answer.NotCovered nothing => NotCovered(nothing),
        Answer.Wanted wanted => WantedCards.For(wanted.Next),
        Answer.Urgent urgent => UrgentCards.For(urgent.Kind, trust, academy),
        _ => new Message("That is outside what I know. Ask me about the social media policy, or type **report** to report something.", null, "An answer from PolicyBot"),
    };

    /// <summary>A whole section as printed.</summary>
    public static Message Section(PolicyDocument document, Section section) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(Quote.SectionName(section.Path)),
                Lines.Quiet(Quote.Standing(document)),
                .. Quote.Paragraphs(UserText.Shorten(section.Text, 6000)),
                .. Lines.Buttons(Press.Report, Press.SecondOpinion, Press.AskPerson),
            ],
            "A section of the policy."),
        "A section of the policy");

    private static Message Found(Answer.Found found) => new(
        null,
        new AdaptiveCard(
            [
                .. Short(found.Verdict),
                Lines.Plain("This is what the policy says:"),
                Quote.Of(found.Clauses[0]),
                .. Also(found.Clauses),
                .. Lines.Buttons([Read(found.Clauses[0]), .. Onward(found.Next)]),
            ],
            "I found what the policy says about this."),
        "What the policy says");

    private static ImmutableArray<CardElement> Also(ImmutableArray<Citation> clauses) => clauses.Length == 1
        ? []
        : [Lines.Plain("It also says:"), .. clauses.Skip(1).Select(clause => Quote.After(clauses[0], clause))];

    private static ImmutableArray<CardElement> Short(Verdict verdict) => verdict switch
    {
        Verdict.Yes => [Lines.Heading("In short: yes")],
        Verdict.No => [Lines.Heading("In short: no")],
        Verdict.Conditional => [Lines.Heading("It depends: read the condition")],
        _ => [],
    };

    /// <summary>The section is named by the clause's id, which stays the same when headings are renamed.</summary>
    private static ExecuteAction Read(Citation citation) => new(
        "Read the section", new CardData(Verbs.PolicySection) { Document = citation.Document.Title, Section = citation.Clause.Id });

    private static ImmutableArray<CardAction> Onward(NextStep next) => next is NextStep.SecondOpinion
        ? [Press.SecondOpinion, Press.Report, Press.AskPerson]
        : [Press.Report, Press.SecondOpinion, Press.AskPerson];

    private static Message NotCovered(Answer.NotCovered nothing) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("The policy does not settle this"),
                Lines.Plain(nothing.LikelierPlace is { } place
                    ? $"The social media policy says nothing that answers it. Please ask {Quote.Verbatim(place)}."
                    : "The social media policy says nothing that answers it, and I would rather not guess. Please ask a person."),
                .. Lines.Buttons(Press.AskPerson, Press.Report),
            ],
            "The social media policy does not settle this. Please ask a person."),
        "The policy does not settle this");
}
