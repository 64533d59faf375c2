using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>A step of the policy's way with a parent's comment was taken.</summary>
internal static class RecordCommentStep
{
    public static readonly HandlersForm Form = new(
        HandlingAct.CommentStep, [(Fields.Date, 10), (Fields.Note, Limits.Note)], HandledDay.Judge,
        (view, by) => CommentRules.Take(
            view.Incident, new CommentStep(CommentRules.Next(view.Incident)!, HandledDay.Of(view), HandledDay.OrNull(view.Typed[Fields.Note]), by, view.Now)),
        HandlersForm.Nobody);
}
