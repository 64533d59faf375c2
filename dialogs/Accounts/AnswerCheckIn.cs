using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cards.Accounts;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Accounts;

/// <summary>All well, something came in, or cannot look: one of those who were asked answers a check-in. The first answer counts, and the others read whose it was.</summary>
internal static class AnswerCheckIn
{
    private const string Over = "This check-in is over.";

    public static Step Step(Arrival.Pressed pressed) => On(pressed, (account, turn, known) =>
    {
        var says = pressed.Verb switch { Verbs.AccountWell => CheckInSays.AllWell, Verbs.AccountCame => CheckInSays.SomethingCame, _ => CheckInSays.CannotLook };
        var open = account.CheckIn!;
        return CheckInRules.Answer(account, says, turn.Who.Ref, known.Trust, turn.When) switch
        {
            Ruling<Account>.Refused refused => Decision.Tell(refused.Sentence),
            Ruling<Account>.Allowed { After: { CheckIn: { } still } after } allowed => PassedOn(account, after, still, turn, known) with { Case = new CaseChange(account.Version, after, allowed.Entries) },
            Ruling<Account>.Allowed { After: var after } allowed => Decision.Show(CheckInCards.Over(after, "Thank you. It is noted.", after.LastCheckIn, turn.Who.Id)) with
            {
                Case = new CaseChange(account.Version, after, allowed.Entries),
                Sends = [.. AccountSends.Told(after, open, CheckInCards.Answered(after.LastCheckIn!, known.Trust), after.LastCheckIn)],
            },
            _ => throw new InvalidOperationException("A ruling is one of two."),
        };
    });

    /// <summary>The card as it is now: the client refreshes it by itself.</summary>
    public static Step View(Arrival.Pressed pressed) => On(pressed, (account, turn, known) => account.CheckIn!.Asked.Any(person => person.Id == turn.Who.Id)
        ? Decision.Show(CheckInCards.Ask(account, account.CheckIn, account.CheckIn.StartedAt, turn.Who.Id, known.Trust))
        : Decision.Tell(CheckInRules.NotAsked));

    // Whoever cannot look may find that they can after all: their card keeps its buttons when it is drawn again.
    private static Decision PassedOn(Account before, Account after, OpenCheckIn still, Turn turn, Known known)
    {
        var next = still.With.Where(person => before.CheckIn!.Asked.All(asked => asked.Id != person.Id)).ToImmutableArray();
        var told = next.IsEmpty ? "Thank you for saying so." : $"Thank you for saying so. {string.Join(" and ", next.Select(person => person.Name))} {(next.Length == 1 ? "is" : "are")} asked now.";
        return Decision.Show(CheckInCards.Over(after, told, null, turn.Who.Id)) with { Sends = next.IsEmpty ? [] : [.. AccountSends.Asked(after, still, known.Trust)] };
    }

    private static Step On(Arrival.Pressed pressed, Func<Account, Turn, Known, Decision> decide) => new(
        new Needs { Account = CaseReference.TryParse(pressed.Data.Text(Fields.Ref), out var reference) ? reference : null },
        (turn, known) =>
        {
            if (turn.Where.Kind is not ConversationKind.Personal || known.Account is not { } account || !MaySee(account, turn, known))
                return Decision.Tell(CheckInRules.NotAsked);
            var asked = pressed.Data.Text(Fields.Offer);
            if (account.CheckIn is { } open && asked == open.StartedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
                return decide(account, turn, known);
            // Of an older one than the latest answer is about, nothing is said of who answered.
            return Decision.Show(CheckInCards.Over(
                account, account is { CheckIn: null, LastCheckIn: { } answer } && long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var started) && IsLatest(account, started)
                    ? CheckInCards.Answered(answer, known.Trust)
                    : Over,
                account.CheckIn is null ? account.LastCheckIn : null, turn.Who.Id));
        });

    private static bool IsLatest(Account account, long started) => account.LastCheckIn!.StartedAt.ToUnixTimeMilliseconds() == started;

    private static bool MaySee(Account account, Turn turn, Known known) =>
        account.CheckIn?.Asked.Any(person => person.Id == turn.Who.Id) is true || HandleAccount.RoleOf(account, turn.Who.Id, known.Trust) is not null;
}
