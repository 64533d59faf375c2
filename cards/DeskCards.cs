using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>A question as those see it who are to answer it, each in their own chat.</summary>
public static class DeskCards
{
    /// <summary>The question as it is now, with the one button that fits.</summary>
    /// <param name="mayAnswer">True for the people whom it lies with now.</param>
    /// <param name="deliveryKey">Which delivery this card is; null for one that was opened from the list.</param>
    public static Message Card(Question question, bool mayAnswer, Trust trust, PolicyLibrary library, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{question.Reference}: {State(question.Status)}"),
                .. question.Status is QuestionStatus.Withdrawn ? TakenBack : Whole(question, trust, library),
                .. Buttons(question, mayAnswer, deliveryKey),
            ],
            $"{question.Reference}: {State(question.Status)}.")
        {
            Refresh = new Refresh(new ExecuteAction(null, Data(Verbs.QuestionView, question, deliveryKey))),
        },
        $"{question.Reference}: {State(question.Status)}");

    /// <summary>For those who had it before. It holds none of the asker's words: they may take them back.</summary>
    public static Message Back(Question question, string deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("A question is with you again"),
                new TextBlock(question.Reference.ToString()) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                Lines.Plain($"{UserText.Escape(question.Passed[^1].By.Name)} passed it back."),
                .. Lines.Buttons(new ExecuteAction($"Open {question.Reference}", Data(Verbs.QuestionOpen, question, deliveryKey))),
            ],
            $"{question.Reference}: a question is with you again."),
        $"{question.Reference}: with you again");

    internal static CardData Data(string verb, Question question, string? deliveryKey) => new(verb)
    {
        Ref = question.Reference.ToString(),
        Delivery = deliveryKey,
    };

    /// <summary>The question, below the one without which nobody could understand it. Together they are at most so long.</summary>
    internal static ImmutableArray<CardElement> Asked(Question question, int length)
    {
        var before = question.Before is { } asked ? UserText.Shorten(asked, length * Limits.Before / (Limits.Before + Limits.Question)) : "";
        return [.. Lines.Typed("Asked just before", before, length), .. Lines.Typed("The question", question.Text, length - before.Length)];
    }

    /// <summary>What the bot had said, so that nobody repeats it or contradicts it unknowingly.</summary>
    private static ImmutableArray<CardElement> Given(GivenAnswer given, PolicyLibrary library) =>
    [
        Lines.Subheading("What I had answered"),
        .. given.Kind is AnswerKind.Found
            ? [Lines.Plain("I quoted this, and it did not help:"), .. Quoted(given, library)]
            : (ImmutableArray<CardElement>)[Lines.Plain(given.Kind is AnswerKind.Unclear ? "I asked what was meant." : "That the policy does not settle it.")],
    ];

    private static IEnumerable<CardElement> Quoted(GivenAnswer given, PolicyLibrary library) =>
        given.Clauses.Select(clause => QuestionClauses.Find(clause, library)).OfType<Citation>()
            .Select(citation => Lines.Quiet($"{Quote.SectionName(citation.Clause.SectionPath)}: “{Quote.Verbatim(UserText.Shorten(citation.Clause.Text, 300))}”"));

    private static ImmutableArray<CardElement> Whole(Question question, Trust trust, PolicyLibrary library) =>
    [
        new FactSet([.. Facts(question, trust)]),
        .. Asked(question, Limits.Question + Limits.Before),
        .. Given(question.Given, library),
        .. question.Answer is { } answer ? Lines.Typed("The answer", answer.Text, Limits.Answer) : [],
        .. question.Answer?.Clause is { } named && QuestionClauses.Find(named, library) is { } clause ? (ImmutableArray<CardElement>)[Quote.Of(clause)] : [],
    ];

    private static IEnumerable<Fact> Facts(Question question, Trust trust)
    {
        var academy = trust.FindAcademy(question.Academy) is { } known ? $", {UserText.Escape(known.Name)}" : "";
        yield return new Fact("From", $"{UserText.Escape(question.Asker.Name)}{academy}");
        yield return new Fact("On", When.Full(question.AskedAt, trust));
        if (question.IsOpen)
            yield return new Fact("With", QuestionCards.With(question, trust));
        if (question.Passed is [.., var way])
            yield return new Fact("Passed on by", UserText.Escape(way.By.Name));
        if (question.Answer is { } answer)
            yield return new Fact("Answered", $"{UserText.Escape(answer.By.Name)}, {When.Full(answer.At, trust)}");
    }

    private static ImmutableArray<CardElement> Buttons(Question question, bool mayAnswer, string? deliveryKey) => (mayAnswer, question.Status) switch
    {
        (true, QuestionStatus.Answered) => Lines.Buttons(new ExecuteAction("Change the answer", Data(Verbs.QuestionForm, question, deliveryKey))),
        (true, QuestionStatus.Asked or QuestionStatus.PassedOn) => Lines.Buttons(new ExecuteAction("Answer", Data(Verbs.QuestionForm, question, deliveryKey))),
        _ => [],
    };

    private static readonly ImmutableArray<CardElement> TakenBack = [Lines.Plain("Whoever asked took the question back. There is nothing to do.")];

    private static string State(QuestionStatus status) => status switch
    {
        QuestionStatus.Asked => "a question for you",
        QuestionStatus.PassedOn => "a question, passed on",
        QuestionStatus.Answered => "answered",
        _ => "taken back",
    };
}
