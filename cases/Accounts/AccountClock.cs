using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Accounts;

public enum AccountStep
{
    /// <summary>The first in the line is asked whether all is well.</summary>
    CheckIn,

    /// <summary>Nobody has answered: the next in the line is asked.</summary>
    Next,

    /// <summary>Whoever looks after it is asked whether all that stands here is still right.</summary>
    Review,
}

/// <summary>What time brings next.</summary>
public sealed record AccountDue(AccountStep Step, DateTimeOffset At);

/// <summary>
/// When somebody has to hear of an account. "Academy/Trust accounts must be monitored regularly" (clause monitoring); the rhythm is the Trust's. On days on which
/// the academy is closed it rests, unless the Trust wants otherwise.
/// </summary>
public static class AccountClock
{
    // Closures that never end, by a slip in the file, must not silence an account for good.
    private const int LongestWait = 100;

    // Nobody did it: the entries stand under the clock's name.
    private static readonly PersonRef Clock = new("clock", "PolicyBot");

    /// <summary>What comes next, no earlier than now; null when nothing does.</summary>
    public static AccountDue? Next(Account account, Trust trust, DateTimeOffset now)
    {
        if (!account.IsInUse || CheckInLine.After(account, trust, null, [], now) is null)
            return null;
        var review = account.NextReview is { } day && account.ReviewAskedFor != day
            ? new AccountDue(AccountStep.Review, Working(trust.Moment(day.ToDateTime(WorkingTime.Opening)), account, trust, now))
            : null;
        var checkIn = CheckIn(account, trust, now);
        return review is null || checkIn?.At < review.At ? checkIn : review;
    }

    /// <summary>Time has passed: what that leaves in the record and its trail.</summary>
    public static Ruling<Account>.Allowed Pass(Account account, AccountStep step, Trust trust, DateTimeOffset now)
    {
        if (step is AccountStep.Review)
            return AccountTrail.Record(
                account with { ReviewAskedFor = account.NextReview }, now, Clock, "account.review_asked", AccountJson.Write(new AccountReview(account.NextReview!.Value)));
        var next = CheckInLine.After(account, trust, step is AccountStep.Next ? account.CheckIn!.Stage : null, step is AccountStep.Next ? account.CheckIn!.Asked : [], now)!.Value;
        var open = step is AccountStep.Next
            ? CheckInRules.Next(account.CheckIn!, next.Stage, next.People, now)
            : new OpenCheckIn(now, next.Stage, now, next.People, next.People);
        return AccountTrail.Record(
            account with { CheckIn = open }, now, Clock, step is AccountStep.Next ? "account.check_in_passed_on" : "account.check_in_asked", AccountJson.Write(open));
    }

    /// <summary>Whom a review goes to.</summary>
    public static ImmutableArray<PersonRef> Reviewers(Account account, Trust trust, DateTimeOffset now) => CheckInLine.After(account, trust, null, [], now)?.People ?? [];

    private static AccountDue? CheckIn(Account account, Trust trust, DateTimeOffset now)
    {
        var ways = trust.Accounts;
        if (account.CheckIn is { } open && CheckInLine.After(account, trust, open.Stage, open.Asked, now) is not null)
            return new AccountDue(AccountStep.Next, Later(trust.Chasing.Quiet.After(WorkingTime.AfterHours(open.AskedAt, ways.AnswerWithin, trust, AcademyOf(account, trust)), trust), now));
        if (ways.CheckInEvery == TimeSpan.Zero)
            return null;
        // What everybody left unanswered is asked anew when its time comes round.
        var since = account.CheckIn?.StartedAt ?? account.LastCheckIn?.At ?? account.AddedAt;
        return new AccountDue(AccountStep.CheckIn, Working(since + ways.CheckInEvery, account, trust, now));
    }

    // The moment itself, or the next morning on which somebody works.
    private static DateTimeOffset Working(DateTimeOffset moment, Account account, Trust trust, DateTimeOffset now)
    {
        var academy = AcademyOf(account, trust);
        var at = trust.Chasing.Quiet.After(Later(moment, now), trust);
        var day = DateOnly.FromDateTime(trust.Local(at).DateTime);
        var last = day.AddDays(LongestWait);
        if (WorkingTime.IsWorkingDay(day, academy))
            return at;
        while (day < last && !WorkingTime.IsWorkingDay(day, academy))
            day = day.AddDays(1);
        return trust.Moment(day.ToDateTime(trust.Chasing.Quiet.To));
    }

    private static Academy? AcademyOf(Account account, Trust trust) => trust.Accounts.InHolidays ? null : trust.FindAcademy(account.Academy);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
