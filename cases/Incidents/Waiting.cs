using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>How long an incident may wait for somebody to take it on: one working day.</summary>
public static class Waiting
{
    /// <summary>The same time on the next working day; for what came in on a day off, the end of the next working day.</summary>
    public static DateTimeOffset Until(DateTimeOffset reportedAt, Trust trust)
    {
        var local = trust.Local(reportedAt).DateTime;
        var day = DateOnly.FromDateTime(local);
        var time = IsWorkingDay(day) ? TimeOnly.FromDateTime(local) : trust.ClosingHour;
        do
            day = day.AddDays(1);
        while (!IsWorkingDay(day));
        return trust.Moment(day.ToDateTime(time));
    }

    public static bool IsOverdue(this Incident incident, Trust trust, DateTimeOffset now) =>
        incident.IsOpen && incident.Acknowledged is null && now > Until(incident.ReportedAt, trust);

    private static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Has(day);
}
