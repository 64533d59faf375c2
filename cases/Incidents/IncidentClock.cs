using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Something that people have to be reminded of, and when.</summary>
/// <param name="Step">As in <see cref="Reminder"/>.</param>
public sealed record Due(ReminderKind Kind, int Step, DateTimeOffset At);

/// <summary>When somebody has to be reminded of an incident. Only what is recorded stops a clock: an acknowledgement, a decision, a referral, the end.</summary>
public static class IncidentClock
{
    /// <summary>The law's time for telling the ICO, counted on the clock: weekends and holidays are no excuse.</summary>
    public const int BreachHours = 72;

    private static readonly ImmutableArray<int> BreachSteps = [24, 48, 66, BreachHours];

    /// <summary>What comes next, no earlier than now; null when nothing does.</summary>
    public static Due? Next(Incident incident, Trust trust, DateTimeOffset now)
    {
        if (incident.Status is not (IncidentStatus.Reported or IncidentStatus.Acknowledged) || trust.FindAcademy(incident.Academy) is not { } academy)
            return null;
        Due?[] due = [Chase(incident, academy, trust, now), Breach(incident, now), Lado(incident, trust, now)];
        return due.OfType<Due>().MinBy(each => each.At);
    }

    /// <summary>Until when the ICO has to be told; null where no data was lost, or it is decided.</summary>
    public static DateTimeOffset? IcoBy(Incident incident) =>
        incident is { Report.Route: Route.DataBreach, Breach: null } ? incident.ReportedAt.AddHours(BreachHours) : null;

    /// <summary>
    /// Until when the local authority's designated officer (LADO) has to be told; null where there is no allegation, or they were. A local authority
    /// works while a school has its holidays, so those do not count.
    /// </summary>
    public static DateTimeOffset? LadoBy(Incident incident, Trust trust) =>
        incident is { Drill: false, LadoTold: null } && incident.Report.Route.IsAllegation() ? WorkingTime.AfterOneDay(incident.ReportedAt, trust, null) : null;

    private static Due? Chase(Incident incident, Academy academy, Trust trust, DateTimeOffset now)
    {
        var last = incident.Reminded.LastOrDefault(reminder => reminder.Kind is ReminderKind.Chase);
        if (incident.Status is not IncidentStatus.Reported || ReminderReaders.After(last?.Step ?? 0, incident, academy, trust) is not { } step)
            return null;
        if (incident.Drill && step is not ChaseStep.Handlers)
            return null; // those who lead the Trust are not woken for practice

        var since = last?.At ?? incident.ReportedAt;
        var at = incident.Report.Route.IsSafeguarding()
            ? Later(since + trust.Chasing.SafeguardingWithin, now)
            : trust.Chasing.Quiet.After(Later(WorkingTime.AfterHours(since, trust.Chasing.AcknowledgeWithin, trust, academy), now), trust);
        return new Due(ReminderKind.Chase, (int)step, at);
    }

    // After a day without the bot people are reminded of the hour that it is, and not of those that went by as well.
    private static Due? Breach(Incident incident, DateTimeOffset now)
    {
        if (IcoBy(incident) is null)
            return null;
        var done = incident.Reminded.LastOrDefault(reminder => reminder.Kind is ReminderKind.Breach)?.Step ?? 0;
        var ahead = BreachSteps.Where(hours => hours > done).ToImmutableArray();
        var passed = ahead.Where(hours => At(hours) <= now).ToImmutableArray();
        return ahead.IsEmpty ? null
            : passed.IsEmpty ? new Due(ReminderKind.Breach, ahead[0], At(ahead[0]))
            : new Due(ReminderKind.Breach, passed[^1], now);

        DateTimeOffset At(int hours) => incident.ReportedAt.AddHours(hours);
    }

    private static Due? Lado(Incident incident, Trust trust, DateTimeOffset now) =>
        LadoBy(incident, trust) is { } by && incident.Reminded.All(reminder => reminder.Kind is not ReminderKind.Lado)
            ? new Due(ReminderKind.Lado, 1, Later(by, now))
            : null;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
