using System.Globalization;
using PolicyBot.Cases;
using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using Sample = PolicyBot.Tests.Cards.Sample;

namespace PolicyBot.Tests.Clocks;

/// <summary>When who has to be reminded of what, from the report to the end of the line.</summary>
public sealed class IncidentClockTests
{
    private static readonly Trust Trust = Sample.Trust with
    {
        ChiefExecutive = new Role(["id-rita"], null, null),
        DataProtectionOfficer = new Role(["id-omar"], null, null),
        Academies = [Sample.Trust.Academies[0] with { Headteacher = new Role(["id-tom"], null, null) }],
    };

    [Theory]
    [InlineData(Route.Other, "Fri 2026-11-20 16:00", "Chase 1 Mon 2026-11-23 11:00", "Chase 2 Mon 2026-11-23 15:00", "Chase 3 Tue 2026-11-24 10:00")]
    [InlineData(Route.Crime, "Fri 2026-11-20 17:00", "Chase 1 Mon 2026-11-23 12:00", "Chase 2 Mon 2026-11-23 16:00", "Chase 3 Tue 2026-11-24 11:00")]
    [InlineData(Route.StaffTarget, "Thu 2026-12-24 15:00", "Chase 1 Tue 2026-12-29 10:00", "Chase 2 Tue 2026-12-29 14:00", "Chase 3 Wed 2026-12-30 09:00")]
    [InlineData(Route.ParentComment, "Sun 2027-03-28 00:30", "Chase 1 Tue 2027-03-30 12:00", "Chase 2 Tue 2027-03-30 16:00", "Chase 3 Wed 2027-03-31 11:00")]
    [InlineData(Route.Danger, "Fri 2026-11-20 23:50", "Chase 1 Sat 2026-11-21 00:20", "Chase 2 Sat 2026-11-21 00:50", "Chase 3 Sat 2026-11-21 01:20")]
    [InlineData(Route.ChildAtRisk, "Sat 2026-10-24 23:40", "Chase 1 Sun 2026-10-25 00:10", "Chase 2 Sun 2026-10-25 00:40", "Chase 3 Sun 2026-10-25 01:10")]
    [InlineData(Route.ChildAtRisk, "Sun 2027-03-28 00:40", "Chase 1 Sun 2027-03-28 02:10", "Chase 2 Sun 2027-03-28 02:40", "Chase 3 Sun 2027-03-28 03:10")] // no clock shows from one to two that night
    [InlineData(Route.IndecentImage, "Fri 2026-12-25 03:00", "Chase 1 Fri 2026-12-25 03:30", "Chase 2 Fri 2026-12-25 04:00", "Chase 3 Fri 2026-12-25 04:30")]
    [InlineData(Route.DataBreach, "Fri 2026-11-20 17:00", "Breach 24 Sat 2026-11-21 17:00", "Breach 48 Sun 2026-11-22 17:00", "Breach 66 Mon 2026-11-23 11:00")]
    [InlineData(Route.DataBreach, "Sat 2026-10-24 12:00", "Breach 24 Sun 2026-10-25 11:00", "Chase 1 Mon 2026-10-26 12:00", "Breach 48 Mon 2026-10-26 11:00")]
    public void An_unacknowledged_report_is_chased_step_by_step(Route route, string reported, params string[] expected)
    {
        var incident = Reported(route, reported);
        var reminded = Enumerable.Range(0, expected.Length).Select(_ =>
        {
            var due = IncidentClock.Next(incident, Trust, incident.ReportedAt)!;
            incident = ReminderRules.Remind(incident, due, Trust.Academies[0], Trust, due.At).After;
            return Written(due);
        });
        Assert.Equal(expected.Order(StringComparer.Ordinal), reminded.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Fri 2026-11-20 17:00", "Mon 2026-11-23 17:00")]
    [InlineData("Sat 2026-10-24 12:00", "Tue 2026-10-27 11:00")] // the clocks go back
    [InlineData("Fri 2027-03-26 12:00", "Mon 2027-03-29 13:00")] // the clocks go forward
    [InlineData("Thu 2026-12-24 16:00", "Sun 2026-12-27 16:00")]
    [InlineData("Mon 2026-11-23 09:00", "Thu 2026-11-26 09:00")]
    public void The_ICO_has_72_hours_on_the_clock_whatever_the_calendar_says(string reported, string by)
    {
        var incident = Taken(Reported(Route.DataBreach, reported));
        Assert.Equal(by, Written(IncidentClock.IcoBy(incident)!.Value));
        List<int> steps = [];
        while (IncidentClock.Next(incident, Trust, incident.ReportedAt) is { } due)
        {
            Assert.Equal(incident.ReportedAt.AddHours(due.Step), due.At);
            steps.Add(due.Step);
            incident = ReminderRules.Remind(incident, due, Trust.Academies[0], Trust, due.At).After;
        }
        Assert.Equal([24, 48, 66, 72], steps);
    }

    [Fact]
    public void After_hours_without_the_bot_people_are_reminded_of_the_latest_hour_alone()
    {
        var incident = Taken(Reported(Route.DataBreach, "Mon 2026-11-23 09:00"));
        var due = IncidentClock.Next(incident, Trust, incident.ReportedAt.AddHours(50))!;
        Assert.Equal((48, incident.ReportedAt.AddHours(50)), (due.Step, due.At));
        var later = ReminderRules.Remind(incident, due, Trust.Academies[0], Trust, due.At).After;
        Assert.Equal(66, IncidentClock.Next(later, Trust, due.At)!.Step);
    }

    [Fact]
    public void A_decision_about_the_ICO_stops_its_clock()
    {
        var incident = Taken(Reported(Route.DataBreach, "Mon 2026-11-23 09:00")) with { Breach = new BreachDecision(BreachDecision.NotReported, "No risk to anybody.", new PersonRef("id-omar", "Omar Khan"), Sample.Now) };
        Assert.Null(IncidentClock.Next(incident, Trust, incident.ReportedAt));
        Assert.Null(IncidentClock.IcoBy(incident));
    }

    [Theory]
    [InlineData("Fri 2026-11-20 17:00", "Mon 2026-11-23 17:00")]
    [InlineData("Sat 2026-11-21 09:00", "Mon 2026-11-23 17:00")]
    [InlineData("Wed 2026-10-28 10:00", "Thu 2026-10-29 10:00")] // half term, and the local authority works
    public void The_LADO_has_one_working_day_and_a_schools_holidays_are_not_theirs(string reported, string by)
    {
        var holidays = Trust with { Academies = [Trust.Academies[0] with { Closures = [new(new(2026, 10, 26), new(2026, 10, 30), "Half term")] }] };
        var incident = Taken(Reported(Route.AllegationStaff, reported));
        var due = IncidentClock.Next(incident, holidays, incident.ReportedAt)!;
        Assert.Equal($"Lado 1 {by}", Written(due));
        Assert.Null(IncidentClock.Next(ReminderRules.Remind(incident, due, holidays.Academies[0], holidays, due.At).After, holidays, due.At));
        Assert.Null(IncidentClock.Next(incident with { LadoTold = Sample.Now }, holidays, incident.ReportedAt));
    }

    [Fact]
    public void What_is_overdue_at_night_waits_for_the_morning_unless_it_is_about_safeguarding()
    {
        var night = Moment("Tue 2026-11-24 22:00");
        Assert.Equal("Chase 1 Wed 2026-11-25 07:30", Written(IncidentClock.Next(Reported(Route.Other, "Mon 2026-11-23 09:00"), Trust, night)!));
        Assert.Equal("Chase 1 Tue 2026-11-24 22:00", Written(IncidentClock.Next(Reported(Route.ChildAtRisk, "Mon 2026-11-23 09:00"), Trust, night)!));
    }

    [Fact]
    public void Nobody_is_reminded_of_what_was_taken_on_or_is_closed()
    {
        Assert.NotNull(IncidentClock.Next(Sample.Reported, Trust, Sample.Now));
        Assert.Null(IncidentClock.Next(Sample.Acknowledged, Trust, Sample.Now));
        Assert.Null(IncidentClock.Next(Sample.Closed, Trust, Sample.Now));
        Assert.Null(IncidentClock.Next(Sample.Closed with { Report = Sample.Closed.Report with { Answered = Route.DataBreach } }, Trust, Sample.Now));
    }

    [Theory]
    [InlineData(Route.Other, "channel", "id-tom", "id-rita")]
    [InlineData(Route.ChildAtRisk, "id-jane", "id-tom", "id-rita")]
    [InlineData(Route.AllegationStaff, "id-tom", "id-rita")] // the headteacher handles it
    [InlineData(Route.AllegationHead, "id-rita")] // and is told of nothing that is about them; the chief executive handles it
    public void Each_step_tells_the_next_people_up_the_line_and_nobody_twice(Route route, params string[] told)
    {
        Assert.Equal(told, Told(Reported(route, "Mon 2026-11-23 09:00"), Trust));
    }

    [Theory]
    [InlineData("id-tom", "id-tom")]
    [InlineData("id-rita", "id-rita")]
    [InlineData("ID-RITA", "id-rita")]
    [InlineData("id-ann", "id-ann")]
    [InlineData("id-jane", "id-jane")]
    public void Nobody_whom_it_is_about_is_ever_told(string about, string never)
    {
        foreach (var route in Enum.GetValues<Route>())
        {
            var incident = Reported(route, "Mon 2026-11-23 09:00");
            Assert.DoesNotContain(never, Told(incident with { Report = incident.Report with { About = [new PersonRef(about, "Somebody")] } }, Trust));
        }
    }

    [Fact]
    public void Where_nobody_leads_the_line_ends_with_those_who_handle_it() =>
        Assert.Equal(["channel"], Told(Reported(Route.Other, "Mon 2026-11-23 09:00"), Sample.Trust));

    private static List<string> Told(Incident incident, Trust trust)
    {
        List<string> told = [];
        while (IncidentClock.Next(incident, trust, incident.ReportedAt) is { } due)
        {
            incident = ReminderRules.Remind(incident, due, trust.Academies[0], trust, due.At).After;
            if (due.Kind is ReminderKind.Chase)
                told.AddRange([.. incident.Reminded[^1].Channel ? ["channel"] : (string[])[], .. incident.Reminded[^1].People]);
        }
        return told;
    }

    private static Incident Reported(Route route, string at) => IncidentRules.Open(
        new CaseReference(CaseReference.Incident, 2026, 7), Sample.Reported.Report with { Answered = route, About = [] }, new PersonRef("id-bob", "Bob Ray"), "north", "draft", Moment(at)).After;

    private static Incident Taken(Incident incident) => Sample.Take(incident);

    private static DateTimeOffset Moment(string written) => Trust.Moment(DateTime.ParseExact(written, "ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    private static string Written(Due due) => $"{due.Kind} {due.Step} {Written(due.At)}";

    private static string Written(DateTimeOffset moment) => Trust.Local(moment).ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
