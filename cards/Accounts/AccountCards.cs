using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Accounts;

/// <summary>What somebody may do with an account of the register.</summary>
public enum AccountRole
{
    /// <summary>Keeps the register.</summary>
    Keeper,

    /// <summary>Reads it, and changes nothing.</summary>
    Reader,

    /// <summary>Looks after this account.</summary>
    Own,
}

/// <summary>One account of the register, as those see it who keep it, read it or look after the account.</summary>
public static class AccountCards
{
    /// <summary>The account as it is now.</summary>
    /// <param name="personId">Who looks.</param>
    /// <param name="told">What has just been done; null when nothing was.</param>
    public static Message Card(Account account, AccountRole role, string personId, Trust trust, DateTimeOffset now, string? told = null) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{account.Reference}: {AccountLines.Title(account)}"),
                .. told is null ? (ImmutableArray<CardElement>)[] : [Lines.Answer(UserText.Escape(told))],
                .. account.Status is AccountStatus.Open ? (ImmutableArray<CardElement>)[] : [Lines.Answer($"{AccountLines.Standing(account)}.")],
                // How it stands with an account may tell of somebody who is leaving: that is for those who keep the register.
                .. !RegisterKeepers.Reads(trust, account, personId) || account.Status is AccountStatus.Closed ? (ImmutableArray<CardElement>)[] : AccountLines.Health(AccountHealth.Of(account, trust, now, personId)),
                .. AccountLines.Facts(account, trust),
                .. AccountLines.Care(account, trust),
                .. Lines.Buttons(Buttons(account, role, personId)),
            ],
            $"{account.Reference}: an account of the Trust.")
        {
            Refresh = new Refresh(new ExecuteAction(null, Data(Verbs.AccountView, account))),
        },
        $"{account.Reference}: an account of the Trust");

    /// <summary>To somebody who has just been made its lead.</summary>
    public static Message NowYours(Account account, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("You lead this account now"),
                new TextBlock($"{account.Reference}: {AccountLines.Title(account)}") { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                Lines.Plain(
                    $"{UserText.Escape(AccountLines.Where(account, trust))}. You look after what is posted and said there"
                    + (trust.Accounts.CheckInEvery == TimeSpan.Zero ? "." : ", and I will ask you from time to time whether all is well.")),
                .. Lines.Buttons(new ExecuteAction($"Open {account.Reference}", Data(Verbs.AccountOpen, account))),
            ],
            $"{account.Reference}: you lead this account now."),
        $"{account.Reference}: you lead this account now");

    /// <summary>To those who keep the register: somebody says that something here is wrong.</summary>
    public static Message Doubted(Account account, AccountDoubt doubt) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Something in the register is wrong"),
                new TextBlock($"{account.Reference}: {AccountLines.Title(account)}") { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                .. Lines.Typed($"{UserText.Escape(doubt.By.Name)} says", doubt.Words, Limits.Because),
                .. Lines.Buttons(new ExecuteAction($"Open {account.Reference}", Data(Verbs.AccountOpen, account))),
            ],
            $"{account.Reference}: something in the register is wrong."),
        $"{account.Reference}: something in the register is wrong");

    /// <summary>To those who keep the register, or act in the place of one who leaves: in neutral words, and never to the person alone.</summary>
    public static Message SomebodyLeaves(Account account, NoticedLeaver leaver, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("An account needs somebody new"),
                new TextBlock($"{account.Reference}: {AccountLines.Title(account)}") { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                Lines.Plain($"{UserText.Escape(leaver.Person.Name)} {As(account, leaver.Person.Id)}, and {Leaves(leaver)}."),
                Lines.Quiet($"{UserText.Escape(AccountLines.Where(account, trust))}. This is what the staff directory says. Please keep it to yourself."),
                .. Lines.Buttons(Handover(account) with { Style = ActionStyle.Positive }, new ExecuteAction($"Open {account.Reference}", Data(Verbs.AccountOpen, account))),
            ],
            $"{account.Reference}: an account needs somebody new."),
        $"{account.Reference}: an account needs somebody new");

    /// <summary>It is time to look again at what stands here.</summary>
    public static Message Review(Account account, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Is this still right?"),
                new TextBlock($"{account.Reference}: {AccountLines.Title(account)}") { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                Lines.Plain("It is time to check what the register says about this account. Open it, and say whether it is right."),
                .. AccountLines.Facts(account, trust),
                .. Lines.Buttons(new ExecuteAction($"Open {account.Reference}", Data(Verbs.AccountOpen, account))),
            ],
            $"{account.Reference}: is this still right?"),
        $"{account.Reference}: is this still right?");

    internal static CardData Data(string verb, Account account) => new(verb) { Ref = account.Reference.ToString() };

    /// <summary>Begins the handover of this account.</summary>
    internal static ExecuteAction Handover(Account account) => new("Hand over this account", new CardData(Verbs.HandoverOpen) { Case = account.Reference.ToString() });

    private static ImmutableArray<CardAction> Buttons(Account account, AccountRole role, string personId) => (role, account.Status) switch
    {
        (AccountRole.Reader, _) => [],
        (AccountRole.Keeper, AccountStatus.Closed) => [Form("Open it again", AccountPage.Status, account)],
        (_, AccountStatus.Closed) => [],
        (AccountRole.Keeper, _) =>
        [
            Right(account), Form("Change what it is", AccountPage.What, account), Form("Change who has it", AccountPage.Who, account), Form("Change how it is kept safe", AccountPage.Safe, account),
            Handover(account), Form("Park or close", AccountPage.Status, account),
        ],
        _ => [Right(account), Form("This is wrong", AccountPage.Wrong, account), .. account.IsLead(personId) ? (ImmutableArray<CardAction>)[Handover(account)] : []],
    };

    private static ExecuteAction Right(Account account) => new("All right as it stands", Data(Verbs.AccountConfirm, account) with { Seen = account.Edition }) { Style = ActionStyle.Positive };

    private static ExecuteAction Form(string title, AccountPage page, Account account) => new(title, Data(Verbs.AccountForm, account) with { Step = page.ToString() });

    private static string As(Account account, string id) =>
        account.IsLead(id) ? "leads this account" : account.IsDeputy(id) ? "is the deputy of this account" : "can change the settings of this account";

    private static string Leaves(NoticedLeaver leaver) => AccountHealth.Leaves(leaver);
}
