using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cards.Accounts;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs.Accounts;

/// <summary>The pages on which those who keep the register change what stands there, and those who look after an account say what is wrong.</summary>
internal static class EditAccount
{
    public static Step Open(Arrival.Pressed pressed) => On(pressed, (account, page, _, turn, known) =>
        account.Status is AccountStatus.Closed && page is not AccountPage.Status ? HandleAccount.Show(account, turn, known) : Decision.Show(AccountForms.Form(View(account, page, turn, known))));

    public static Step Save(Arrival.Pressed pressed) => On(pressed, (account, page, role, turn, known) =>
    {
        var typed = AccountForm.Read(page, pressed.Data);
        var view = View(account, page, turn, known) with { Typed = typed };
        var (facts, problems) = AccountForm.Facts(account.Facts, page, typed, view.Academies, known.Trust);
        if (Missing(account, page, typed, problems) is { Any: true } wrong)
            return Decision.Show(AccountForms.Form(view with { Problems = wrong }));
        // What somebody says is wrong does not take anything away from what another changed.
        if (page is not AccountPage.Wrong && pressed.Data.Text(Fields.Seen) != account.Edition.ToString(CultureInfo.InvariantCulture))
            return Decision.Show(AccountForms.Form(view with { Notice = $"{HandleAccount.Faster(account, known.Trust)} Nothing of yours was saved. If it still fits, press again." }));

        var ruling = page switch
        {
            AccountPage.Status => AccountRules.Mark(account, Enum.Parse<AccountStatus>(typed[AccountFields.Status]), typed[Fields.Reason], turn.Who.Ref, turn.When),
            AccountPage.Wrong => AccountRules.Doubt(account, typed[AccountFields.Wrong], turn.Who.Ref, turn.When),
            _ => AccountSteps.Take(
                account,
                each => page is AccountPage.Who && AccountForm.Person(typed[AccountFields.Lead], known.Trust) is { } lead && !each.IsLead(lead.Id)
                    ? AccountRules.HandTo(each, lead, "", turn.Who.Ref, turn.When)
                    : new Ruling<Account>.Refused(AccountRules.NothingNew),
                each => AccountRules.Change(each, facts, known.Accounts, turn.Who.Ref, turn.When)),
        };
        return ruling switch
        {
            Ruling<Account>.Allowed allowed => HandleAccount.Done(account, allowed, page is AccountPage.Wrong ? "Thank you. Whoever keeps the register puts it right." : "Saved.", turn, known) with
            {
                Sends = [
                    .. page is AccountPage.Wrong ? AccountSends.Doubted(allowed.After, turn.Who.Id, known.Trust) : [],
                    .. account.Lead != allowed.After.Lead ? AccountSends.NewLead(allowed.After, turn.Who.Id, known.Trust) : [],
                    .. AccountSends.CheckInOver(account, allowed.After, known.Trust)],
            },
            Ruling<Account>.Refused { Sentence: AccountRules.NothingNew } => HandleAccount.Show(account, turn, known, AccountRules.NothingNew),
            Ruling<Account>.Refused refused => Decision.Show(AccountForms.Form(view with { Notice = refused.Sentence })),
            _ => throw new InvalidOperationException("A ruling is one of two."),
        };
    });

    /// <summary>Somebody says that all of it is right, of exactly what they had in front of them.</summary>
    public static Step Confirm(Arrival.Pressed pressed) => HandleAccount.AsAny(pressed, (account, role, turn, known) =>
    {
        if (role is AccountRole.Reader)
            return Decision.Tell(HandleAccount.NotYours);
        if (pressed.Data.Text(Fields.Seen) != account.Edition.ToString(CultureInfo.InvariantCulture))
            return HandleAccount.Show(account, turn, known, $"{HandleAccount.Faster(account, known.Trust)} Please look at it again.");
        var review = DateOnly.FromDateTime(known.Trust.Local(turn.When + known.Trust.Accounts.ReviewEvery).DateTime);
        return AccountRules.Confirm(account, review, turn.Who.Ref, turn.When) switch
        {
            Ruling<Account>.Allowed allowed => HandleAccount.Done(account, allowed, "Thank you. It is noted that this is right.", turn, known),
            Ruling<Account>.Refused refused => HandleAccount.Show(account, turn, known, refused.Sentence),
            _ => throw new InvalidOperationException("A ruling is one of two."),
        };
    });

    private static ReportProblems Missing(Account account, AccountPage page, Cards.Incidents.Typed typed, ReportProblems problems) => page switch
    {
        AccountPage.Who when account.Lead is not null && typed[AccountFields.Lead].Length == 0 =>
            problems.With(AccountFields.Lead, "Somebody has to lead it. Please choose who, or park or close the account."),
        AccountPage.Status when AccountChoices.Statuses.All(status => status.Value != typed[AccountFields.Status] || status.Value == nameof(AccountStatus.HandingOver)) =>
            problems.With(AccountFields.Status, "Please choose what it is now."),
        AccountPage.Status when typed[Fields.Reason].Length == 0 => problems.With(Fields.Reason, "Please say why, in a few words."),
        AccountPage.Status => AccountForm.Said(problems, Fields.Reason, AccountWords.TooLong(typed[Fields.Reason], Limits.Because)),
        AccountPage.Wrong when typed[AccountFields.Wrong].Length == 0 => problems.With(AccountFields.Wrong, "Please say what is wrong."),
        AccountPage.Wrong => AccountForm.Said(problems, AccountFields.Wrong, AccountWords.TooLong(typed[AccountFields.Wrong], Limits.Because)),
        _ => problems,
    };

    private static Step On(Arrival.Pressed pressed, Func<Account, AccountPage, AccountRole, Turn, Known, Decision> decide) => HandleAccount.AsAny(
        pressed,
        (account, role, turn, known) =>
            Enum.GetNames<AccountPage>().Contains(pressed.Data.Text(Fields.Step), StringComparer.Ordinal) && Enum.Parse<AccountPage>(pressed.Data.Text(Fields.Step)) is var page
            && (role is AccountRole.Keeper || (role is AccountRole.Own && page is AccountPage.Wrong))
                ? decide(account, page, role, turn, known)
                : Decision.Tell(HandleAccount.NotYours),
        others: true);

    private static AccountView View(Account account, AccountPage page, Turn turn, Known known) =>
        new(page, account, known.Trust, turn.When) { Academies = AddAccount.Academies(known.Trust, turn.Who.Id) };
}
