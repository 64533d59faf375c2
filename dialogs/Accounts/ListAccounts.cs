using PolicyBot.Cards;
using PolicyBot.Cards.Accounts;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Conversations;

namespace PolicyBot.Dialogs.Accounts;

/// <summary>The register for those who keep or read it, and for everybody the accounts that they look after.</summary>
internal static class ListAccounts
{
    private static readonly Needs All = new() { Accounts = true };

    /// <summary>Typed.</summary>
    public static readonly Step Register = new(All, (turn, known) => Decide("", 1, turn, known));

    public static readonly Step Mine = new(All, ShowMine);

    /// <summary>Pressed, on the list itself.</summary>
    public static Step Step(Arrival.Pressed pressed)
    {
        var find = pressed.Data.Text(Fields.Find);
        return new Step(All, (turn, known) => Decide(find.Length <= Limits.Find ? find : find[..Limits.Find], ListCases.PageOf(pressed), turn, known));
    }

    private static Decision Decide(string find, int page, Turn turn, Known known)
    {
        if (!RegisterKeepers.ReadsAny(known.Trust, turn.Who.Id))
            return ShowMine(turn, known);
        if (turn.Where.Kind is not ConversationKind.Personal)
            return InPrivate(turn);
        var found = known.Accounts.Where(account => RegisterKeepers.Reads(known.Trust, account, turn.Who.Id) && Has(account, find, known)).ToImmutableArray();
        return Answer(AccountListCards.Register(found, find, page, RegisterKeepers.KeepsAny(known.Trust, turn.Who.Id), turn.Who.Id, known.Trust, turn.When), turn);
    }

    private static Decision ShowMine(Turn turn, Known known) => turn.Where.Kind is not ConversationKind.Personal
        ? InPrivate(turn)
        : Answer(AccountListCards.Mine([.. known.Accounts.Where(account => account.Status is not AccountStatus.Closed && account.IsOf(turn.Who.Id))], turn.Who.Id, known.Trust), turn);

    private static bool Has(Account account, string find, Known known) => find.Length == 0
        || ((string?[])[account.Reference.ToString(), account.Handle, account.Name, account.Lead?.Name, AccountChoices.TitleOf(AccountChoices.Platforms, account.Platform), known.Trust.FindAcademy(account.Academy)?.Name ?? known.Trust.Name])
            .Any(text => text?.Contains(find.TrimStart('@'), StringComparison.OrdinalIgnoreCase) is true);

    private static Decision Answer(Message card, Turn turn) => turn.Arrival is Arrival.Pressed ? Decision.Show(card) : Decision.Say(card);

    private static Decision InPrivate(Turn turn) =>
        turn.Arrival is Arrival.Pressed ? Decision.Tell(HandleAccount.InPrivate) : Decision.Say(NoticeCards.Sentence(HandleAccount.InPrivate));
}
