using PolicyBot.Cards;

namespace PolicyBot.Dialogs;

/// <summary>"Ask a person", and what the Social Media Manager does by hand: who it is, and how to reach them.</summary>
internal static class AskPerson
{
    public static Decision Decide(Turn turn, Known known) => Decision.Say(AskPersonCards.Ask(known.Trust));

    public static Decision Handover(Turn turn, Known known) => Decision.Say(AskPersonCards.Handover(known.Trust, known.Library));
}
