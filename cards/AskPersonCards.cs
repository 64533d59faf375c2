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

    /// <summary>What the policy says about asking first, and whom to ask.</summary>
    public static Message SecondOpinion(Trust trust, PolicyDocument document) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Get a second opinion"),
                .. document.Clause(SecondOpinionClause) is { } clause ? (ImmutableArray<CardElement>)[Quote.Of(new Citation(document, clause))] : [],
                Lines.Plain(WhomToAsk(trust)),
                Lines.Plain("Show them what you want to post or answer before you do. Your line manager can help too."),
                .. Contact(trust),
            ],
            "Get a second opinion from the Social Media Manager or your line manager."),
        "Whom to ask for a second opinion");

    private const string SecondOpinionClause = "dos.second-opinion";

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
