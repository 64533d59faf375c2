using System.Globalization;
using PolicyBot.Cards.Accounts;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs.Accounts;

/// <summary>Who hears of what happens to an account, and on which card.</summary>
internal static class AccountSends
{
    /// <summary>Whoever leads it now is told, unless they did it themselves.</summary>
    public static IEnumerable<Send> NewLead(Account account, string by, Trust trust) => account.Lead is { } lead && !Same(lead.Id, by)
        ?
        [
            new Send.ToPerson(lead.Id, Key(account, "lead", account.Version, lead.Id), account.Version, AccountCards.NowYours(account, trust)),
            Nudges.ToNewOwner(account.Reference, account.Version, lead.Id, Key(account, "lead", account.Version, lead.Id)),
        ]
        : [];

    public static IEnumerable<Send> Doubted(Account account, string by, Trust trust) => RegisterKeepers.ToTell(trust, account, by)
        .Select(person => new Send.ToPerson(person, Key(account, "wrong", account.Version, person), account.Version, AccountCards.Doubted(account, account.Doubt!)));

    public static IEnumerable<Send> Leaves(Account account, NoticedLeaver leaver, Trust trust) => RegisterKeepers.ToTell(trust, account, leaver.Person.Id)
        .Select(person => new Send.ToPerson(
            person, Key(account, $"leaver/{leaver.Person.Id}", account.Version, person), account.Version, AccountCards.SomebodyLeaves(account, leaver, trust)));

    public static IEnumerable<Send> Asked(Account account, OpenCheckIn open, Trust trust) => open.With
        .Select(person => new Send.ToPerson(person.Id, CheckIn(account, open, person.Id), account.Version, CheckInCards.Ask(account, open, open.StartedAt, person.Id, trust)));

    public static IEnumerable<Send> Reviewed(Account account, Trust trust, DateTimeOffset now) => AccountClock.Reviewers(account, trust, now)
        .Select(person => new Send.ToPerson(person.Id, Key(account, "review", account.Version, person.Id), account.Version, AccountCards.Review(account, trust)));

    /// <summary>Everybody who has the card of this check-in sees what became of it.</summary>
    public static IEnumerable<Send> Told(Account account, OpenCheckIn open, string told, CheckInAnswer? answer) => open.Asked
        .Select(person => new Send.Update(CheckIn(account, open, person.Id), account.Version, CheckInCards.Over(account, told, answer, person.Id)));

    /// <summary>A step ended an open check-in without an answer: another lead, a parked or closed account, or a newer check-in.</summary>
    public static IEnumerable<Send> CheckInOver(Account before, Account after, Trust trust) => before.CheckIn is { } open && after.CheckIn?.StartedAt != open.StartedAt
        ? Told(after, open, "Nobody needs to answer this any more.", null)
        : [];

    public static string CheckIn(Account account, OpenCheckIn open, string personId) => Key(account, "checkin", open.StartedAt.ToUnixTimeMilliseconds(), personId);

    private static string Key(Account account, string what, long number, string personId) => string.Create(CultureInfo.InvariantCulture, $"{account.Reference}/{what}/{number}/{personId}");

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
