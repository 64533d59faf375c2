using PolicyBot.Cards.Comments;
using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Handovers;
using PolicyBot.Cards.Opinions;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;

namespace PolicyBot.Cards;

/// <summary>What somebody has reported and asked a person, and how far it has got.</summary>
public static class MyReportsCards
{
    private const int Shown = 10;

    /// <summary>The ten newest, and how many more there are.</summary>
    /// <param name="incidents">The person's own, in any order.</param>
    /// <param name="questions">The person's own, newest first.</param>
    /// <param name="opinions">The drafts that the person wanted to be read, newest first.</param>
    /// <param name="toRead">The drafts of others that wait for this person.</param>
    /// <param name="comments">The open comments that the person logged or has in hand.</param>
    /// <param name="now">Which of those comments are overdue at this moment.</param>
    /// <param name="handovers">The handovers that the person is part of.</param>
    /// <param name="personId">Who looks at the list.</param>
    /// <param name="releases">The lines of the releases of sign-in details that the person is part of.</param>
    public static Message List(
        ImmutableArray<Incident> incidents, ImmutableArray<Question> questions, Trust trust, ImmutableArray<SecondOpinion> opinions = default, ImmutableArray<SecondOpinion> toRead = default,
        ImmutableArray<ReceivedComment> comments = default, DateTimeOffset now = default,
        ImmutableArray<Handover> handovers = default, string personId = "",
        ImmutableArray<CardElement> releases = default)
    {
        var newestFirst = incidents.OrderByDescending(incident => incident.ReportedAt).ThenByDescending(incident => incident.Reference.Number);
        var more = incidents.Length - Shown;
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading("My reports"),
                    .. incidents.IsEmpty ? (ImmutableArray<CardElement>)[Lines.Plain("You have not reported anything yet.")] : [.. newestFirst.Take(Shown).Select(incident => Row(incident, trust))],
                    .. More(more),
                    .. newestFirst.Any() ? Open([.. newestFirst.Take(Shown)]) : [],
                    .. questions.IsEmpty ? (ImmutableArray<CardElement>)[] : [Lines.Subheading("My questions"), .. questions.Take(Shown).Select(question => Row(question, trust))],
                    .. More(questions.Length - Shown),
                    .. OpinionList.Of(opinions.IsDefault ? [] : opinions, toRead.IsDefault ? [] : toRead, trust),
                    .. CommentListCards.Mine(comments.IsDefault ? [] : comments, trust, now),
                    .. HandoverList.Below(handovers.IsDefault ? [] : handovers, personId, trust),
                    .. releases.IsDefault ? [] : releases,
                    .. Lines.Buttons(Press.Report),
                ],
                "Your reports and how far each has got."),
            "Your reports");
    }

    private static ImmutableArray<CardElement> Open(ImmutableArray<Incident> shown) =>
    [
        new ChoiceInput(Fields.Chosen, "Look at one of them", [.. shown.Select(incident => new Choice(incident.Reference.ToString(), incident.Reference.ToString()))])
        {
            Value = shown[0].Reference.ToString(),
            Style = ChoiceStyle.Compact,
        },
        .. Lines.Buttons(new ExecuteAction("Show it", new CardData(Verbs.IncidentMine))),
    ];

    private static ImmutableArray<CardElement> More(int more) => more > 0 ? [Lines.Quiet($"And {more} older {(more == 1 ? "one" : "ones")}.")] : [];

    private static Container Row(Question question, Trust trust) => new(
        [
            new TextBlock(question.Reference.ToString()) { Weight = TextWeight.Bolder },
            Lines.Plain(UserText.Escape(UserText.Shorten(question.Text, 150))) with { Spacing = Spacing.Small },
            Lines.Quiet($"{QuestionCards.InAWord(question.Status)}. You sent it on {When.Full(question.AskedAt, trust)}."),
        ])
    { Separator = true, Spacing = Spacing.Medium };

    private static Container Row(Incident incident, Trust trust) => new(
        [
            new TextBlock(incident.Reference.ToString()) { Weight = TextWeight.Bolder },
            Lines.Quiet($"{Progress.InAWord(incident.Status)}. You sent it on {When.Full(incident.ReportedAt, trust)}."),
        ])
    { Separator = true, Spacing = Spacing.Medium };
}
