using PolicyBot.Cards;
using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Vault;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Releases;
using PolicyBot.Dialogs.Releases;

namespace PolicyBot.Dialogs.Vault;

/// <summary>
/// Leads people to the vault's pages: with Teams as a dialog, or in local mode with a code. Who may is asked here, and again by the page, which alone reads or keeps anything.
/// </summary>
internal static class VaultPages
{
    private const string NotSetUp = "The pages of the vault are not set up yet: whoever runs me has to name their address (Vault:Address). Nothing has changed.";
    private const string Newer = "Your Teams is too old for this. Please use the current one, or Teams in a browser. Nothing has changed.";
    private const string NotYours = "Only those who look after this account can do that. Nothing has changed.";

    public static Decision List(Turn turn, Known known) => turn.Where.Kind is not ConversationKind.Personal
        ? Decision.Say(NoticeCards.InPrivate())
        : Decision.Say(VaultCards.List(
            [.. known.Accounts.Where(account => AccountVault.MayPutIn(account, turn.Who.Id, known.OpenReleases, known.Trust))], known.OpenReleases, turn.Who.Id, known.Trust));

    public static Step Open(Arrival.Pressed pressed)
    {
        var step = HandleRelease.Of(pressed, (release, turn, known) =>
            Closed(release, turn) is { } sentence
                ? HandleRelease.Show(release, turn, known, sentence)
                : Way(pressed, new VaultPage(PagePurpose.Show, release.Reference.ToString()), "See the sign-in details",
                    $"{UserText.Escape(release.AccountName)}: they are shown once, for 60 seconds.", new CardData(Verbs.VaultOpen) { Ref = release.Reference.ToString() }, turn, known));
        return step with { Needs = step.Needs with { PageCode = true } };
    }

    public static Step Put(Arrival.Pressed pressed) => new(
        new Needs { Account = AccountOf(pressed), OpenReleases = true, PageCode = true }, (turn, known) =>
            known.Account is { } account && turn.Where.Kind is ConversationKind.Personal && AccountVault.MayPutIn(account, turn.Who.Id, known.OpenReleases, known.Trust)
                ? Way(pressed, new VaultPage(PagePurpose.Put, account.Reference.ToString()), "Put sign-in details into the vault",
                    $"{UserText.Escape(account.Name)}: what you type there replaces what is in the vault.", new CardData(Verbs.VaultPut) { Case = account.Reference.ToString() }, turn, known)
                : Decision.Tell(NotYours));

    /// <summary>Teams asks for the page: the same questions once more, since anybody can send this.</summary>
    public static Step Dialog(Arrival.Pressed pressed) => pressed.Verb != Verbs.VaultPage
        ? Step.Of((_, _) => Decision.Tell("I know no such page. Nothing has changed."))
        : new Step(HandleRelease.Needs(pressed) with { Account = AccountOf(pressed), OpenReleases = true }, (turn, known) =>
            known.Pages.Address is null || known.Pages.Local ? Decision.Tell(NotSetUp)
            : known.Release is { } release ? release.IsRecipient(turn.Who.Id) ? Closed(release, turn) is { } sentence ? Decision.Tell(sentence) : Shown(PagePurpose.Show, release.Reference) : Decision.Tell(ReleaseRules.NotYours)
            : known.Account is { } account && AccountVault.MayPutIn(account, turn.Who.Id, known.OpenReleases, known.Trust) ? Shown(PagePurpose.Put, account.Reference)
            : Decision.Tell(NotYours));

    private static Decision Shown(PagePurpose purpose, CaseReference subject) => new() { Page = new VaultPage(purpose, subject.ToString()) };

    private static string? Closed(Release release, Turn turn) =>
        !release.IsRecipient(turn.Who.Id) ? ReleaseRules.NotYours
        : release.Status is not ReleaseStatus.Approved ? ReleaseRules.Standing(release)
        : turn.When < release.From ? "Its time has not come yet."
        : turn.When >= release.To ? "Its time is over. Please ask for it again."
        : null;

    private static Decision Way(Arrival.Pressed pressed, VaultPage page, string heading, string what, CardData again, Turn turn, Known known)
    {
        if (pressed.AsMessage)
            return Decision.Tell(Newer);
        if (known.Pages.Address is not { } address)
            return Decision.Tell(NotSetUp);
        if (!known.Pages.Local)
            return Decision.Show(VaultCards.InTeams(heading, what, again with { Verb = Verbs.VaultPage }));
        return known.PageCode is not { } code
            ? Decision.Tell(NotSetUp)
            : Decision.Show(VaultCards.WithCode(heading, what, code.Grouped, $"{address}{page.Path}", again)) with
            {
                Ticket = code.For(turn.Who.Id, page, turn.When),
                Kept = VaultCards.CodeGone(heading, again),
            };
    }

    private static CaseReference? AccountOf(Arrival.Pressed pressed) =>
        CaseReference.TryParse(pressed.Data.Text(Fields.Case) is { Length: > 0 } named ? named : pressed.Data.Text(Fields.Chosen), out var reference) && reference.Kind == CaseReference.Account
            ? reference
            : null;
}
