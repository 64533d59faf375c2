using System.Globalization;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Tests.Incidents;

/// <summary>The local authority's designated officer hears of an allegation within one working day.</summary>
public sealed class LadoDueTests
{
    private static readonly Trust Trust = Cards.Sample.Trust;

    [Theory]
    [InlineData("Mon 2026-11-23 09:30", "Tue 2026-11-24 17:00")]
    [InlineData("Fri 2026-11-20 17:00", "Mon 2026-11-23 17:00")]
    [InlineData("Sat 2026-11-21 09:00", "Mon 2026-11-23 17:00")]
    [InlineData("Thu 2026-12-24 16:00", "Tue 2026-12-29 17:00")] // Christmas Day, a weekend, and Monday stands in for Boxing Day
    [InlineData("Thu 2026-04-02 12:00", "Tue 2026-04-07 17:00")] // Easter
    [InlineData("Fri 2027-03-26 12:00", "Tue 2027-03-30 17:00")] // and the clocks go forward in between
    [InlineData("Fri 2026-10-23 23:59", "Mon 2026-10-26 17:00")] // and back
    public void It_is_the_end_of_the_next_working_day(string reported, string due)
    {
        var at = Trust.Moment(DateTime.ParseExact(reported, "ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Assert.Equal(due, Trust.Local(LadoDue.For(at, Trust)).ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }
}
