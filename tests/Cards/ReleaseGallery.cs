using PolicyBot.Cards;
using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Releases;
using PolicyBot.Cards.Vault;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Trail;
using PolicyBot.Policy;

namespace PolicyBot.Tests.Cards;

/// <summary>Releases of sign-in details in every state, the ways to the vault's pages, and what is said to a password in the chat.</summary>
internal static class ReleaseGallery
{
    private static readonly Trust Trust = Sample.Trust with { ChiefExecutive = new Role(["id-jane"], null, null) };
    private static readonly PersonRef Tom = new("id-tom", "Tom_Hill");
    private static readonly PersonRef Rita = new("id-rita", "Rita Moss");
    private static readonly PersonRef Jane = new("id-jane", "Jane Smith");

    private static readonly ReportProblems Problems = ((string[])[Fields.Chosen, Fields.HandTo, Fields.Reason, Fields.FirstDay, Fields.LastDay])
        .Aggregate(ReportProblems.None, (all, field) => all.With(field, "Please mend this."));

    public static IEnumerable<(string, Message)> Cards()
    {
        foreach (var (name, text) in ((string, string)[])[("", "Tom takes the netball account over"), (", hostile", Sample.Hostile)])
            foreach (var entry in Of(name, text, text.Length > 50 ? text : "Netball at North"))
                yield return entry;
    }

    public static IEnumerable<(string, Message)> Longest(string name, string piece) => Of($", 100000 {name}", Sample.Repeat(piece), Sample.Repeat(piece));

    private static IEnumerable<(string, Message)> Of(string name, string text, string account)
    {
        var asked = Asked(text, account);
        var first = After(ReleaseRules.Approve(asked, Rita, Trust, Sample.Now.AddHours(1)));
        var approved = After(ReleaseRules.Approve(first, Jane, Trust, Sample.Now.AddHours(2)));
        var opening = After(ReleaseRules.Open(approved, Tom, "one", "acc-2026-0001/1", Trust, Sample.Now.AddHours(3)));
        var shown = After(ReleaseRules.Shown(opening, "one", Sample.Now.AddHours(3)));
        (string State, Release Release)[] states =
        [
            ("asked", asked), ("approved by one", first), ("approved", approved), ("opening", opening), ("failed", After(ReleaseRules.Fail(opening, "one", Tom, Sample.Now.AddHours(3)))), ("shown", shown),
            ("confirmed", After(ReleaseRules.Confirm(shown, Tom, Sample.Now.AddHours(4)))), ("replaced", After(ReleaseRules.Replaced(shown, Tom, "acc-2026-0001/2", Sample.Now.AddHours(4)))),
            ("refused", asked with { Status = ReleaseStatus.Refused, Refusal = new Approval(Rita, Sample.Now, text), EndedAt = Sample.Now }), ("withdrawn", After(ReleaseRules.Withdraw(asked, Tom, Sample.Now))),
            ("expired", ReleaseClock.Pass(asked, ReleaseDueStep.Expire, Sample.Now.AddDays(5)).After),
        ];
        foreach (var (state, release) in states)
        {
            yield return ($"release {state}, recipient{name}", ReleaseCards.Card(release, "id-tom", Trust, "post-1"));
            yield return ($"release {state}, approver{name}", ReleaseCards.Card(release, "id-rita", Trust, "post-1", $"Somebody was faster. {UserText.Shorten(text, 400)}"));
        }
        yield return ($"release note{name}", ReleaseCards.Note(asked, "Sign-in details wait for approval", UserText.Shorten(text, 300), "note-1"));
        yield return ($"release form{name}", ReleaseForms.Ask(new ReleaseTyped("draft1", "", "", "", "2026-11-22", "2026-11-25", ""), [Account(account), Account("Drama")], ReportProblems.None, Trust));
        yield return ($"release form, wrong{name}", ReleaseForms.Ask(new ReleaseTyped("draft1", text, "id-jane", text, text, text, "HOV-2026-0001"), [Account(account)], Problems, Trust));
        yield return ($"release form, no accounts{name}", ReleaseForms.Ask(new ReleaseTyped("draft1", "", "", "", "2026-11-22", "2026-11-25", ""), [], ReportProblems.None, Trust));
        yield return ($"release refuse{name}", ReleaseForms.Refuse(asked, text, "Please say why not.", "post-1"));
        yield return ($"vault{name}", VaultCards.List([Account(account), Account("Drama")], [asked, shown], "id-tom", Trust));
        yield return ($"vault, nothing{name}", VaultCards.List([], [], "id-bob", Trust));
        yield return ($"vault page in Teams{name}", VaultCards.InTeams("Put sign-in details into the vault", UserText.Escape(UserText.Shorten(account, 100)), new CardData(Verbs.VaultPage) { Case = "ACC-2026-0001" }));
        yield return ($"vault page with code{name}", VaultCards.WithCode("See the sign-in details", UserText.Escape(UserText.Shorten(account, 100)), "ABCD EFGH JKLM", "http://127.0.0.1:3978/vault/show/RLS-2026-0001", new CardData(Verbs.VaultOpen)));
        yield return ($"vault code gone{name}", VaultCards.CodeGone("See the sign-in details", new CardData(Verbs.VaultOpen)));
        var clause = new Citation(Sample.Policy, Sample.Policy.Clause("manager.passwords")!);
        yield return ($"password typed{name}", SecretCards.Typed(clause));
        yield return ($"password asked{name}", SecretCards.Asked(clause));
        yield return ($"password asked, no clause{name}", SecretCards.Asked(null));
        yield return ($"my releases{name}", MyReportsCards.List([], [], Trust, releases: ReleaseCards.Rows([.. Enumerable.Repeat(asked, 8)], "id-tom", Trust)));
    }

    private static Release Asked(string text, string account)
    {
        var asked = new Release(
            new CaseReference(CaseReference.Release, 2026, 1), "north", "ACC-2026-0001", account, Tom, Tom, Plain(text), null, Sample.Now, Sample.Now.AddDays(3), Sample.Now, "draft1",
            ReleaseStatus.Asked, TrailHead.Start);
        return After(ReleaseRules.Ask(asked, Trust, Sample.Now)) with { Why = text };
    }

    // What looks like a password is refused as a reason; how a card shows any text at all is asked here.
    private static string Plain(string text) => Cases.Secrets.LooksSecret.In(text) ? "Because" : text;

    private static Account Account(string name) => new(
        new CaseReference(CaseReference.Account, 2026, 1), Rita, Sample.Now, "draft-1", new AccountFacts("north", "Instagram", "north", name), Tom, AccountStatus.Open, TrailHead.Start);

    private static Release After(Ruling<Release> ruling) => ((Ruling<Release>.Allowed)ruling).After;
}
