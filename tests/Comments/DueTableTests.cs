using System.Globalization;
using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;

namespace PolicyBot.Tests.Comments;

/// <summary>The 24 hours in Europe/London, line by line: what came in when, by which of the Trust's readings, and the last moment for an answer.</summary>
public sealed class DueTableTests
{
    private static readonly Academy North = Cards.Sample.Trust.Academies[0] with
    {
        Closures = [new(new(2026, 11, 27), new(2026, 11, 27), "INSET")],
        Terms =
        [
            new(new(2026, 9, 2), new(2026, 10, 23), "Autumn 1"), new(new(2026, 11, 2), new(2026, 12, 18), "Autumn 2"), new(new(2027, 1, 5), new(2027, 2, 12), "Spring 1"),
        ],
    };

    [Theory]
    // As the policy is written: 24 hours on every day but Saturday and Sunday.
    [InlineData("literal", "Thu 2026-11-19 10:00", "Fri 2026-11-20 10:00", DueBecause.Hours)]
    [InlineData("literal", "Fri 2026-11-20 16:59", "Sat 2026-11-21 16:59", DueBecause.Hours)]
    [InlineData("literal", "Fri 2026-11-20 17:00", "Sat 2026-11-21 17:00", DueBecause.Hours)]
    [InlineData("literal", "Fri 2026-11-20 17:01", "Sat 2026-11-21 17:01", DueBecause.Hours)]
    [InlineData("literal", "Fri 2026-11-20 23:59", "Sat 2026-11-21 23:59", DueBecause.Hours)]
    [InlineData("literal", "Sat 2026-11-21 00:00", "Mon 2026-11-23 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sat 2026-11-21 09:00", "Mon 2026-11-23 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sat 2026-11-21 18:00", "Mon 2026-11-23 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sun 2026-11-22 00:00", "Mon 2026-11-23 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sun 2026-11-22 23:59", "Mon 2026-11-23 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Mon 2026-11-23 00:00", "Tue 2026-11-24 00:00", DueBecause.Hours)]
    [InlineData("literal", "Mon 2026-11-23 08:00", "Tue 2026-11-24 08:00", DueBecause.Hours)]
    [InlineData("literal", "Wed 2026-11-25 12:34", "Thu 2026-11-26 12:34", DueBecause.Hours)]
    // Bank holidays: no working days to wait for, and no weekend to come in at.
    [InlineData("literal", "Fri 2026-05-01 15:00", "Sat 2026-05-02 15:00", DueBecause.Hours)]
    [InlineData("literal", "Sat 2026-05-02 12:00", "Tue 2026-05-05 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sun 2026-05-03 23:59", "Tue 2026-05-05 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Mon 2026-05-04 10:00", "Tue 2026-05-05 10:00", DueBecause.Hours)]
    [InlineData("literal", "Sun 2026-05-24 09:00", "Tue 2026-05-26 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sat 2026-08-29 20:00", "Tue 2026-09-01 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Thu 2026-04-02 15:00", "Fri 2026-04-03 15:00", DueBecause.Hours)]
    [InlineData("literal", "Fri 2026-04-03 15:00", "Sat 2026-04-04 15:00", DueBecause.Hours)]
    [InlineData("literal", "Sat 2026-04-04 12:00", "Tue 2026-04-07 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Mon 2026-04-06 09:00", "Tue 2026-04-07 09:00", DueBecause.Hours)]
    // Christmas and the new year.
    [InlineData("literal", "Thu 2026-12-24 16:00", "Fri 2026-12-25 16:00", DueBecause.Hours)]
    [InlineData("literal", "Fri 2026-12-25 10:00", "Sat 2026-12-26 10:00", DueBecause.Hours)]
    [InlineData("literal", "Sat 2026-12-26 12:00", "Tue 2026-12-29 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sun 2026-12-27 12:00", "Tue 2026-12-29 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Mon 2026-12-28 12:00", "Tue 2026-12-29 12:00", DueBecause.Hours)]
    [InlineData("literal", "Thu 2026-12-31 23:30", "Fri 2027-01-01 23:30", DueBecause.Hours)]
    [InlineData("literal", "Fri 2027-01-01 09:00", "Sat 2027-01-02 09:00", DueBecause.Hours)]
    [InlineData("literal", "Sat 2027-01-02 09:00", "Mon 2027-01-04 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sat 2027-12-25 12:00", "Wed 2027-12-29 17:00", DueBecause.Weekend)]
    // The nights in which the clocks change, both ways.
    [InlineData("literal", "Fri 2026-10-23 12:00", "Sat 2026-10-24 12:00", DueBecause.Hours)]
    [InlineData("literal", "Sat 2026-10-24 23:30", "Mon 2026-10-26 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sun 2026-10-25 00:30", "Mon 2026-10-26 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sun 2026-10-25 01:30", "Mon 2026-10-26 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Mon 2026-10-26 09:00", "Tue 2026-10-27 09:00", DueBecause.Hours)]
    [InlineData("literal", "Fri 2026-03-27 12:00", "Sat 2026-03-28 12:00", DueBecause.Hours)]
    [InlineData("literal", "Sun 2026-03-29 12:00", "Mon 2026-03-30 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sat 2027-03-27 20:00", "Tue 2027-03-30 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sun 2027-03-28 03:00", "Tue 2027-03-30 17:00", DueBecause.Weekend)]
    // A school's holidays change nothing by themselves.
    [InlineData("literal", "Tue 2026-10-27 10:00", "Wed 2026-10-28 10:00", DueBecause.Hours)]
    [InlineData("literal", "Sat 2026-10-31 10:00", "Mon 2026-11-02 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Sat 2026-10-24 10:00", "Mon 2026-10-26 17:00", DueBecause.Weekend)]
    [InlineData("literal", "Fri 2026-11-27 10:00", "Sat 2026-11-28 10:00", DueBecause.Hours)]
    // A bank holiday is a weekend.
    [InlineData("bankHolidays", "Mon 2026-05-04 10:00", "Tue 2026-05-05 17:00", DueBecause.BankHoliday)]
    [InlineData("bankHolidays", "Fri 2026-12-25 10:00", "Tue 2026-12-29 17:00", DueBecause.BankHoliday)]
    [InlineData("bankHolidays", "Mon 2026-12-28 10:00", "Tue 2026-12-29 17:00", DueBecause.BankHoliday)]
    [InlineData("bankHolidays", "Fri 2027-01-01 09:00", "Mon 2027-01-04 17:00", DueBecause.BankHoliday)]
    [InlineData("bankHolidays", "Fri 2026-04-03 09:00", "Tue 2026-04-07 17:00", DueBecause.BankHoliday)]
    [InlineData("bankHolidays", "Thu 2026-12-24 16:00", "Fri 2026-12-25 16:00", DueBecause.Hours)]
    [InlineData("bankHolidays", "Fri 2026-11-20 15:00", "Sat 2026-11-21 15:00", DueBecause.Hours)]
    [InlineData("bankHolidays", "Sat 2026-11-21 09:00", "Mon 2026-11-23 17:00", DueBecause.Weekend)]
    // And 24 hours never end on a free day.
    [InlineData("roll", "Thu 2026-11-19 15:00", "Fri 2026-11-20 15:00", DueBecause.Hours)]
    [InlineData("roll", "Fri 2026-11-20 15:00", "Mon 2026-11-23 17:00", DueBecause.Rolled)]
    [InlineData("roll", "Sun 2026-11-22 10:00", "Mon 2026-11-23 17:00", DueBecause.Weekend)]
    [InlineData("roll", "Thu 2026-12-24 16:00", "Tue 2026-12-29 17:00", DueBecause.Rolled)]
    [InlineData("roll", "Fri 2026-12-25 10:00", "Tue 2026-12-29 17:00", DueBecause.BankHoliday)]
    [InlineData("roll", "Tue 2026-12-29 10:00", "Wed 2026-12-30 10:00", DueBecause.Hours)]
    [InlineData("roll", "Thu 2026-12-31 10:00", "Mon 2027-01-04 17:00", DueBecause.Rolled)]
    [InlineData("roll", "Thu 2026-04-02 15:00", "Tue 2026-04-07 17:00", DueBecause.Rolled)]
    [InlineData("roll", "Fri 2026-05-01 10:00", "Tue 2026-05-05 17:00", DueBecause.Rolled)]
    [InlineData("roll", "Mon 2026-05-04 10:00", "Tue 2026-05-05 17:00", DueBecause.BankHoliday)]
    [InlineData("roll", "Fri 2026-10-23 12:00", "Mon 2026-10-26 17:00", DueBecause.Rolled)]
    [InlineData("roll", "Fri 2028-12-22 10:00", "Wed 2028-12-27 17:00", DueBecause.Rolled)]
    // A closure is a weekend.
    [InlineData("literal, closures", "Fri 2026-10-23 15:00", "Sat 2026-10-24 15:00", DueBecause.Hours)]
    [InlineData("literal, closures", "Sat 2026-10-24 10:00", "Mon 2026-11-02 17:00", DueBecause.Weekend)]
    [InlineData("literal, closures", "Tue 2026-10-27 10:00", "Mon 2026-11-02 17:00", DueBecause.Closure)]
    [InlineData("literal, closures", "Thu 2026-11-26 10:00", "Fri 2026-11-27 10:00", DueBecause.Hours)]
    [InlineData("literal, closures", "Fri 2026-11-27 10:00", "Mon 2026-11-30 17:00", DueBecause.Closure)]
    [InlineData("literal, closures", "Sat 2026-12-19 10:00", "Tue 2027-01-05 17:00", DueBecause.Weekend)]
    [InlineData("literal, closures", "Mon 2026-12-21 10:00", "Tue 2027-01-05 17:00", DueBecause.Closure)]
    [InlineData("bankHolidays, closures", "Fri 2026-12-25 10:00", "Tue 2027-01-05 17:00", DueBecause.BankHoliday)]
    [InlineData("roll, closures", "Wed 2026-11-25 10:00", "Thu 2026-11-26 10:00", DueBecause.Hours)]
    [InlineData("roll, closures", "Thu 2026-11-26 10:00", "Mon 2026-11-30 17:00", DueBecause.Rolled)]
    [InlineData("roll, closures", "Fri 2026-10-23 15:00", "Mon 2026-11-02 17:00", DueBecause.Rolled)]
    [InlineData("roll, closures", "Fri 2026-12-18 10:00", "Tue 2027-01-05 17:00", DueBecause.Rolled)]
    public void What_came_in_then_is_due_by_then(string reading, string received, string due, DueBecause because)
    {
        var trust = Reading(reading);
        var worked = ReplyDue.For(Moment(received, trust), trust, North);
        Assert.Equal((due, because), (Written(worked.By, trust), worked.Because));
    }

    [Fact]
    public void An_account_of_no_academy_keeps_no_schools_holidays()
    {
        var trust = Reading("roll, closures");
        Assert.Equal("Wed 2026-10-28 10:00", Written(ReplyDue.For(Moment("Tue 2026-10-27 10:00", trust), trust).By, trust));
    }

    [Fact]
    public void Closures_that_never_end_put_an_answer_off_for_no_more_than_a_hundred_days()
    {
        var trust = Reading("literal, closures");
        var closed = North with { Closures = [new(new(2026, 1, 1), new(2099, 1, 1), "A slip")] };
        Assert.InRange(ReplyDue.For(Moment("Mon 2026-11-23 10:00", trust), trust, closed).By, Moment("Mon 2026-11-23 10:00", trust), Moment("Mon 2026-11-23 10:00", trust).AddDays(101));
    }

    [Theory]
    // Received, logged; half of the time, four fifths, overdue, long overdue. Nights are 18:00 to 07:30.
    [InlineData("Mon 2026-11-23 08:00", "Mon 2026-11-23 08:10", "50 Mon 2026-11-23 18:00", "80 Tue 2026-11-24 07:30", "100 Tue 2026-11-24 08:00", "200 Wed 2026-11-25 08:00")]
    [InlineData("Mon 2026-11-23 10:00", "Mon 2026-11-23 10:05", "50 Mon 2026-11-23 18:00", "80 Tue 2026-11-24 07:30", "100 Tue 2026-11-24 10:00", "200 Wed 2026-11-25 10:00")]
    [InlineData("Mon 2026-11-23 20:00", "Mon 2026-11-23 20:05", "50 Tue 2026-11-24 08:00", "80 Tue 2026-11-24 15:12", "100 Wed 2026-11-25 07:30", "200 Thu 2026-11-26 07:30")]
    [InlineData("Fri 2026-11-20 15:00", "Fri 2026-11-20 15:05", "50 Sat 2026-11-21 07:30", "80 Sat 2026-11-21 10:12", "100 Sat 2026-11-21 15:00", "200 Mon 2026-11-23 07:30")]
    [InlineData("Sat 2026-11-21 09:00", "Sat 2026-11-21 09:30", "50 Sun 2026-11-22 13:00", "80 Mon 2026-11-23 07:30", "100 Mon 2026-11-23 17:00", "200 Tue 2026-11-24 17:00")]
    [InlineData("Sat 2026-11-21 18:00", "Mon 2026-11-23 09:00", "50 Mon 2026-11-23 13:00", "80 Mon 2026-11-23 15:24", "100 Mon 2026-11-23 17:00", "200 Tue 2026-11-24 17:00")] // logged late: what is left is divided
    [InlineData("Thu 2026-11-19 10:00", "Mon 2026-11-23 09:00", "100 Mon 2026-11-23 09:00", "200 Tue 2026-11-24 09:00")] // logged when it was overdue
    [InlineData("Sat 2026-10-24 12:00", "Sat 2026-10-24 12:00", "50 Sun 2026-10-25 14:00", "80 Mon 2026-10-26 07:30", "100 Mon 2026-10-26 17:00", "200 Tue 2026-10-27 17:00")]
    public void People_are_reminded_when_half_and_four_fifths_are_over_and_it_is_overdue(string received, string logged, params string[] steps)
    {
        var trust = Cards.Sample.Trust;
        var comment = Logged(received, logged, trust);
        var worked = CommentClock.Steps(comment, trust).Select(due => $"{due.Step} {Written(due.At, trust)}").ToArray();
        Assert.Equal(steps, worked);
    }

    [Fact]
    public void After_days_without_the_bot_only_the_last_step_is_done()
    {
        var trust = Cards.Sample.Trust;
        var comment = Logged("Mon 2026-11-23 08:00", "Mon 2026-11-23 08:10", trust);
        var later = Moment("Thu 2026-11-26 09:00", trust);
        var due = CommentClock.Next(comment, trust, later)!;
        Assert.Equal((CommentDue.LongOverdue, later), (due.Step, due.At));
        Assert.Null(CommentClock.Next(CommentClock.Pass(comment, due.Step, comment.Team, trust, later).After, trust, later));
    }

    private static ReceivedComment Logged(string received, string logged, Trust trust)
    {
        var at = new ReceivedTime(Moment(received, trust), TimeReading.AsSaid);
        var what = new LoggedComment(new CommentedAccount(null, "facebook", "North"), CommentKind.Comment, at, "Words", null, []);
        return ReceivedCommentRules.Log(
            new(Cases.CaseReference.Comment, 2026, 1), what, ReplyDue.For(at.At, trust), AccountTeam.Nobody, trust, new PersonRef("id-tom", "Tom"), "north", "draft", Moment(logged, trust)).After;
    }

    private static Trust Reading(string reading) => Cards.Sample.Trust with
    {
        Comments = CommentWays.Default with
        {
            WeekendRule = reading.Split(',')[0] switch { "roll" => WeekendRule.Roll, "bankHolidays" => WeekendRule.BankHolidays, _ => WeekendRule.Literal },
            ClosureCounts = reading.EndsWith("closures", StringComparison.Ordinal),
        },
    };

    private static DateTimeOffset Moment(string written, Trust trust) => trust.Moment(DateTime.ParseExact(written, "ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    private static string Written(DateTimeOffset moment, Trust trust) => trust.Local(moment).ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
