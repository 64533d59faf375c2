using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>What the policy says to a question: its own words, never ours in its name.</summary>
public static class AnswerCards
{
    /// <summary>The card, or the line, for an answer.</summary>
    /// <param name="academy">The asker's academy; null when unknown, and then every academy's safeguarding lead is named when it is urgent.</param>
    /// <param name="reply">What the asker wants worked out by the 24-hour rule; null when nothing.</param>
    /// <param name="several">True where there is more than the social media policy to look in.</param>
    public static Message For(Answer answer, Trust trust, Academy? academy, ReplyWanted? reply = null, bool several = false) =>
        answer.Perhaps is null ? Alone(answer, trust, academy, reply, several) : UrgentCards.Above(Alone(answer, trust, academy, reply, several), trust, academy);

    private static Message Alone(Answer answer, Trust trust, Academy? academy, ReplyWanted? reply, bool several) => answer switch
    {
        Answer.Found { Generated: true } worded => GeneratedAnswer.Above(worded, Found(worded with { Verdict = Verdict.None, Says = null }, trust, reply)),
        Answer.Found found => Found(found, trust, reply),
        Answer.Unclear unclear => Unclear(unclear),
        Answer.NotCovered nothing => NotCovered(nothing, several),
        Answer.Wanted wanted => WantedCards.For(wanted.Next),
        Answer.Refused refused => Refused(refused, trust),
        Answer.Urgent urgent => UrgentCards.For(urgent.Kind, trust, academy),
        _ => new Message(
            "That one is outside what I know: I am here for the social media policy. Ask me about that, or type **report** to report something.", null, "An answer from PolicyBot"),
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

    private static Message Found(Answer.Found found, Trust trust, ReplyWanted? reply) => new(
        null, new AdaptiveCard(FoundLines.Of(found, trust, reply), "I found what the policy says about this."), "What the policy says");

    private static Message Unclear(Answer.Unclear unclear) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Which of these do you mean?"),
                Lines.Plain("They have different answers. Press the one that fits, or ask again in other words."),
                .. ChoiceLines.Of(unclear.Choices),
            ],
            "I am not sure which question you mean. Please ask again in other words."),
        "Which question do you mean?");

    // Most who ask so are testing, or pasted somebody else's words: no reproach, and what can be answered is answered.
    private static Message Refused(Answer.Refused refused, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Plain("I cannot do that: I give out no passwords, no instructions of mine and nobody else's cases, and my answers come from the policy alone."),
                .. refused.Truth is { } truth ? FoundLines.Of(truth, trust) : Lines.Buttons(Press.AskPerson, Press.Help),
            ],
            "That is something I do not do. Ask me about the social media policy."),
        "An answer from PolicyBot");

    private static Message NotCovered(Answer.NotCovered nothing, bool several) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(several ? "Our policies do not settle this" : "The policy does not settle this"),
                Lines.Plain($"{(several ? "Our policies say" : "The social media policy says")} nothing that answers {(nothing.Topic is { } topic ? $"questions about {Quote.Verbatim(topic)}" : "it")}, and I would rather not guess."),
                Lines.Plain(Whither(nothing.LikelierPlace)),
                .. Lines.Buttons(Offered(nothing.Next)),
            ],
            several ? "Our policies do not settle this. Please ask a person." : "The social media policy does not settle this. Please ask a person."),
        several ? "Our policies do not settle this" : "The policy does not settle this");

    // Some places are people, some are papers: one turns to both.
    private static string Whither(string? place) => place switch
    {
        null => "Please ask a person: the Social Media Manager can help.",
        _ when place.Contains("Social Media Manager", StringComparison.Ordinal) => $"Please turn to {Quote.Verbatim(place)}.",
        _ => $"Please turn to {Quote.Verbatim(place)}. If that does not help, the Social Media Manager can.",
    };

    private static ImmutableArray<CardAction> Offered(NextStep next) =>
        [.. ((ImmutableArray<ExecuteAction?>)[Press.For(next), Press.AskPerson, Press.Report]).OfType<ExecuteAction>().Distinct()];
}
