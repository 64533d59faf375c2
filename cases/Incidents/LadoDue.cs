using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>By when the local authority's designated officer (LADO) is to hear of an allegation: within one working day.</summary>
public static class LadoDue
{
    /// <summary>The end of the next day that is neither weekend nor bank holiday.</summary>
    public static DateTimeOffset For(DateTimeOffset reported, Trust trust)
    {
        var day = DateOnly.FromDateTime(trust.Local(reported).DateTime);
        do
            day = day.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || BankHolidays.Has(day));
        return trust.Moment(day.ToDateTime(trust.ClosingHour));
    }
}
