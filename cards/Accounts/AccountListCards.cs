using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Accounts;

/// <summary>Accounts in a list: the register, most urgent first, and those that somebody looks after.</summary>
public static class AccountListCards
{
    private const int PerPage = 8;
    private const int ReasonsShown = 2;

    /// <summary>One page of the register.</summary>
    /// <param name="found">What this person may read and looks for.</param>
    /// <param name="page">From 1; one that is past the end shows the last.</param>
    /// <param name="keeps">True for whoever may add one.</param>
    public static Message Register(ImmutableArray<Account> found, string find, int page, bool keeps, string personId, Trust trust, DateTimeOffset now)
    {
        var urgent = found.Select(account => (Account: account, Health: AccountHealth.Of(account, trust, now, personId)))
            .OrderByDescending(each => each.Health.Weight).ThenBy(each => each.Account.Status is AccountStatus.Closed).ThenBy(each => each.Account.Reference.ToString(), StringComparer.Ordinal).ToImmutableArray();
        var pages = Math.Max(1, (urgent.Length + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 1, pages);
        var shown = urgent.Skip((page - 1) * PerPage).Take(PerPage).ToImmutableArray();
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading(find.Length == 0 ? "The register of accounts" : $"Looking for: {UserText.Escape(UserText.Shorten(find, Limits.Find))}"),
                    Lines.Plain(Count(urgent.Length, page, pages, find.Length == 0 && keeps)),
                    .. shown.Select(each => Row(each.Account, each.Health, trust)),
                    .. shown.IsEmpty ? (ImmutableArray<CardElement>)[] : [Which([.. shown.Select(each => each.Account)])],
                    .. found.IsEmpty && find.Length == 0
                        ? (ImmutableArray<CardElement>)[]
                        : [new TextInput(Fields.Find, "Look for") { Value = UserText.Kept(find, Limits.Find), MaxLength = Limits.Find, Placeholder = "A name or an academy" }],
                    .. Lines.Buttons(
                        [
                            .. shown.IsEmpty ? (ImmutableArray<CardAction>)[] : [new ExecuteAction("Open it", new CardData(Verbs.AccountOpen)) { Style = ActionStyle.Positive }],
                            .. found.IsEmpty && find.Length == 0 ? (ImmutableArray<CardAction>)[] : [new ExecuteAction("Find", new CardData(Verbs.AccountList))],
                            .. find.Length > 0 ? (ImmutableArray<CardAction>)[new ExecuteAction("Show all", new CardData(Verbs.AccountList)) { AssociatedInputs = AssociatedInputs.None }] : [],
                            .. page < pages ? [new ExecuteAction("Next", new CardData(Verbs.AccountList) { Page = page + 1 })]
                                : page > 1 ? [new ExecuteAction("From the start", new CardData(Verbs.AccountList))]
                                : (ImmutableArray<CardAction>)[],
                            .. keeps ? (ImmutableArray<CardAction>)[new ExecuteAction("Add an account", new CardData(Verbs.AccountAdd)) { AssociatedInputs = AssociatedInputs.None }] : [],
                        ]),
                ],
                "The register of accounts."),
            "The register of accounts");
    }

    /// <summary>The accounts that somebody looks after.</summary>
    public static Message Mine(ImmutableArray<Account> mine, string personId, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Your accounts"),
                .. mine.IsEmpty
                    ? (ImmutableArray<CardElement>)
                    [
                        Lines.Plain($"The register does not name you with any account. If you look after one, please tell {UserText.Escape(Names(trust))}."),
                        .. Lines.Buttons(Press.AskPerson),
                    ]
                    :
                    [
                        .. mine.Take(PerPage).Select(account => new Container(
                            [
                                new TextBlock($"{account.Reference}: {AccountLines.Title(account)}") { Weight = TextWeight.Bolder },
                                Lines.Quiet($"{UserText.Escape(AccountLines.Where(account, trust))}. {As(account, personId)}{Standing(account)}"),
                            ])
                        { Separator = true, Spacing = Spacing.Medium }),
                        .. mine.Length > PerPage ? (ImmutableArray<CardElement>)[Lines.Quiet($"And {mine.Length - PerPage} more, in the list below.")] : [],
                        Which(mine),
                        .. Lines.Buttons(new ExecuteAction("Open it", new CardData(Verbs.AccountOpen)) { Style = ActionStyle.Positive }),
                    ],
            ],
            "Your accounts."),
        "Your accounts");

    private static string Names(Trust trust) => string.Join(" or ", trust.Holders(trust.SocialMediaManager).Select(person => person.Name)) is { Length: > 0 } names ? names : "the Social Media Manager";

    private static string Count(int found, int page, int pages, bool mayAdd) => (found, pages) switch
    {
        (0, _) => mayAdd ? "There are none yet. Add the first one: it takes a minute." : "There are none.",
        (1, _) => "1 account.",
        (_, 1) => $"{found} accounts, those that need care first.",
        _ => $"{found} accounts, those that need care first. Page {page} of {pages}.",
    };

    private static Container Row(Account account, AccountHealth health, Trust trust) => new(
        [
            new TextBlock($"{account.Reference}: {AccountLines.Title(account)}") { Weight = TextWeight.Bolder },
            account.Status is AccountStatus.Closed
                ? Lines.Plain("Closed.") with { Spacing = Spacing.Small }
                : Lines.Plain($"{AccountLines.InAWord(health)}: {health.Score} of 100.{Reasons(health)}") with { Spacing = Spacing.Small },
            Lines.Quiet($"{UserText.Escape(AccountLines.Where(account, trust))}.{Standing(account)}"),
        ])
    { Separator = true, Spacing = Spacing.Medium };

    private static string Reasons(AccountHealth health) => string.Concat(health.Reasons.Take(ReasonsShown).Select(reason => $" {UserText.Escape(UserText.Shorten(reason.Sentence, 150))}"))
        + (health.Reasons.Length > ReasonsShown ? $" And {health.Reasons.Length - ReasonsShown} more." : "");

    private static string Standing(Account account) => account.Status is AccountStatus.Open or AccountStatus.Closed ? "" : $" {AccountLines.Standing(account)}.";

    private static string As(Account account, string id) => account.IsLead(id) ? "You lead it." : account.IsDeputy(id) ? "You are its deputy." : "You can change its settings.";

    private static ChoiceInput Which(ImmutableArray<Account> shown) =>
        new(Fields.Chosen, "Which account?", [.. shown.Take(50).Select(account => new Choice(Label(account), account.Reference.ToString()))])
        {
            Value = shown.Length == 1 ? shown[0].Reference.ToString() : null,
            Placeholder = "Choose one",
            Style = ChoiceStyle.Compact,
        };

    private static string Label(Account account) => $"{account.Reference} {AccountLines.Platform(account)} {UserText.Plain(UserText.Shorten(account.Handle, 40))}";
}
