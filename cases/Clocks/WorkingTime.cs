using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Clocks;

/// <summary>
/// Working days and hours, on the clocks of the Trust's time zone. Days are counted as the calendar has them, so that a night in which the clocks
/// change costs nobody an hour.
/// </summary>
public static class WorkingTime
{
    public static readonly TimeOnly Opening = new(8, 0);

    // Closures that never end, by a slip in the file, must not silence a case for good.
    private const int LongestWait = 100;

    /// <summary>True from Monday to Friday, unless it is a bank holiday or the academy is closed or between two terms.</summary>
    /// <param name="academy">Null for those who do not keep a school's holidays: the Trust's office, the local authority.</param>
    public static bool IsWorkingDay(DateOnly day, Academy? academy) => !IsWeekend(day) && !BankHolidays.Has(day) && academy?.IsClosed(day) is not true;

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The moment when that much working time has passed, counted from 08:00 to the Trust's closing hour.</summary>
    /// <param name="academy">Whose days count; null: see <see cref="IsWorkingDay"/>.</param>
    public static DateTimeOffset AfterHours(DateTimeOffset from, TimeSpan hours, Trust trust, Academy? academy)
    {
        var left = hours;
        var day = DateOnly.FromDateTime(trust.Local(from).DateTime);
        for (var last = day.AddDays(LongestWait); day < last; day = day.AddDays(1))
        {
            if (!IsWorkingDay(day, academy))
                continue;
            var (opens, closes) = (trust.Moment(day.ToDateTime(Opening)), trust.Moment(day.ToDateTime(trust.ClosingHour)));
            var begins = from > opens ? from : opens;
            if (begins + left <= closes)
                return begins + left;
            if (begins < closes)
                left -= closes - begins;
        }
        return trust.Moment(day.ToDateTime(Opening));
    }

    /// <summary>
    /// The moment when one whole working day has passed: from Friday at ten to Monday at ten; what comes in when nobody works, to the end of the next
    /// working day.
    /// </summary>
    public static DateTimeOffset AfterOneDay(DateTimeOffset from, Trust trust, Academy? academy) => AfterHours(from, trust.ClosingHour - Opening, trust, academy);
}
