using System.Globalization;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;

namespace PolicyBot.Tests.Comments;

/// <summary>"Within 24 hours (or on the next working day if received over the weekend)", to the minute.</summary>
public sealed class ReplyDueTests
{
    private static readonly Trust Trust = Cards.Sample.Trust;

    [Theory]
    [InlineData("Thu 2026-11-19 10:00", "Fri 2026-11-20 10:00")]
    [InlineData("Fri 2026-11-20 15:00", "Sat 2026-11-21 15:00")]
    [InlineData("Fri 2026-11-20 23:59", "Sat 2026-11-21 23:59")]
    [InlineData("Sat 2026-11-21 00:00", "Mon 2026-11-23 17:00")]
    [InlineData("Sat 2026-11-21 09:00", "Mon 2026-11-23 17:00")]
    [InlineData("Sun 2026-11-22 23:59", "Mon 2026-11-23 17:00")]
    [InlineData("Mon 2026-11-23 00:00", "Tue 2026-11-24 00:00")]
    public void Only_what_comes_in_at_a_weekend_waits_for_the_next_working_day(string received, string due) => Assert.Equal(due, Due(received));

    [Theory]
    [InlineData("Sat 2026-05-02 12:00", "Tue 2026-05-05 17:00")] // the early May bank holiday
    [InlineData("Sun 2026-08-30 12:00", "Tue 2026-09-01 17:00")]
    [InlineData("Sat 2026-04-04 12:00", "Tue 2026-04-07 17:00")] // Easter
    [InlineData("Sat 2026-12-26 12:00", "Tue 2026-12-29 17:00")] // Monday stands in for Boxing Day
    [InlineData("Sat 2027-12-25 12:00", "Wed 2027-12-29 17:00")] // Monday and Tuesday stand in for both
    [InlineData("Sat 2028-01-01 12:00", "Tue 2028-01-04 17:00")]
    public void A_bank_holiday_is_no_working_day(string received, string due) => Assert.Equal(due, Due(received));

    [Theory]
    [InlineData("Thu 2026-12-24 16:00", "Fri 2026-12-25 16:00")]
    [InlineData("Fri 2026-12-25 10:00", "Sat 2026-12-26 10:00")]
    public void What_comes_in_on_a_working_day_or_a_bank_holiday_has_24_hours_as_the_policy_says(string received, string due) => Assert.Equal(due, Due(received));

    [Theory]
    [InlineData("Sat 2027-03-27 20:00", "Tue 2027-03-30 17:00")] // and Monday is Easter Monday
    [InlineData("Sun 2026-10-25 01:30", "Mon 2026-10-26 17:00")]
    public void The_night_when_the_clocks_change_costs_nobody_an_hour(string received, string due) => Assert.Equal(due, Due(received));

    [Fact]
    public void Twenty_four_hours_are_counted_and_not_read_from_the_clock()
    {
        // In Cairo the clocks go back in the night before a Friday, a working day by this rule.
        var cairo = Trust with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo") };
        var due = ReplyDue.For(cairo.Moment(new DateTime(2026, 10, 29, 12, 0, 0, DateTimeKind.Unspecified)), cairo).By;
        Assert.Equal(new DateTime(2026, 10, 30, 11, 0, 0, DateTimeKind.Unspecified), cairo.Local(due).DateTime);
    }

    [Fact]
    public void The_Trust_may_say_when_its_day_ends() =>
        Assert.Equal("Mon 2026-11-23 16:15", Written(ReplyDue.For(Moment("Sat 2026-11-21 09:00"), Trust with { ClosingHour = new TimeOnly(16, 15) }).By));

    [Theory]
    [InlineData("2026-10-25 01:30", "2026-10-25T00:30:00Z")] // twice that night: the first
    [InlineData("2027-03-28 01:30", "2027-03-28T01:30:00Z")] // never that night: an hour later on the clock
    [InlineData("2026-07-01 09:00", "2026-07-01T08:00:00Z")]
    public void A_time_on_the_clock_is_one_moment(string local, string moment) => Assert.Equal(
        DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), Trust.Moment(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));

    private static string Due(string received) => Written(ReplyDue.For(Moment(received), Trust).By);

    private static DateTimeOffset Moment(string written) => Trust.Moment(DateTime.ParseExact(written, "ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    private static string Written(DateTimeOffset moment) => Trust.Local(moment).ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
