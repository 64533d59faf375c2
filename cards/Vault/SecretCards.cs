using PolicyBot.Cards.Elements;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Vault;

/// <summary>What the bot says where somebody types a password, or asks for one. Neither is repeated, and neither is kept.</summary>
public static class SecretCards
{
    /// <summary>Somebody typed what looks like a password.</summary>
    /// <param name="clause">The policy's clause on storing account details; null where the policy has none.</param>
    public static Message Typed(Citation? clause) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("That looks like a password or a code"),
                Lines.Plain("I have not kept it or sent it to anybody. But it is still in this chat, and Teams keeps chats."),
                Lines.Plain("**Please change it where it is used**, and delete your message. New sign-in details go into the vault, on a page of mine."),
                .. Clause(clause),
                Lines.Quiet("If it was something else, please say it in other words."),
                .. Lines.Buttons(new ExecuteAction("Open the vault", new CardData(Verbs.VaultShow)), Press.AskPerson),
            ],
            "That looks like a password. I have not kept it. Please change it where it is used."),
        "Please change what you typed");

    /// <inheritdoc cref="Typed"/>
    public static Message Asked(Citation? clause) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("I give out no passwords in a chat"),
                Lines.Plain("A chat is kept, searched and read on locked screens, so sign-in details never go through one."),
                .. Clause(clause),
                Lines.Plain("If you need them for your work, ask to see them: two people approve it, and you open them once. If you are taking over an account, or its lead is leaving, ask for a handover."),
                .. Lines.Buttons(new ExecuteAction("Ask to see sign-in details", new CardData(Verbs.ReleaseOpen)), Press.Handover, Press.AskPerson),
            ],
            "I give out no passwords in a chat. You can ask to see them, or have the account handed over."),
        "I give out no passwords in a chat");

    private static ImmutableArray<CardElement> Clause(Citation? clause) => clause is null
        ? []
        : [Lines.Plain("The policy says who keeps them, and how. It is for the Social Media Manager to:"), Quote.Of(clause)];
}
