using PolicyBot.Cards;
using PolicyBot.Cases.Conversations;

namespace PolicyBot.Dialogs;

/// <summary>What is asked and not covered, for whoever holds the role of Social Media Manager and for nobody else.</summary>
internal static class ListWhatIsAsked
{
    public static Decision Decide(Turn turn, Known known)
    {
        if (!known.Trust.SocialMediaManager.People.Contains(turn.Who.Id, StringComparer.OrdinalIgnoreCase))
            return Decision.Say(NoticeCards.Sentence("That list is for the Social Media Manager. Type my cases to see your own questions and reports."));
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Say(NoticeCards.Sentence("That list holds people's questions. Please ask me for it in our own chat."));
        return Decision.Say(AskedCards.List(
            [.. known.OpenQuestions.Where(question => question.Asker.Id != turn.Who.Id)], known.Unmet, Needs.UnmetDays,
            question => question.Readers(known.Trust).Contains(turn.Who.Id, StringComparer.OrdinalIgnoreCase), known.Trust, known.Library, known.DraftCounts));
    }
}
