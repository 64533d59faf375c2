using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>Whom to ask when the policy, or the bot, does not settle something.</summary>
public static class AskPersonCards
{
    public static Message Ask(Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Ask a person"),
                Lines.Plain(WhomToAsk(trust)),
                Lines.Plain("Your line manager can help too. If a child may be at risk, speak with the safeguarding lead. If someone is in danger, ring **999**."),
                .. Contact(trust),
            ],
            "Ask the Social Media Manager or your line manager."),
        "Whom to ask");

    /// <summary>An account changes hands, or is closed: who controls it, and the way to it.</summary>
    public static Message Handover(Trust trust, PolicyLibrary library) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Hand over an account"),
                .. Words(library, "manager.leavers-accounts"),
                Lines.Plain("I take you through it: which account, who hands it over and on which day, and who takes over, or whether it is closed. Then it is decided, and I go through the steps with those who have one."),
                Lines.Plain("Never send the password in a message."),
                .. Lines.Buttons(Press.Handover),
            ],
            "Hand over an account."),
        "Hand over an account");

    private static Message Tell(Trust trust, PolicyLibrary library, string clause, string heading, string what) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(heading),
                .. Words(library, clause),
                Lines.Plain(WhomToAsk(trust)),
                Lines.Plain(what),
                .. Contact(trust),
            ],
            "Ask the Social Media Manager."),
        "Whom to ask");

    private static ImmutableArray<CardElement> Words(PolicyLibrary library, string id) =>
        library.Documents.Select(document => document.Clause(id) is { } clause ? new Citation(document, clause) : null).FirstOrDefault(found => found is not null) is { } citation
            ? [Quote.Of(citation)]
            : [];

    private static string WhomToAsk(Trust trust)
    {
        var names = string.Join(", ", trust.Holders(trust.SocialMediaManager).Select(person => UserText.Escape(person.Name)));
        return names.Length == 0
            ? "Ask the Trust's Social Media Manager; the school office knows who that is."
            : $"Ask the Trust's Social Media Manager: **{names}**.";
    }

    /// <summary>A chat and an e-mail with each, for up to three: six buttons are as many as Teams shows.</summary>
    private static ImmutableArray<CardElement> Contact(Trust trust)
    {
        var reachable = trust.Holders(trust.SocialMediaManager).Where(person => person.Email is { Length: > 0 }).Take(3);
        return Lines.Buttons([.. reachable.SelectMany(Reach)]);
    }

    private static IEnumerable<CardAction> Reach(Person person)
    {
        var name = UserText.Kept(person.Name, 20);
        yield return new OpenUrlAction($"Chat with {name}", $"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(person.Email!)}");
        yield return new OpenUrlAction($"E-mail {name}", $"mailto:{Uri.EscapeDataString(person.Email!).Replace("%40", "@", StringComparison.Ordinal)}");
    }
}
