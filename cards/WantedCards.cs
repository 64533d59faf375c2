using PolicyBot.Cards.Elements;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>Shows the way to somebody who wants something done rather than looked up, where it is not begun at once.</summary>
internal static class WantedCards
{
    public static Message For(NextStep next) => next switch
    {
        NextStep.MyCases => Way("I can show you how far your reports have got.", Press.MyReports),
        NextStep.AskManager => Way("A person can help you best. I can show you whom to ask.", Press.AskPerson),
        _ when Press.For(next) is { } button => Way("I can begin that here.", button),
        _ => HelpCards.DidNotUnderstand(),
    };

    private static Message Way(string sentence, params ImmutableArray<CardAction> buttons) =>
        new(null, new AdaptiveCard([Lines.Plain(sentence), .. Lines.Buttons(buttons)], sentence), "An answer from PolicyBot");
}
