using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Opinions;

/// <summary>The cards that asking for a second opinion walks through. One card at a time, drawn from the draft, so that a lost card costs nothing.</summary>
public static class OpinionDraftCards
{
    /// <summary>The card of the page that the draft is at.</summary>
    public static Message Card(OpinionDraftView view) => new(
        null,
        new AdaptiveCard(
            view.Draft.Page switch
            {
                OpinionPage.Text => TextPage.Body(view),
                OpinionPage.Comment => CommentPage.Body(view),
                OpinionPage.Review when view.Post is { } post => OpinionReviewPage.Body(view, post),
                _ => AroundPage.Body(view),
            },
            "A second opinion before you post.")
        {
            Refresh = new Refresh(new ExecuteAction(null, view.Data(Verbs.OpinionDraft))),
        },
        "A second opinion, not asked for yet");

    public static Message Resume(OpinionDraft draft, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("You have a draft that nobody has read yet"),
                Lines.Plain($"You started it on {When.Full(draft.StartedAt, trust)}. What you wrote is still there."),
                .. Lines.Buttons(
                    new ExecuteAction("Carry on", new CardData(Verbs.OpinionResume) { Draft = draft.Id }) { Style = ActionStyle.Positive },
                    new ExecuteAction("Start again", new CardData(Verbs.OpinionRestart) { Draft = draft.Id }),
                    new ExecuteAction("Throw it away", new CardData(Verbs.OpinionCancel) { Draft = draft.Id })),
            ],
            "You have a draft that nobody has read yet."),
        "You have a draft that nobody has read yet");

    public static Message Cancelled() => new(
        null,
        new AdaptiveCard(
            [Lines.Heading("Thrown away"), Lines.Plain("Nobody has read your draft, and nobody will."), .. Lines.Buttons(Press.SecondOpinion)],
            "Your draft was thrown away. Nobody has read it."),
        "Your draft was thrown away");

    public static Message Gone() => new(
        null,
        new AdaptiveCard(
            [Lines.Heading("This draft is not here any more"), Lines.Plain("It was sent or thrown away already. Type *my cases* to see what you have sent."), .. Lines.Buttons(Press.SecondOpinion, Press.MyReports)],
            "This draft is not here any more."),
        "This draft is not here any more");
}
