using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Accounts;

namespace PolicyBot.Cards.Accounts;

/// <summary>The pages on which the register is filled in. Only whoever opened one sees it. None has a refresh, which would wipe what is being typed.</summary>
public static class AccountForms
{
    public const string TheTrust = "trust";

    public static Message Form(AccountView view)
    {
        var title = view.Account is { } account ? $"{account.Reference}: {Heading(view.Page)}" : "Add an account";
        var summary = view.Account is { } known ? $"{known.Reference}: {Heading(view.Page)}" : "Add an account";
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading(title),
                    .. Lines.Problem(view.Notice),
                    .. view.Page switch
                    {
                        AccountPage.What => What(view),
                        AccountPage.Who => Who(view),
                        AccountPage.Safe => Safe(view),
                        AccountPage.Status => Status(view),
                        _ => Wrong(view),
                    },
                    .. Lines.Buttons(new ExecuteAction(Button(view), Data(view)) { Style = ActionStyle.Positive }, Back(view)),
                ],
                $"{summary}."),
            summary);
    }

    private static CardData Data(AccountView view) => view.Account is { } account
        ? AccountCards.Data(Verbs.AccountSave, account) with { Step = view.Page.ToString(), Seen = account.Edition }
        : new CardData(Verbs.AccountCreate) { Draft = view.Draft };

    private static ExecuteAction Back(AccountView view) => view.Account is { } account
        ? new ExecuteAction("Back", AccountCards.Data(Verbs.AccountCard, account)) { AssociatedInputs = AssociatedInputs.None }
        : new ExecuteAction("Back", new CardData(Verbs.AccountList)) { AssociatedInputs = AssociatedInputs.None };

    private static ImmutableArray<CardElement> What(AccountView view)
    {
        var facts = view.Account?.Facts;
        return
        [
            .. Choice(view, Fields.Platform, "Which platform?", AccountChoices.Platforms, facts?.Platform),
            .. Text(view, Fields.Account, "Its name there", facts?.Handle, AccountWords.Handle, "@north_academy"),
            .. Text(view, AccountFields.Name, "What people call it", facts?.Name, AccountWords.Name, "North Academy on Instagram"),
            .. Choice(view, Fields.Academy, "Whose is it?", view.Academies, facts is null ? Only(view.Academies) : facts.Academy.Length == 0 ? TheTrust : facts.Academy),
            .. view.Account is null ? Person(view, AccountFields.Lead, "Who leads it (if somebody does)?", null) : [],
            .. Text(view, Fields.Link, "Link (if you have it)", facts?.Link, AccountWords.Link, "https://"),
            .. Text(view, AccountFields.Purpose, "What is it for?", facts?.Purpose, AccountWords.Purpose, "News and events for families"),
            .. Text(view, Fields.Audience, "Who reads it?", facts?.Audience, AccountWords.Audience, "Families, former pupils"),
            .. view.Account is null ? (ImmutableArray<CardElement>)[Lines.Quiet("You can say who looks after it, and how it is kept safe, on the next card.")] : [],
        ];
    }

    private static ImmutableArray<CardElement> Who(AccountView view) =>
    [
        .. Person(view, AccountFields.Lead, "Who leads it?", view.Account!.Lead?.Id),
        Lines.Quiet("A new lead has the account at once. If somebody is leaving, use a handover instead: it takes you through the steps."),
        .. Person(view, AccountFields.Deputy, "Who is the deputy (if there is one)?", view.Account.Deputy?.Id),
        new ChoiceInput(AccountFields.Administrators, "Who can change its settings?", [])
        {
            Value = NullIfEmpty(Kept(view, AccountFields.Administrators, string.Join(',', view.Account.Administrators.Select(person => person.Id)))),
            Placeholder = "Type a name",
            IsMultiSelect = true,
            ChoicesData = ChoiceQuery.People,
        },
        .. Lines.Problem(view.Problems.For(AccountFields.Administrators)),
        Lines.Quiet("Everybody who has full control on the platform. Two are safer than one."),
    ];

    private static ImmutableArray<CardElement> Safe(AccountView view)
    {
        var facts = view.Account!.Facts;
        return
        [
            Lines.Plain("No password, code, address or number goes here: only whether things are as they should be."),
            .. Text(view, AccountFields.Owner, "In whose name is it registered?", facts.OwnerOfRecord, AccountWords.Owner, view.Trust.Name),
            .. Choice(view, AccountFields.RecoveryEmail, "Is the recovery e-mail the Trust's?", AccountChoices.Whether, facts.RecoveryEmailIsTrusts.ToString()),
            .. Choice(view, AccountFields.RecoveryPhone, "Is the recovery phone the Trust's?", AccountChoices.Whether, facts.RecoveryPhoneIsTrusts.ToString()),
            .. Choice(view, AccountFields.TwoFactor, "Two-factor sign-in", AccountChoices.TwoFactors, facts.TwoFactor.ToString()),
            .. facts.IsInVault
                ? [Lines.Quiet("Its sign-in details are in the vault. To change what the vault keeps, type vault.")]
                : Text(view, AccountFields.VaultEntry, "Name of its entry in the vault (if it has one)", facts.VaultEntry, AccountWords.VaultEntry, "north-instagram"),
            new DateInput(AccountFields.NextReview, "When should somebody look again?", NullIfEmpty(Kept(view, AccountFields.NextReview, facts.NextReview?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))),
            .. Lines.Problem(view.Problems.For(AccountFields.NextReview)),
        ];
    }

    private static ImmutableArray<CardElement> Status(AccountView view) =>
    [
        .. Choice(view, AccountFields.Status, "What is it now?", [.. AccountChoices.Statuses.Where(status => status.Value != nameof(AccountStatus.HandingOver))], view.Account!.Status.ToString()),
        Lines.Quiet("Parked: nothing is posted there, and the name is kept so that nobody else takes it. Closed: it has been deleted or shut down."),
        .. Text(view, Fields.Reason, "Why?", null, Limits.Because, null, multiline: true),
    ];

    private static ImmutableArray<CardElement> Wrong(AccountView view) =>
    [
        Lines.Plain("Whoever keeps the register reads this and puts it right. Please write no password here."),
        .. Text(view, AccountFields.Wrong, "What is wrong?", null, Limits.Because, "For example: I do not lead this any more", multiline: true),
    ];

    private static ImmutableArray<CardElement> Text(AccountView view, string field, string label, string? now, int longest, string? placeholder, bool multiline = false) =>
    [
        new TextInput(field, label)
        {
            Value = UserText.Kept(Kept(view, field, now), longest), IsMultiline = multiline ? true : null, MaxLength = longest, Placeholder = placeholder,
        },
        .. Lines.Problem(view.Problems.For(field)),
    ];

    private static ImmutableArray<CardElement> Choice(AccountView view, string field, string label, ImmutableArray<(string Value, string Title)> choices, string? now) =>
    [
        new ChoiceInput(field, label, Choices.Of(choices)) { Value = Choices.Known(choices, Kept(view, field, now)), Placeholder = "Choose one", Style = ChoiceStyle.Compact },
        .. Lines.Problem(view.Problems.For(field)),
    ];

    private static ImmutableArray<CardElement> Person(AccountView view, string field, string label, string? now) =>
    [
        new ChoiceInput(field, label, []) { Value = NullIfEmpty(Kept(view, field, now)), Placeholder = "Type a name", ChoicesData = ChoiceQuery.People },
        .. Lines.Problem(view.Problems.For(field)),
    ];

    private static string Kept(AccountView view, string field, string? now) => view.Typed is { } typed ? UserText.Kept(typed[field], 1000) : now ?? "";

    private static string? Only(ImmutableArray<(string Value, string Title)> academies) => academies.Length == 1 ? academies[0].Value : null;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string Button(AccountView view) => view.Page switch
    {
        _ when view.Account is null => "Add it",
        AccountPage.Wrong => "Send it",
        _ => "Save",
    };

    private static string Heading(AccountPage page) => page switch
    {
        AccountPage.What => "what it is",
        AccountPage.Who => "who looks after it",
        AccountPage.Safe => "how it is kept safe",
        AccountPage.Status => "open, parked or closed",
        _ => "what is wrong",
    };
}
