using PolicyBot.Cards;
using PolicyBot.Cases.Incidents;
using PolicyBot.Dialogs.Comments;
using PolicyBot.Dialogs.Opinions;

namespace PolicyBot.Dialogs;

/// <summary>"Cancel", typed or pressed, anywhere: what was half-written is thrown away.</summary>
internal static class Cancel
{
    public static Decision Decide(Turn turn, Known known)
    {
        // Of two things that are half-written, the one that was begun last is meant.
        if (turn.Arrival is Arrival.Said && turn.Where.State.Opinion is { } opinion && !(turn.Where.State.Comment?.StartedAt > opinion.StartedAt) && (turn.Where.State.Draft is not { } report || report.StartedAt < opinion.StartedAt))
            return AskOpinion.Cancel(opinion, turn);
        if (turn.Arrival is Arrival.Said && turn.Where.State.Comment is { } comment && (turn.Where.State.Draft is not { } other || other.StartedAt < comment.StartedAt))
            return LogComment.Cancel(comment, turn);
        if (turn.Where.State.Draft is not { } draft)
            return turn.Arrival is Arrival.Pressed
                ? Decision.Show(ReportCards.Gone())
                : Decision.Say(NoticeCards.Sentence("There is nothing to cancel. Type help to see what I can do."));

        if (turn.Arrival is Arrival.Pressed pressed && pressed.Data.Text(Fields.Draft) is { Length: > 0 } id && id != draft.Id)
            return Decision.Show(ReportCards.Gone()); // the button of an older draft must not throw away the new one

        var cancelled = ReportCards.Cancelled();
        return new Decision
        {
            State = turn.Where.State with { Draft = null, Offers = [] },
            Forgets = draft.Id,
            Replies = turn.Arrival is Arrival.Said ? [new Reply(cancelled)] : [],
            Shown = turn.Arrival is Arrival.Pressed ? cancelled : null,
            Sends = [new Send.Update(CardKeys.Draft(draft.Id), (int)ReportStep.Review + 1, cancelled), .. EvidenceSends.Disposal(draft)],
        };
    }
}
