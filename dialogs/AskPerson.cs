using PolicyBot.Cards;

namespace PolicyBot.Dialogs;

/// <summary>"Ask a person" and "Get a second opinion": who it is, and how to reach them.</summary>
internal static class AskPerson
{
    public static Decision Decide(Turn turn, Known known) => Decision.Say(AskPersonCards.Ask(known.Trust));

    public static Decision SecondOpinion(Turn turn, Known known) => Decision.Say(AskPersonCards.SecondOpinion(known.Trust, known.Library.Documents[0]));
}
