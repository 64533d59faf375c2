namespace PolicyBot.Cases.Comments;

/// <summary>The bank holidays of England, from the list that the government publishes. They cannot be computed: some are granted for one year alone.</summary>
public static class BankHolidays
{
    /// <summary>After this year it is not known which days are holidays.</summary>
    public const int LastYear = 2028;

    private static readonly ImmutableHashSet<DateOnly> Days =
    [
        new(2026, 1, 1), new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 4), new(2026, 5, 25), new(2026, 8, 31), new(2026, 12, 25), new(2026, 12, 28),
        new(2027, 1, 1), new(2027, 3, 26), new(2027, 3, 29), new(2027, 5, 3), new(2027, 5, 31), new(2027, 8, 30), new(2027, 12, 27), new(2027, 12, 28),
        new(2028, 1, 3), new(2028, 4, 14), new(2028, 4, 17), new(2028, 5, 1), new(2028, 5, 29), new(2028, 8, 28), new(2028, 12, 25), new(2028, 12, 26),
    ];

    public static bool Has(DateOnly day) => Days.Contains(day);
}
