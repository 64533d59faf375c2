using PolicyBot.Bot.Channel;

namespace PolicyBot.Bot.Delivery;

/// <summary>
/// When a delivery that did not arrive is tried again: 2 s, 4 s, 8 s … up to <see cref="LongestWait"/>, spread so that a hundred rows
/// do not come back at once, and never before the moment that the Connector asked for (REST-05, REST-06).
/// </summary>
internal sealed record RetryPolicy
{
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many tries a delivery gets that certainly did not arrive.</summary>
    public int Attempts { get; init; } = 30;

    /// <summary>How many tries one gets that may have arrived already: each one more can show it twice.</summary>
    public int AmbiguousAttempts { get; init; } = 2;

    /// <summary>The time of the next try, or null when there is to be none: it arrived, was refused for good, or was tried often enough.</summary>
    /// <param name="attempt">How many tries there were, the one that gave <paramref name="result"/> included; 1 after the first.</param>
    /// <param name="result">What the latest try came to.</param>
    /// <param name="random">Gives numbers from 0 up to 1.</param>
    /// <param name="now">The time of the latest try.</param>
    public DateTimeOffset? NextDue(int attempt, ConnectorResult result, Func<double> random, DateTimeOffset now) => result switch
    {
        ConnectorResult.Retry retry when attempt < Attempts => now + Longer(Backoff(attempt, random()), retry.After ?? TimeSpan.Zero),
        ConnectorResult.Ambiguous when attempt < AmbiguousAttempts => now + Backoff(attempt, random()),
        _ => null,
    };

    private TimeSpan Backoff(int attempt, double random)
    {
        // Past thirty doublings the number overflows long before the wait could grow.
        var full = FirstWait * Math.Pow(2, Math.Min(attempt - 1, 30));
        return (full < LongestWait ? full : LongestWait) * (0.5 + (random / 2));
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
