using PolicyBot.Cards;
using PolicyBot.Cards.Releases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Dialogs.Handovers;

namespace PolicyBot.Dialogs;

/// <summary>Somebody's own reports, questions and second opinions, never shown where others can read them.</summary>
internal static class ListMyReports
{
    public static Decision Decide(Turn turn, Known known) => Decision.Say(
        turn.Where.Kind is ConversationKind.Personal
            ? MyReportsCards.List(
                [.. known.MyReports.Where(report => !report.Drill)], known.MyQuestions, known.Trust, known.MyOpinions, known.ToRead, known.MyComments, turn.When,
                HandleHandover.Seen(turn, known), turn.Who.Id, ReleaseCards.Rows(known.OpenReleases, turn.Who.Id, known.Trust))
            : NoticeCards.InPrivate());
}
