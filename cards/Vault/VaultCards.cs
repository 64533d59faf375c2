using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Releases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;
using Choice = PolicyBot.Cards.Elements.Choice;

namespace PolicyBot.Cards.Vault;

/// <summary>The ways to the vault's pages. Details are typed and shown there and nowhere else.</summary>
public static class VaultCards
{
    private const int MostAccounts = 100;

    // With the two buttons of its own, as many as fit on a card.
    private const int Opened = 4;

    /// <summary>What somebody can do with the vault.</summary>
    /// <param name="mine">The accounts whose details they may put in.</param>
    public static Message List(ImmutableArray<Account> mine, ImmutableArray<Release> releases, string personId, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("The vault"),
                Lines.Plain("It keeps the sign-in details of the Trust's accounts. They are typed and shown on pages of mine, never in a chat."),
                .. mine.IsEmpty ? (ImmutableArray<CardElement>)[] :
                [
                    new ChoiceInput(Fields.Chosen, "An account that you look after", [.. mine.Take(MostAccounts).Select(account => new Choice(UserText.Shorten($"{UserText.Plain(account.Name)} ({(account.VaultEntry is null ? "nothing in the vault yet" : "in the vault")})", 100), account.Reference.ToString()))])
                    {
                        Value = mine[0].Reference.ToString(),
                        Style = ChoiceStyle.Compact,
                    },
                    .. Lines.Buttons(new ExecuteAction("Put its details in", new CardData(Verbs.VaultPut))),
                ],
                .. ReleaseCards.Rows(releases, personId, trust, Opened),
                .. Lines.Buttons(new ExecuteAction("Ask to see sign-in details", new CardData(Verbs.ReleaseOpen)) { AssociatedInputs = AssociatedInputs.None }),
            ],
            "The vault keeps the sign-in details of the Trust's accounts."),
        "The vault");

    /// <summary>In Teams: one press more, and the page opens as a dialog.</summary>
    /// <param name="what">What the page does, in a sentence.</param>
    public static Message InTeams(string heading, string what, CardData page) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(heading),
                Lines.Plain(what),
                new ActionSet([new SubmitAction("Open the page", page with { Teams = TeamsPress.Dialog })]),
            ],
            $"{heading}."),
        heading);

    /// <summary>Where nobody can sign in: the page's address and a code for it, for one look.</summary>
    public static Message WithCode(string heading, string what, string code, string address, CardData again) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(heading),
                Lines.Plain(what),
                Lines.Quiet("Open the page and type this code there. It works once, for five minutes:"),
                new TextBlock(code) { Size = TextSize.Large, Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                .. Lines.Buttons(new OpenUrlAction("Open the page", address), new ExecuteAction("New code", again)),
            ],
            $"{heading}."),
        heading);

    /// <summary>What is kept in place of a card with a code.</summary>
    public static Message CodeGone(string heading, CardData again) => new(
        null,
        new AdaptiveCard(
            [Lines.Heading(heading), Lines.Plain("This code was shown once. Press the button for a new one."), .. Lines.Buttons(new ExecuteAction("New code", again))],
            "This code was shown once."),
        heading);
}
