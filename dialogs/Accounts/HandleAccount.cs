using PolicyBot.Cards;
using PolicyBot.Cards.Accounts;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Accounts;

/// <summary>
/// What every press on an account's card asks first: is it there, and is it this person's to change, to read or to look after? Both are read from the record at this
/// moment. Somebody who may not is told the same whether or not it exists.
/// </summary>
internal static class HandleAccount
{
    public const string NotYours = "Only those who keep the register or look after this account can do that. Nothing has changed.";

    public const string InPrivate = "The register is for your own chat with me. Please ask me there.";

    private const string Choose = "Please choose an account from the list first.";

    /// <summary>A press by somebody who may see it.</summary>
    /// <param name="pressed">The press.</param>
    /// <param name="decide">What they get.</param>
    /// <param name="others">True when the whole register is needed.</param>
    public static Step AsAny(Arrival.Pressed pressed, Func<Account, AccountRole, Turn, Known, Decision> decide, bool others = false) => new(Needs(pressed, others), (turn, known) =>
        turn.Where.Kind is not ConversationKind.Personal ? Decision.Tell(InPrivate)
        : known.Account is { } account && RoleOf(account, turn.Who.Id, known.Trust) is { } role ? decide(account, role, turn, known)
        : Decision.Tell(NotYours));

    /// <summary>A press by somebody who keeps the register.</summary>
    public static Step AsKeeper(Arrival.Pressed pressed, Func<Account, Turn, Known, Decision> decide) =>
        AsAny(pressed, (account, role, turn, known) => role is AccountRole.Keeper ? decide(account, turn, known) : Decision.Tell(NotYours), others: true);

    /// <summary>The card as it is now: the client refreshes it by itself, or somebody came back from a form.</summary>
    public static Step View(Arrival.Pressed pressed) => AsAny(pressed, (account, _, turn, known) => Show(account, turn, known));

    /// <summary>From a list or a note: the card, below it.</summary>
    public static Step Open(Arrival.Pressed pressed) => pressed.Data.Text(Fields.Ref).Length + pressed.Data.Text(Fields.Chosen).Length == 0
        ? Step.Of(static (_, _) => Decision.Tell(Choose))
        : AsAny(pressed, (account, _, turn, known) => Decision.Say(Card(account, turn, known, null)));

    public static Decision Show(Account account, Turn turn, Known known, string? told = null) => Decision.Show(Card(account, turn, known, told));

    /// <summary>The card after a change, and what must be stored.</summary>
    public static Decision Done(Account before, Ruling<Account>.Allowed allowed, string told, Turn turn, Known known) =>
        Show(allowed.After, turn, known, told) with { Case = new CaseChange(before.Version, allowed.After, allowed.Entries) };

    /// <summary>Whoever keeps the register keeps it; whoever looks after an account looks after it, also when they read the register besides.</summary>
    public static AccountRole? RoleOf(Account account, string personId, Trust trust) =>
        RegisterKeepers.Keeps(trust, account, personId) ? AccountRole.Keeper
        : account.IsOf(personId) ? AccountRole.Own
        : RegisterKeepers.Reads(trust, account, personId) ? AccountRole.Reader
        : null;

    /// <summary>Who was faster, and when.</summary>
    public static string Faster(Account account, Trust trust) => account.LastChange is { } change
        ? $"{change.By.Name} changed this on {When.Full(change.At, trust)}, after you opened it."
        : "Somebody changed this after you opened it.";

    private static Needs Needs(Arrival.Pressed pressed, bool others) => new()
    {
        Account = CaseReference.TryParse(pressed.Data.Text(Fields.Ref) is { Length: > 0 } named ? named : pressed.Data.Text(Fields.Chosen), out var reference) ? reference : null,
        Accounts = others,
    };

    private static Message Card(Account account, Turn turn, Known known, string? told) =>
        AccountCards.Card(account, RoleOf(account, turn.Who.Id, known.Trust) ?? AccountRole.Own, turn.Who.Id, known.Trust, turn.When, told);
}
