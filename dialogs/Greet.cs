using PolicyBot.Cards;

namespace PolicyBot.Dialogs;

internal static class Greet
{
    public static Decision Decide(Turn turn, Known known) => Decision.Say(WelcomeCards.Hello());

    public static Decision Thank(Turn turn, Known known) => Decision.Say(WelcomeCards.Thanks());
}
