using System.Globalization;
using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.People;

namespace PolicyBot.Tests.Clocks;

/// <summary>Every rule about working time, to the minute, as the clocks in London show it.</summary>
public sealed class WorkingTimeTests
{
    private static readonly Trust Trust = Cards.Sample.Trust;

    private static readonly Academy North = Trust.Academies[0] with
    {
        Closures = [new(new(2026, 11, 27), new(2026, 11, 27), "INSET"), new(new(2027, 1, 12), new(2027, 1, 14), "Snow")],
        Terms =
        [
            new(new(2026, 9, 2), new(2026, 10, 23), "Autumn"), new(new(2026, 11, 2), new(2026, 12, 18), "Autumn, after half term"),
            new(new(2027, 1, 4), new(2027, 2, 12), "Spring"), new(new(2027, 2, 22), new(2027, 3, 25), "Spring, after half term"), new(new(2027, 4, 12), new(2027, 7, 20), "Summer"),
        ],
    };

    [Theory]
    [InlineData("Mon 2026-11-23 09:30", "Mon 2026-11-23 13:30")]
    [InlineData("Mon 2026-11-23 08:00", "Mon 2026-11-23 12:00")]
    [InlineData("Mon 2026-11-23 07:59", "Mon 2026-11-23 12:00")]
    [InlineData("Mon 2026-11-23 00:00", "Mon 2026-11-23 12:00")]
    [InlineData("Mon 2026-11-23 13:00", "Mon 2026-11-23 17:00")]
    [InlineData("Mon 2026-11-23 13:01", "Tue 2026-11-24 08:01")]
    [InlineData("Mon 2026-11-23 16:59", "Tue 2026-11-24 11:59")]
    [InlineData("Mon 2026-11-23 17:00", "Tue 2026-11-24 12:00")]
    [InlineData("Mon 2026-11-23 23:59", "Tue 2026-11-24 12:00")]
    [InlineData("Fri 2026-11-20 12:59", "Fri 2026-11-20 16:59")]
    [InlineData("Fri 2026-11-20 15:00", "Mon 2026-11-23 10:00")]
    [InlineData("Fri 2026-11-20 17:00", "Mon 2026-11-23 12:00")]
    [InlineData("Sat 2026-11-21 00:00", "Mon 2026-11-23 12:00")]
    [InlineData("Sun 2026-11-22 23:59", "Mon 2026-11-23 12:00")]
    public void Four_working_hours_go_over_nights_and_weekends(string from, string due) => Assert.Equal(due, FourHours(from, null));

    [Theory]
    [InlineData("Thu 2027-03-25 16:00", "Tue 2027-03-30 11:00")] // Good Friday to Easter Monday, and the clocks go forward on the Sunday
    [InlineData("Fri 2027-03-26 10:00", "Tue 2027-03-30 12:00")]
    [InlineData("Mon 2027-03-29 10:00", "Tue 2027-03-30 12:00")]
    [InlineData("Thu 2026-12-24 15:00", "Tue 2026-12-29 10:00")] // Monday stands in for Boxing Day
    [InlineData("Fri 2026-12-25 09:00", "Tue 2026-12-29 12:00")]
    [InlineData("Mon 2026-12-28 09:00", "Tue 2026-12-29 12:00")]
    [InlineData("Thu 2026-12-31 16:30", "Mon 2027-01-04 11:30")]
    [InlineData("Fri 2027-04-30 17:00", "Tue 2027-05-04 12:00")] // the early May bank holiday
    [InlineData("Fri 2027-05-28 14:00", "Tue 2027-06-01 09:00")]
    [InlineData("Sun 2027-08-29 12:00", "Tue 2027-08-31 12:00")]
    [InlineData("Fri 2027-12-24 16:00", "Wed 2027-12-29 11:00")] // two days stand in
    public void Bank_holidays_do_not_count(string from, string due) => Assert.Equal(due, FourHours(from, null));

    [Theory]
    [InlineData("Fri 2026-10-23 16:00", "Mon 2026-10-26 11:00")] // the clocks go back on the Sunday
    [InlineData("Sat 2026-10-24 23:30", "Mon 2026-10-26 12:00")]
    [InlineData("Sun 2026-10-25 00:30", "Mon 2026-10-26 12:00")]
    [InlineData("Sun 2026-10-25 01:30", "Mon 2026-10-26 12:00")]
    [InlineData("Sun 2026-10-25 02:30", "Mon 2026-10-26 12:00")]
    [InlineData("Sat 2027-03-27 23:30", "Tue 2027-03-30 12:00")]
    [InlineData("Sun 2027-03-28 00:30", "Tue 2027-03-30 12:00")]
    [InlineData("Sun 2027-03-28 02:30", "Tue 2027-03-30 12:00")]
    public void The_nights_when_the_clocks_change_cost_nobody_an_hour(string from, string due) => Assert.Equal(due, FourHours(from, null));

    [Theory]
    [InlineData("Thu 2026-11-26 16:00", "Mon 2026-11-30 11:00")] // INSET on the Friday
    [InlineData("Fri 2026-11-27 10:00", "Mon 2026-11-30 12:00")]
    [InlineData("Mon 2027-01-11 15:00", "Fri 2027-01-15 10:00")] // snow
    [InlineData("Thu 2027-01-14 17:00", "Fri 2027-01-15 12:00")]
    [InlineData("Fri 2026-10-23 16:00", "Mon 2026-11-02 11:00")] // half term, with the clocks going back in it
    [InlineData("Wed 2026-10-28 10:00", "Mon 2026-11-02 12:00")]
    [InlineData("Fri 2026-12-18 15:00", "Mon 2027-01-04 10:00")] // Christmas
    [InlineData("Fri 2027-02-12 14:00", "Mon 2027-02-22 09:00")]
    [InlineData("Thu 2027-03-25 16:30", "Mon 2027-04-12 11:30")] // Easter
    [InlineData("Tue 2026-09-01 10:00", "Tue 2026-09-01 14:00")] // before the first term that is known
    [InlineData("Wed 2027-07-21 10:00", "Wed 2027-07-21 14:00")] // after the last
    public void An_academys_closures_and_breaks_do_not_count_for_it(string from, string due) => Assert.Equal(due, FourHours(from, North));

    [Theory]
    [InlineData("Fri 2026-11-20 10:00", "Mon 2026-11-23 10:00")]
    [InlineData("Fri 2026-11-20 17:00", "Mon 2026-11-23 17:00")]
    [InlineData("Fri 2026-11-20 20:00", "Mon 2026-11-23 17:00")]
    [InlineData("Sat 2026-11-21 09:00", "Mon 2026-11-23 17:00")]
    [InlineData("Sun 2026-11-22 23:00", "Mon 2026-11-23 17:00")]
    [InlineData("Mon 2026-11-23 07:00", "Mon 2026-11-23 17:00")]
    [InlineData("Tue 2026-11-24 14:20", "Wed 2026-11-25 14:20")]
    [InlineData("Thu 2026-12-24 10:00", "Tue 2026-12-29 10:00")]
    [InlineData("Thu 2027-03-25 12:00", "Tue 2027-03-30 12:00")]
    [InlineData("Fri 2026-10-23 16:00", "Mon 2026-10-26 16:00")]
    [InlineData("Sun 2026-10-25 01:30", "Mon 2026-10-26 17:00")]
    [InlineData("Sun 2027-05-02 12:00", "Tue 2027-05-04 17:00")]
    public void One_working_day_ends_at_the_same_time_on_the_next_or_with_it(string from, string due) =>
        Assert.Equal(due, Written(WorkingTime.AfterOneDay(Moment(from), Trust, null)));

    [Theory]
    [InlineData("Mon 2026-11-23 07:29", "Mon 2026-11-23 07:30")]
    [InlineData("Mon 2026-11-23 07:30", "Mon 2026-11-23 07:30")]
    [InlineData("Mon 2026-11-23 17:59", "Mon 2026-11-23 17:59")]
    [InlineData("Mon 2026-11-23 18:00", "Tue 2026-11-24 07:30")]
    [InlineData("Tue 2026-11-24 03:00", "Tue 2026-11-24 07:30")]
    [InlineData("Fri 2026-11-20 18:00", "Mon 2026-11-23 07:30")]
    [InlineData("Sat 2026-11-21 12:00", "Mon 2026-11-23 07:30")]
    [InlineData("Sun 2026-11-22 07:30", "Mon 2026-11-23 07:30")]
    [InlineData("Sun 2026-10-25 01:30", "Mon 2026-10-26 07:30")]
    [InlineData("Sun 2027-03-28 00:59", "Mon 2027-03-29 07:30")]
    public void Quiet_hours_end_in_the_morning_and_after_the_weekend(string moment, string end) =>
        Assert.Equal(end, Written(ChaseTimes.Default.Quiet.After(Moment(moment), Trust)));

    [Fact]
    public void The_Trust_may_say_when_its_day_ends() =>
        Assert.Equal("Tue 2026-11-24 08:45", Written(WorkingTime.AfterHours(Moment("Mon 2026-11-23 13:00"), TimeSpan.FromHours(4), Trust with { ClosingHour = new TimeOnly(16, 15) }, null)));

    [Fact]
    public void A_closure_that_never_ends_silences_nobody_for_good()
    {
        var closed = North with { Closures = [new(new(2026, 1, 1), new(2099, 12, 31), "A slip")] };
        Assert.Equal("Tue 2027-03-02 08:00", Written(WorkingTime.AfterHours(Moment("Sun 2026-11-22 12:00"), TimeSpan.FromHours(4), Trust, closed)));
    }

    private static string FourHours(string from, Academy? academy) => Written(WorkingTime.AfterHours(Moment(from), TimeSpan.FromHours(4), Trust, academy));

    private static DateTimeOffset Moment(string written) => Trust.Moment(DateTime.ParseExact(written, "ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    private static string Written(DateTimeOffset moment) => Trust.Local(moment).ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
