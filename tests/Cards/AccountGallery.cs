using PolicyBot.Cards;
using PolicyBot.Cards.Accounts;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Tests.Cards;

/// <summary>The register of accounts, its pages, and the questions that leads are asked.</summary>
internal static class AccountGallery
{
    private static readonly PersonRef Ann = new("id-ann", "Ann Lee");
    private static readonly PersonRef Tom = new("id-tom", "Tom_Hill");
    private static readonly PersonRef Rita = new("id-rita", "Rita Moss");
    private static readonly ImmutableArray<string> Inputs =
    [
        Fields.Platform, Fields.Account, AccountFields.Name, Fields.Academy, AccountFields.Lead, Fields.Link, AccountFields.Purpose, Fields.Audience, AccountFields.Deputy, AccountFields.Administrators,
        AccountFields.Owner, AccountFields.RecoveryEmail, AccountFields.RecoveryPhone, AccountFields.TwoFactor, AccountFields.VaultEntry, AccountFields.NextReview, AccountFields.Status, Fields.Reason, AccountFields.Wrong,
    ];

    public static IEnumerable<(string, Message)> Cards() =>
    [
        ("account register, empty", AccountListCards.Register([], "", 1, keeps: true, "id-rita", Sample.Trust, Sample.Now)),
        ("account register, nothing found", AccountListCards.Register([], "north", 1, keeps: true, "id-rita", Sample.Trust, Sample.Now)),
        ("account register", AccountListCards.Register([Good(1), Poor(2), After(AccountRules.Mark(Good(3), AccountStatus.Parked, "Later", Rita, Sample.Now))], "", 1, keeps: true, "id-rita", Sample.Trust, Sample.Now)),
        ("account register, many", AccountListCards.Register([.. Enumerable.Range(1, 30).Select(Poor)], "", 2, keeps: false, "id-rita", Sample.Trust, Sample.Now)),
        ("account mine", AccountListCards.Mine([Good(1), Poor(2)], "id-ann", Sample.Trust)),
        ("account mine, none", AccountListCards.Mine([], "id-ann", Sample.Trust)),
        .. Of("", Good(1)), .. Of(", poor", Poor(2)), .. Of(", hostile", Filled(Sample.Hostile)),
        .. Enum.GetValues<AccountPage>().SelectMany(page => (IEnumerable<(string, Message)>)[
            ($"account page {page}", AccountForms.Form(View(page, Good(1)))),
            ($"account page {page}, problems", AccountForms.Form(View(page, Good(1)) with { Typed = Typed(Sample.Hostile), Problems = Problems, Notice = "Ann Lee changed this on Sunday 22 November 2026 at 10:32, after you opened it." }))]),
        ("account page Safe, in the vault", AccountForms.Form(View(AccountPage.Safe, Good(1) with { Facts = Good(1).Facts with { VaultEntry = "acc-2026-0001/2" } }))),
        ("account page, new", AccountForms.Form(View(AccountPage.What, null) with { Draft = "draft-1" })),
    ];

    public static IEnumerable<(string, Message)> Longest(string name, string piece)
    {
        var text = Sample.Repeat(piece);
        var account = Filled(text);
        return
        [
            .. Of($", {name}", account),
            ($"account register, {name}", AccountListCards.Register([.. Enumerable.Range(1, 30).Select(_ => account)], text, 1, keeps: true, "id-rita", Sample.Trust, Sample.Now)),
            ($"account mine, {name}", AccountListCards.Mine([.. Enumerable.Range(1, 60).Select(_ => account)], "id-ann", Sample.Trust)),
            .. Enum.GetValues<AccountPage>().Select(page => ($"account page {page}, {name}", AccountForms.Form(View(page, account) with { Typed = Typed(text), Problems = Problems }))),
        ];
    }

    private static IEnumerable<(string, Message)> Of(string name, Account account)
    {
        var leaver = new NoticedLeaver(account.Lead ?? Ann, DirectoryStanding.Leaving, new DateOnly(2026, 12, 18), Sample.Now);
        var asked = AccountClock.Pass(account, AccountStep.CheckIn, Sample.Trust, Sample.Now).After;
        var passed = account.Deputy is null ? asked : AccountClock.Pass(asked, AccountStep.Next, Sample.Trust, Sample.Now).After;
        var came = new CheckInAnswer(CheckInSays.SomethingCame, Ann, Sample.Now, Sample.Now);
        foreach (var role in Enum.GetValues<AccountRole>())
            yield return ($"account {role}{name}", AccountCards.Card(account with { Leavers = [leaver] }, role, role is AccountRole.Keeper ? "id-rita" : "id-ann", Sample.Trust, Sample.Now, role is AccountRole.Keeper ? "Saved." : null));
        yield return ($"account now yours{name}", AccountCards.NowYours(account, Sample.Trust));
        yield return ($"account doubted{name}", AccountCards.Doubted(account, account.Doubt ?? new AccountDoubt(Ann, Sample.Now, "Tom leads this since May.")));
        yield return ($"account somebody leaves{name}", AccountCards.SomebodyLeaves(account, leaver, Sample.Trust));
        yield return ($"account review{name}", AccountCards.Review(account, Sample.Trust));
        yield return ($"account check-in{name}", CheckInCards.Ask(asked, asked.CheckIn!, Sample.Now, "id-ann", Sample.Trust));
        yield return ($"account check-in, passed on{name}", CheckInCards.Ask(passed, passed.CheckIn!, Sample.Now, "id-rita", Sample.Trust));
        yield return ($"account check-in, over{name}", CheckInCards.Over(account, CheckInCards.Answered(came, Sample.Trust), came, "id-ann"));
    }

    private static AccountView View(AccountPage page, Account? account) => new(page, account, Sample.Trust, Sample.Now)
    {
        Academies = [(AccountForms.TheTrust, "Dudley Academies Trust itself"), ("north", "North Academy"), ("south", "South Academy")],
    };

    private static readonly ReportProblems Problems = Inputs.Aggregate(ReportProblems.None, (all, field) => all.With(field, "Please mend this."));

    private static Typed Typed(string text) => new(Inputs.ToImmutableDictionary(field => field, _ => text.Length <= 1000 ? text : text[..1000], StringComparer.Ordinal));

    private static Account Good(int number) => After(AccountRules.Confirm(
        Added(
            new AccountFacts("north", "instagram", "north_academy", "North Academy on Instagram")
            {
                Link = "https://www.instagram.com/north_academy",
                Purpose = "News and events",
                Audience = "Families",
                Deputy = Tom,
                Administrators = [Ann, Rita],
                OwnerOfRecord = "Dudley Academies Trust",
                RecoveryEmailIsTrusts = IsSo.Yes,
                RecoveryPhoneIsTrusts = IsSo.Yes,
                TwoFactor = TwoFactor.App,
                VaultEntry = "north-instagram",
            }, Ann, number),
        new DateOnly(2027, 5, 24), Ann, Sample.Now));

    private static Account Poor(int number) => Added(new AccountFacts("", "x", $"dat_{number}", "The Trust on X") { Administrators = [Ann], RecoveryEmailIsTrusts = IsSo.No }, null, number);

    private static Account Filled(string text) => After(AccountRules.Doubt(
        Added(
            new AccountFacts("north", "instagram", text, text)
            {
                Link = text,
                Purpose = text,
                Audience = text,
                Deputy = new PersonRef("id-tom", text),
                Administrators = [.. Enumerable.Range(0, 20).Select(number => new PersonRef($"id-{number}", text))],
                OwnerOfRecord = text,
            }, Ann, 4),
        text, new PersonRef("id-bob", "Bob_Ray"), Sample.Now));

    private static Account Added(AccountFacts facts, PersonRef? lead, int number) =>
        After(AccountRules.Add(new CaseReference(CaseReference.Account, 2026, number), facts, lead, [], Rita, $"draft-{number}", Sample.Now));

    private static Account After(Ruling<Account> ruling) => Assert.IsType<Ruling<Account>.Allowed>(ruling).After;
}
