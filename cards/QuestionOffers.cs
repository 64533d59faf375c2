using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;

namespace PolicyBot.Cards;

/// <summary>Under an answer that does not settle it: the button that sends the question to a person, and to whom.</summary>
public static class QuestionOffers
{
    /// <summary>The answer with the button that fits it. Where the next step is a report or help, there is none.</summary>
    /// <param name="asked">Names the question in its conversation.</param>
    /// <param name="before">What was asked just before and would go with it; null when nothing would.</param>
    /// <param name="people">Who would get it, by Entra object id.</param>
    public static Message Under(Message answer, GivenAnswer? given, string asked, string? before, ImmutableArray<string> people, Trust trust) => (answer.Card, given?.Kind) switch
    {
        ({ } card, AnswerKind.NotCovered or AnswerKind.Unclear) => answer with
        {
            Card = card with
            {
                Body = [
                    .. card.Body,
                    Lines.Quiet($"{(given.Kind is AnswerKind.Unclear ? "None of these? " : "")}I can send your question, with your name, to {To(people, trust)}.") with { Spacing = Spacing.Medium },
                    .. before is null ? (ImmutableArray<CardElement>)[] : [Lines.Quiet($"So that they understand it, what you asked just before goes with it: “{UserText.Escape(before)}”")],
                    .. Lines.Buttons(Send(asked))],
            },
        },
        ({ } card, AnswerKind.Found or AnswerKind.ToReport) => answer with
        {
            Card = card with
            {
                Body = [.. card.Body, .. Lines.Buttons(new ExecuteAction("This does not help", new CardData(Verbs.QuestionDislike) { Question = asked }))],
            },
        },
        _ => answer,
    };

    /// <summary>After "This does not help": what would be sent, and to whom. Nothing is sent yet.</summary>
    public static Message Offer(string question, string? before, string asked, ImmutableArray<string> people, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Sorry that this did not help"),
                Lines.Plain($"I can send your question, with your name, to {To(people, trust)}. They answer, and I bring you the answer here."),
                .. Lines.Typed("This is what I would send", question, Limits.Question),
                .. Lines.Typed("And what you asked just before, so that they understand it", before, Limits.Before),
                .. Lines.Buttons(Send(asked), Press.AskPerson),
                Lines.Quiet("Nothing is sent unless you press."),
            ],
            "Sorry that this did not help. I can send your question to the Social Media Manager."),
        "Shall I ask a person?");

    /// <summary>Where it sounds like something that happened to people: those who look into it are not those who answer questions.</summary>
    public static Message Report() => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Has something happened?"),
                Lines.Plain("Then please report it: it goes to the people who look into it, and to the safeguarding lead if a child may be at risk. I do not send it around as a question."),
                Lines.Plain("If someone is in danger, ring **999** first. If you only want to know what the policy says, ask a person."),
                .. Lines.Buttons(Press.Report, Press.AskPerson),
            ],
            "If something has happened, please report it. If someone is in danger, ring 999."),
        "Has something happened?");

    /// <summary>As "Tom Whitaker, Social Media Manager".</summary>
    internal static string To(ImmutableArray<string> people, Trust trust, Desk desk = Desk.SocialMediaManager)
    {
        var names = people.Select(trust.FindPerson).OfType<Person>().Select(person => UserText.Escape(person.Name)).ToImmutableArray();
        return names.IsEmpty ? $"the {desk.Title()}" : $"{string.Join(" and ", names)}, {desk.Title()}";
    }

    private static ExecuteAction Send(string asked) => new("Send my question on", new CardData(Verbs.QuestionSend) { Question = asked });
}
