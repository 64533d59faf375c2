using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>What somebody sees who sent a question on: what was sent and to whom, and the answer, marked as a person's.</summary>
public static class QuestionCards
{
    /// <summary>What the asker keeps. Drawn again in place when something happens.</summary>
    public static Message Confirmation(Question question, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(Heading(question.Status)),
                new TextBlock(question.Reference.ToString()) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                Lines.Plain(Next(question, trust)),
                .. Lines.Typed("What was sent", question.Text, Limits.Question),
                .. Lines.Typed("And what you asked just before", question.Before, Limits.Before),
                Lines.Quiet($"With your name and what I had answered, on {When.Full(question.AskedAt, trust)}."),
                .. Lines.Buttons([.. question.IsOpen ? [TakeBack(question)] : (ImmutableArray<CardAction>)[], Press.MyReports]),
            ],
            $"{question.Reference}: your question.")
        {
            Refresh = new Refresh(new ExecuteAction(null, new CardData(Verbs.QuestionView) { Ref = question.Reference.ToString() })),
        },
        $"{question.Reference}: your question");

    /// <summary>The answer, in the words of the person who gave it and under their name.</summary>
    /// <param name="clause">The clause that they named; null when none, or when it is gone.</param>
    /// <param name="changed">True when it takes the place of an answer that the asker has read.</param>
    public static Message Answered(Question question, Citation? clause, bool changed, string deliveryKey)
    {
        var answer = question.Answer!;
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading($"Answered by {UserText.Escape(answer.By.Name)}, {answer.Desk.Title()}"),
                    Lines.Quiet(changed ? $"{question.Reference}. This takes the place of the earlier answer." : question.Reference.ToString()),
                    .. Lines.Typed("You asked", question.Text, 400),
                    new Container([Lines.Plain(UserText.Escape(UserText.Shorten(answer.Text, Limits.Answer)))]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium },
                    Lines.Quiet("These are a person's words, not the policy's."),
                    .. clause is null ? (ImmutableArray<CardElement>)[] : [Lines.Plain("They point to this in the policy:"), Quote.Of(clause)],
                    .. Lines.Buttons(Press.MyReports with { Data = Press.MyReports.Data with { Delivery = deliveryKey } }),
                ],
                $"{question.Reference}: a person has answered your question."),
            $"{question.Reference}: {(changed ? "the answer was changed" : "your question is answered")}");
    }

    public static Message PassedOn(Question question, Trust trust, string deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Your question was passed on"),
                new TextBlock(question.Reference.ToString()) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                Lines.Plain($"{UserText.Escape(question.Passed[^1].By.Name)} passed it on to {With(question, trust)}. I write to you here when there is an answer."),
                .. Lines.Buttons(Press.MyReports with { Data = Press.MyReports.Data with { Delivery = deliveryKey } }),
            ],
            $"{question.Reference}: your question was passed on."),
        $"{question.Reference}: your question was passed on");

    /// <summary>Who it lies with, by name and role.</summary>
    internal static string With(Question question, Trust trust) => QuestionOffers.To(trust.PeopleAt(question.DeskNow(trust), question.Asker.Id), trust, question.DeskNow(trust));

    /// <summary>How far it has got, for a list.</summary>
    internal static string InAWord(QuestionStatus status) => status switch
    {
        QuestionStatus.Asked => "Sent, waiting for an answer",
        QuestionStatus.PassedOn => "Passed on, waiting for an answer",
        QuestionStatus.Answered => "Answered",
        _ => "Taken back",
    };

    private static string Heading(QuestionStatus status) => status switch
    {
        QuestionStatus.Asked => "Your question was sent",
        QuestionStatus.PassedOn => "Your question was passed on",
        QuestionStatus.Answered => "Your question is answered",
        _ => "You took your question back",
    };

    private static string Next(Question question, Trust trust) => question switch
    {
        { Answer: { } answer } => $"{UserText.Escape(answer.By.Name)}, {answer.Desk.Title()}, answered it on {When.Full(answer.At, trust)}. I brought you the answer in this chat.",
        { Status: QuestionStatus.Withdrawn } => "Nobody will answer it. You can ask again at any time.",
        _ => $"It is with {With(question, trust)}. I write to you here when there is an answer, or when it is passed on to somebody who knows better.",
    };

    private static ExecuteAction TakeBack(Question question) =>
        new("Take it back", new CardData(Verbs.QuestionWithdraw) { Ref = question.Reference.ToString() });
}
