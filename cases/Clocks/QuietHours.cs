using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Clocks;

/// <summary>When nobody is disturbed for what can wait: in the evening and at night, and at the weekend.</summary>
/// <param name="From">In the evening.</param>
/// <param name="To">In the morning, earlier on the clock than <paramref name="From"/>.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>The moment itself when it is not quiet then; otherwise the end of the quiet.</summary>
    public DateTimeOffset After(DateTimeOffset moment, Trust trust)
    {
        var local = trust.Local(moment).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (!WorkingTime.IsWeekend(day) && time >= To && time < From)
            return moment;
        if (time >= To)
            day = day.AddDays(1);
        while (WorkingTime.IsWeekend(day))
            day = day.AddDays(1);
        return trust.Moment(day.ToDateTime(To));
    }

    /// <summary>The same where weekends are no reason to wait: only the night is.</summary>
    public DateTimeOffset AfterNight(DateTimeOffset moment, Trust trust)
    {
        var local = trust.Local(moment).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return time >= To && time < From ? moment : trust.Moment((time >= To ? day.AddDays(1) : day).ToDateTime(To));
    }

    /// <summary>The moment itself when it is not at night; otherwise the beginning of that night's quiet.</summary>
    public DateTimeOffset BeforeNight(DateTimeOffset moment, Trust trust)
    {
        var local = trust.Local(moment).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return time >= To && time < From ? moment : trust.Moment((time >= From ? day : day.AddDays(-1)).ToDateTime(From));
    }
}
