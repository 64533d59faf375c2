using PolicyBot.Cards.Elements;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>Shows the way to somebody who wants something done rather than looked up.</summary>
internal static class WantedCards
{
    public static Message For(NextStep next) => next switch
    {
        NextStep.Report => Way("I take you through a report in four short steps.", Press.Report),
        NextStep.SecondOpinion => Way("It is wise to ask before you post.", Press.SecondOpinion),
        NextStep.MyCases => Way("I can show you how far your reports have got.", Press.MyReports),
        NextStep.Handover => Way("The Social Media Manager looks after accounts that change hands.", Press.Handover),
        NextStep.LogComment => Way("The Social Media Manager can help with comments on our accounts.", Press.LogComment, Press.SecondOpinion),
        NextStep.Acknowledge => Way("Thank you for reading it. I can note that you have.", Press.Acknowledge, Press.ReadPolicy),
        NextStep.ReadPolicy => Way("You can read the whole policy here, section by section.", Press.ReadPolicy),
        NextStep.Help => Way("I can show you what I can do.", Press.Help),
        NextStep.AskManager => Way("Your line manager is the right person to ask first.", Press.AskPerson),
        _ => HelpCards.DidNotUnderstand(),
    };

    private static Message Way(string sentence, params ImmutableArray<CardAction> buttons) =>
        new(null, new AdaptiveCard([Lines.Plain(sentence), .. Lines.Buttons(buttons)], sentence), "An answer from PolicyBot");
}
