using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Comments;

/// <summary>Why a reply is due when it is.</summary>
public enum DueBecause
{
    /// <summary>24 hours have been counted.</summary>
    Hours,

    /// <summary>It came in at a weekend: the next working day counts.</summary>
    Weekend,

    /// <summary>It came in on a bank holiday, which the Trust takes for a weekend.</summary>
    BankHoliday,

    /// <summary>It came in while the academy was closed, which the Trust takes for a weekend.</summary>
    Closure,

    /// <summary>24 hours would have ended on a day that is no working day, and the Trust waits for the next one then.</summary>
    Rolled,
}

/// <summary>
/// When a comment, query or complaint must be answered: "within 24 hours (or on the next working day if received over the weekend)", taken literally unless the Trust
/// has chosen otherwise (<see cref="CommentWays"/>).
/// </summary>
/// <param name="By">The last moment.</param>
public sealed record ReplyDue(DateTimeOffset By, DueBecause Because)
{
    // Closures that never end, by a slip in the file, must not put off an answer for good.
    private const int LongestWait = 100;

    /// <summary>True where the next working day counts; otherwise 24 hours have been counted.</summary>
    public bool NextWorkingDay => Because is not DueBecause.Hours;

    /// <summary>24 elapsed hours; for what came in on a Saturday or Sunday, the end of the next working day.</summary>
    /// <param name="academy">Whose closures count, where the Trust lets them count; null: nobody's.</param>
    public static ReplyDue For(DateTimeOffset received, Trust trust, Academy? academy = null)
    {
        var ways = trust.Comments;
        var closing = ways.ClosureCounts ? academy : null;
        var day = Day(received, trust);
        var because = Waits(day, ways.WeekendRule, closing);
        if (because is not DueBecause.Hours)
            return new ReplyDue(EndOfNext(day, trust, closing), because);
        var by = received.AddHours(24);
        return ways.WeekendRule is WeekendRule.Roll && !WorkingTime.IsWorkingDay(Day(by, trust), closing)
            ? new ReplyDue(EndOfNext(Day(by, trust), trust, closing), DueBecause.Rolled)
            : new ReplyDue(by, DueBecause.Hours);
    }

    private static DueBecause Waits(DateOnly day, WeekendRule rule, Academy? closing) =>
        WorkingTime.IsWeekend(day) ? DueBecause.Weekend
        : rule is not WeekendRule.Literal && BankHolidays.Has(day) ? DueBecause.BankHoliday
        : closing?.IsClosed(day) is true ? DueBecause.Closure
        : DueBecause.Hours;

    private static DateTimeOffset EndOfNext(DateOnly day, Trust trust, Academy? closing)
    {
        var (next, last) = (day.AddDays(1), day.AddDays(LongestWait));
        while (next < last && !WorkingTime.IsWorkingDay(next, closing))
            next = next.AddDays(1);
        return trust.Moment(next.ToDateTime(trust.ClosingHour));
    }

    private static DateOnly Day(DateTimeOffset moment, Trust trust) => DateOnly.FromDateTime(trust.Local(moment).DateTime);
}
