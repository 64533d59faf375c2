using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Comments;

/// <summary>
/// When a comment, query or complaint must be answered: "within 24 hours (or on the next working day if received over the weekend)", taken literally.
/// </summary>
/// <param name="By">The last moment.</param>
/// <param name="NextWorkingDay">True when it came in at a weekend; otherwise 24 hours have been counted.</param>
public sealed record ReplyDue(DateTimeOffset By, bool NextWorkingDay)
{
    /// <summary>24 elapsed hours; for what came in on a Saturday or Sunday, the end of the next day that is neither weekend nor bank holiday.</summary>
    public static ReplyDue For(DateTimeOffset received, Trust trust)
    {
        var day = DateOnly.FromDateTime(trust.Local(received).DateTime);
        if (!IsWeekend(day))
            return new ReplyDue(received.AddHours(24), NextWorkingDay: false);
        do
            day = day.AddDays(1);
        while (IsWeekend(day) || BankHolidays.Has(day));
        return new ReplyDue(trust.Moment(day.ToDateTime(trust.ClosingHour)), NextWorkingDay: true);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
