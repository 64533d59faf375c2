using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.People;
using static PolicyBot.Tests.Accounts.Registered;

namespace PolicyBot.Tests.Accounts;

/// <summary>When somebody is asked about an account, and who.</summary>
public sealed class AccountClockTests
{
    private static readonly Trust Holidays = TheTrust with
    {
        Academies = [TheTrust.Academies[0] with { Terms = [new Period(new DateOnly(2026, 9, 1), new DateOnly(2026, 12, 18), "Autumn"), new Period(new DateOnly(2027, 1, 4), new DateOnly(2027, 3, 26), "Spring")] }, TheTrust.Academies[1]],
    };

    [Theory]
    [InlineData("2026-11-23 09:30", "2026-11-30 09:30")] // a week later
    [InlineData("2026-11-23 20:00", "2026-12-01 07:30")] // not in the evening
    [InlineData("2026-11-21 10:00", "2026-11-30 07:30")] // not on a Saturday
    [InlineData("2026-12-14 10:00", "2027-01-04 07:30")] // not in the Christmas holidays
    public void The_first_question_comes_a_week_later_when_somebody_works(string added, string asked)
    {
        var account = Healthy with { AddedAt = Moment(added) };
        Assert.Equal(new AccountDue(AccountStep.CheckIn, Moment(asked)), AccountClock.Next(account, Holidays, Moment(added)));
    }

    [Fact]
    public void Where_the_Trust_wants_it_leads_are_asked_in_the_holidays_too_and_where_it_does_not_never()
    {
        var account = Healthy with { AddedAt = Moment("2026-12-14 10:00") };
        Assert.Equal(Moment("2026-12-21 10:00"), AccountClock.Next(account, Holidays with { Accounts = AccountWays.Default with { InHolidays = true } }, Now)!.At);
        Assert.Equal(AccountStep.Review, AccountClock.Next(account, TheTrust with { Accounts = AccountWays.Default with { CheckInEvery = TimeSpan.Zero } }, Now)!.Step);
    }

    [Fact]
    public void An_unanswered_question_rests_while_the_academy_is_closed()
    {
        var asked = Asked(Healthy, Moment("2026-12-18 09:30"));
        Assert.Equal(Moment("2027-01-04 08:30"), AccountClock.Next(asked, Holidays, Moment("2026-12-18 09:30"))!.At);
    }

    [Fact]
    public void It_goes_up_the_line_each_once_and_begins_anew_a_week_later()
    {
        var (account, now) = (Asked(Healthy, Now), Now);
        var line = new List<string> { string.Join(" and ", account.CheckIn!.With.Select(person => person.Name)) };
        while (AccountClock.Next(account, TheTrust, now) is { Step: AccountStep.Next } due)
        {
            now = due.At;
            account = AccountClock.Pass(account, due.Step, TheTrust, now).After;
            line.Add(string.Join(" and ", account.CheckIn!.With.Select(person => person.Name)));
        }
        Assert.Equal(["Priya Nair", "Tom Whitaker", "Sam Keane and Nora Finch", "Martin Hughes", "Ruth Calder"], line);
        Assert.Equal(new AccountDue(AccountStep.CheckIn, Now.AddDays(7)), AccountClock.Next(account, TheTrust, now));
    }

    [Fact]
    public void Nobody_is_asked_who_has_left_and_nobody_is_asked_twice()
    {
        var led = Healthy with { Lead = Sam, Leavers = [new NoticedLeaver(Tom, DirectoryStanding.Gone, null, Now)] };
        var asked = Asked(led, Now);
        Assert.Equal([Sam], asked.CheckIn!.With);
        Assert.Equal([Nora], AccountClock.Pass(asked, AccountStep.Next, TheTrust, Now).After.CheckIn!.With);
    }

    [Fact]
    public void A_review_is_asked_for_once()
    {
        var due = Healthy with { AddedAt = Now.AddDays(-1), Facts = Good with { NextReview = new DateOnly(2026, 11, 24) } };
        Assert.Equal(new AccountDue(AccountStep.Review, Moment("2026-11-24 08:00")), AccountClock.Next(due, TheTrust, Now));
        var asked = AccountClock.Pass(due, AccountStep.Review, TheTrust, Moment("2026-11-24 08:00")).After;
        Assert.Equal(AccountStep.CheckIn, AccountClock.Next(asked, TheTrust, Now)!.Step);
        Assert.Equal([Priya], AccountClock.Reviewers(asked, TheTrust, Now));
    }

    [Theory]
    [InlineData(AccountStatus.Parked)]
    [InlineData(AccountStatus.Closed)]
    public void Of_a_parked_or_closed_account_nobody_is_asked(AccountStatus status) =>
        Assert.Null(AccountClock.Next(After(AccountRules.Mark(Asked(Healthy, Now), status, "Why", Sam, Now)), TheTrust, Now));

    [Fact]
    public void Who_cannot_look_hands_it_to_the_next_at_once()
    {
        var asked = Asked(Healthy, Now);
        var passed = After(CheckInRules.Answer(asked, CheckInSays.CannotLook, Priya, TheTrust, Now));
        Assert.Equal((CheckInStage.Deputy, Tom), (passed.CheckIn!.Stage, passed.CheckIn.With.Single()));
        Assert.Equal(CheckInRules.PassedOn, Refused(CheckInRules.Answer(passed, CheckInSays.CannotLook, Priya, TheTrust, Now)));
        // Whoever could not look and then finds that they can may still say so.
        Assert.Null(After(CheckInRules.Answer(passed, CheckInSays.AllWell, Priya, TheTrust, Now)).CheckIn);
        Assert.Equal(CheckInRules.NotAsked, Refused(CheckInRules.Answer(asked, CheckInSays.AllWell, Tom, TheTrust, Now)));
    }

    private static Account Asked(Account account, DateTimeOffset at) => AccountClock.Pass(account, AccountStep.CheckIn, TheTrust, at).After;

    private static DateTimeOffset Moment(string local) => TheTrust.Moment(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
