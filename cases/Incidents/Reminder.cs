namespace PolicyBot.Cases.Incidents;

/// <summary>What people are reminded of when time has passed.</summary>
public enum ReminderKind
{
    /// <summary>Nobody has acknowledged it.</summary>
    Chase,

    /// <summary>It is not recorded whether the ICO was told of a data breach.</summary>
    Breach,

    /// <summary>It is not recorded that the local authority's designated officer was told of an allegation.</summary>
    Lado,
}

/// <summary>The line that a chase goes up, one step each time; the values of <see cref="Reminder.Step"/> for <see cref="ReminderKind.Chase"/>.</summary>
public enum ChaseStep
{
    Handlers = 1,
    Headteacher = 2,
    ChiefExecutive = 3,
}

/// <summary>People were reminded: each step once, whatever is restarted in between.</summary>
/// <param name="Step">A <see cref="ChaseStep"/>; for a breach the hours since it was reported; 1 for the LADO.</param>
/// <param name="Channel">True when SLT was told in its channel.</param>
/// <param name="People">Who was told in their own chat, by Entra object id.</param>
public sealed record Reminder(ReminderKind Kind, int Step, bool Channel, ImmutableArray<string> People, DateTimeOffset At);
