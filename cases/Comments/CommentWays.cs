namespace PolicyBot.Cases.Comments;

/// <summary>What counts as the weekend in "(or on the next working day if received over the weekend)". Each is more generous than the one before.</summary>
public enum WeekendRule
{
    /// <summary>As it is written: Saturday and Sunday.</summary>
    Literal,

    /// <summary>What comes in on a bank holiday waits like what comes in at a weekend.</summary>
    BankHolidays,

    /// <summary>The same, and where 24 hours end on a day that is no working day, the next working day counts.</summary>
    Roll,
}

/// <summary>How the Trust reads the 24 hours, and when it wants people to be reminded.</summary>
/// <param name="ClosureCounts">True where an academy's closures and holidays are no working days either. The policy itself makes no such exception.</param>
/// <param name="RemindAt">Which shares of the time may pass before people are reminded, from 0 to 1, growing.</param>
/// <param name="LongOverdueAfter">How long after the last moment the chief executive is told.</param>
/// <param name="OldestDays">What came in longer ago than this is asked about before it is logged.</param>
public sealed record CommentWays(WeekendRule WeekendRule, bool ClosureCounts, ImmutableArray<double> RemindAt, TimeSpan LongOverdueAfter, int OldestDays)
{
    public static readonly CommentWays Default = new(WeekendRule.Literal, ClosureCounts: false, [0.5, 0.8], TimeSpan.FromDays(1), 30);
}
