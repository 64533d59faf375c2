using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>What the bot can do, and what it says when it did not understand.</summary>
public static class HelpCards
{
    /// <summary>What one can type and press.</summary>
    /// <param name="inChannel">True where others read along: reports are made in a private chat, so no button for one is shown.</param>
    /// <param name="register">True for those who keep or read the register of accounts.</param>
    public static Message Help(Trust trust, bool inChannel, bool register = false) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("What I can do"),
                Lines.Plain($"**Ask** about the social media policy of {UserText.Escape(trust.Name)}: I show you its own words and where they stand."),
                Lines.Plain("**Report** something you have seen online: type *report*, and I take you through it in four short steps."),
                Lines.Plain("**Check** a draft before you post it: type *check*. I hold it against the policy, and a second person reads it."),
                Lines.Plain("**Log a comment** that came in on one of our accounts: type *log a comment*. I count the 24 hours. *comments* shows those that are open."),
                Lines.Plain("**Read** the policy: type *read the policy*; when you have, type *I have read the policy*."),
                Lines.Plain("**Hand over an account** when somebody leaves or moves: type *handover*; to see those under way, type *handovers*."),
                Lines.Plain("**Sign-in details** of the Trust's accounts: type *vault*. They never belong in a chat."),
                Lines.Plain("**See your reports**: type *my reports*."),
                Lines.Plain("**See the accounts that you look after**: type *my accounts*."),
                Lines.Plain("**Stop**: type *cancel* at any time."),
                Lines.Plain("If someone is in danger, ring **999** first."),
                .. inChannel
                    ? [Lines.Plain("Reports are private. Open a chat with me to make one.")]
                    : Lines.Buttons(Press.Report, Press.MyReports, Press.SecondOpinion, Press.AskPerson, register ? Press.Accounts : Press.MyAccounts),
            ],
            "I answer questions about the social media policy. Type report to report something, my reports to see yours, or cancel to stop."),
        "What PolicyBot can do");

    public static Message DidNotUnderstand() => new(
        null,
        new AdaptiveCard(
            [
                Lines.Plain("Sorry, I did not understand that. You can ask me about the social media policy, or report something that you have seen online."),
                .. Lines.Buttons(Press.Report, Press.AskPerson, Press.Help),
            ],
            "Sorry, I did not understand that. Type help to see what I can do."),
        "PolicyBot did not understand");
}
