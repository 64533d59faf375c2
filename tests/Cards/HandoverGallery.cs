using PolicyBot.Cards;
using PolicyBot.Cards.Handovers;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Tests.Cards;

/// <summary>Handovers in every state, as each of their people sees them.</summary>
internal static class HandoverGallery
{
    private static readonly PersonRef Ann = new("id-ann", "Ann Lee");
    private static readonly PersonRef Bob = new("id-bob", "Bob Ray");
    private static readonly PersonRef Rita = new("id-rita", "Rita Moss");
    private static readonly DateOnly LastDay = new(2026, 12, 18);

    private static readonly ReportProblems Problems = ((string[])[
        Fields.HandedAccount, Fields.Platform, Fields.Account, Fields.Why, Fields.LastDay, Fields.HandFrom, Fields.Way, Fields.HandTo, Fields.Says, Fields.Chosen, Fields.States, Fields.Note])
        .Aggregate(ReportProblems.None, (all, field) => all.With(field, "Please mend this."));

    public static IEnumerable<(string, Message)> Cards()
    {
        yield return ("handover ask", Ask(HandoverRequest.New("turn-1"), ReportProblems.None, [Account(1, "North Academy", "facebook"), Account(2, "North PE", "instagram")]));
        yield return ("handover ask, too late", Ask(new HandoverRequest("turn-1", "ACC-2026-0001", "", "", "Leaving", "2026-11-24", "", "id-bob", "Transfer"), ReportProblems.None, [Account(1, "North Academy", "facebook")]));
        yield return ("handover ask, not in the register", Ask(HandoverRequest.New("turn-1"), ReportProblems.None, []));
        yield return ("handover ask, problems", Ask(HandoverRequest.New("turn-1", Fields.NotListed), Problems, [Account(1, "North Academy", "facebook")]));
        yield return ("handover ask, hostile", Ask(
            new HandoverRequest("turn-1", Fields.NotListed, Sample.Hostile, Sample.Hostile, Sample.Hostile, Sample.Hostile, Sample.Hostile, Sample.Hostile, Sample.Hostile), Problems, [Account(1, Sample.Hostile, "facebook")]));
        yield return ("handover cancelled", HandoverAskCards.Cancelled());
        foreach (var entry in Of("", "North Academy", "It fits", "Looked at it: she is out"))
            yield return entry;
        foreach (var entry in Of(", hostile", Sample.Hostile, Sample.Hostile, Sample.Hostile))
            yield return entry;
    }

    public static IEnumerable<(string, Message)> Longest(string name, string piece)
    {
        var text = Sample.Repeat(piece);
        yield return ($"handover ask, 100000 {name}", Ask(
            new HandoverRequest("turn-1", Fields.NotListed, text, text, text, text, text, text, text), Problems, [.. Enumerable.Range(1, 120).Select(number => Account(number, text, "facebook"))]));
        foreach (var entry in Of($", 100000 {name}", text, text, text))
            yield return entry;
    }

    private static IEnumerable<(string, Message)> Of(string name, string account, string because, string note)
    {
        var asked = Asked(account, "youtube", HandoverWhy.Leaving, Ann);
        var underway = Decided(asked, because);
        var waiting = Walked(underway, "yt-wait", note);
        var walked = Walked(underway, null, note);
        var ready = Seen(walked, note);
        var urgent = Decided(Asked(account, "facebook", HandoverWhy.Urgent, Rita with { Id = "id-jane" }), because);
        (string State, Handover Handover)[] states =
        [
            ("asked", asked), ("not in the register", asked with { Account = asked.Account with { Reference = null } }), ("under way", underway), ("waiting", waiting), ("to be confirmed", walked),
            ("ready", ready), ("finished", ready with { Status = HandoverStatus.Completed, EndedAt = Sample.Now.AddDays(9) }),
            ("closed", ready with { Status = HandoverStatus.Completed, EndedAt = Sample.Now.AddDays(9), Wish = ready.Wish with { Way = HandoverWay.Close, To = null } }),
            ("refused", asked with { Status = HandoverStatus.Refused, Decision = new HandoverDecision(DecisionSays.Refuse, Rita, Sample.Now, because), EndedAt = Sample.Now }),
            ("stopped", waiting with { Status = HandoverStatus.Withdrawn, StoppedBecause = because, EndedAt = Sample.Now }), ("urgent", urgent), ("too late", underway with { Wish = underway.Wish with { LastDay = new DateOnly(2026, 11, 25) } }),
        ];
        foreach (var (state, handover) in states)
            foreach (var (who, person) in ((string, string)[])[("manager", Rita.Id), ("who hands over", Ann.Id), ("who takes over", Bob.Id), ("nobody", "id-omar")])
                yield return ($"handover {state}, {who}{name}", HandoverCards.Card(handover, person, Sample.Trust, Sample.Now, "card-1"));
        foreach (var act in Enum.GetValues<HandoverAct>())
            foreach (var (state, handover) in ((string, Handover)[])[("", act is HandoverAct.Decide or HandoverAct.Name ? asked : act is HandoverAct.Confirm ? walked : underway), (", nothing to do", ready)])
            {
                yield return ($"handover form {act}{state}{name}", HandoverForms.Form(View(act, handover, Typed(""), ReportProblems.None, null, account)));
                yield return ($"handover form {act}{state}, problems{name}", HandoverForms.Form(View(act, handover, Typed(note), Problems, "Something else comes first. Nothing was noted.", account)));
                yield return ($"handover too late to {act}{state}{name}", HandoverForms.TooLate(View(act, handover, Typed(note), ReportProblems.None, null, account), "Rita Moss decided already."));
            }
        yield return ($"handover form password{name}", HandoverForms.Form(View(HandoverAct.Step, Walked(Decided(Asked(account, "instagram", HandoverWhy.Leaving, Ann), because), "password", note), Typed(""), ReportProblems.None, null, account)));
        yield return ($"handover note{name}", HandoverCards.Note(underway, Ann.Id, Sample.Trust, "note-1"));
        foreach (var reminder in Enum.GetValues<HandoverReminder>())
            yield return ($"handover reminder {reminder}{name}", HandoverCards.Reminder(reminder is HandoverReminder.Undecided or HandoverReminder.WaitMustBegin ? asked : walked, reminder, "note-1"));
        yield return ($"handovers{name}", HandoverList.Of([asked, underway, ready, .. states.Select(each => each.Handover)], Rita.Id, Sample.Trust));
        yield return ($"my handovers{name}", MyReportsCards.List([], [], Sample.Trust, handovers: [asked, underway, ready], personId: Rita.Id));
        if (name.Length == 0)
            yield return ("handovers, none", HandoverList.Of([], Rita.Id, Sample.Trust));
    }

    private static Message Ask(HandoverRequest typed, ReportProblems problems, ImmutableArray<Account> accounts) => HandoverAskCards.Form(typed, problems, accounts, Sample.Trust, Sample.Library, Sample.Now);

    private static HandoverFormView View(HandoverAct act, Handover handover, HandoverTyped typed, ReportProblems problems, string? notice, string account) =>
        new(act, handover, act is HandoverAct.Confirm ? Bob.Id : Rita.Id, typed, problems, notice, problems.Any && act is HandoverAct.Name ? [] : [Account(1, account, "youtube")], Sample.Trust, "card-1");

    private static HandoverTyped Typed(string text) => new(text, text, text, text, text, text);

    private static Account Account(int number, string name, string platform) =>
        new(new CaseReference(CaseReference.Account, 2026, number), Rita, Sample.Now, $"account-{number}", new AccountFacts("north", platform, $"north{number}", name) { VaultEntry = name }, Ann, AccountStatus.Open, TrailHead.Start);

    private static Handover Asked(string account, string platform, HandoverWhy why, PersonRef asker) => After(HandoverRules.Ask(
        new CaseReference(CaseReference.Handover, 2026, 7), new HandoverWish(why, HandoverWay.Transfer, LastDay, Ann, Bob), HandoverAccount.Of(Account(1, account, platform)), asker, "north", "turn-1",
        Sample.Trust with { People = [.. Sample.Trust.People.Select(person => person with { Manager = "id-jane" })] }, Sample.Now));

    // The rules would refuse what is too long; here it is to be seen that a card does not grow with it.
    private static Handover Decided(Handover handover, string because)
    {
        var decided = After(DecisionRules.Decide(handover, DecisionSays.Approve, null, "It fits", Rita, Sample.Trust, Sample.Now.AddHours(1)));
        return decided with { Decision = decided.Decision! with { Because = because } };
    }

    private static Handover Walked(Handover handover, string? until, string note)
    {
        while (!handover.Next.IsEmpty && handover.Next.All(step => step.Id != until))
            handover = handover with { Steps = [.. handover.Steps.Select(step => handover.Next.Contains(step) ? step with { Result = new StepResult(step.Id != "money", Rita, Sample.Now.AddDays(1), note) } : step)] };
        return handover;
    }

    private static Handover Seen(Handover handover, string note) => handover with { Confirmations = [.. Enum.GetValues<EndState>().Select(state => new Confirmed(state, Bob, Sample.Now.AddDays(8), note))] };

    private static Handover After(Ruling<Handover> ruling) => ((Ruling<Handover>.Allowed)ruling).After;
}
