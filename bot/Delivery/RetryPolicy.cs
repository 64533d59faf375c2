using PolicyBot.Bot.Channel;

namespace PolicyBot.Bot.Delivery;

/// <summary>
/// When a delivery that did not arrive is tried again: the wait doubles from <see cref="DeliveryOptions.FirstWait"/> to
/// <see cref="DeliveryOptions.LongestWait"/>, spread so that a hundred rows do not come back at once, and it is never before the moment that the
/// Connector asked for (REST-05, REST-06).
/// </summary>
internal sealed class RetryPolicy(DeliveryOptions options)
{
    /// <summary>The time of the next try, or null when it was tried often enough.</summary>
    /// <param name="attempt">How many tries there were, the one that gave <paramref name="retry"/> included; 1 after the first.</param>
    /// <param name="retry">What the latest try came to.</param>
    /// <param name="random">From 0 up to 1.</param>
    /// <param name="now">The time of the latest try.</param>
    public DateTimeOffset? NextDue(int attempt, ConnectorResult.Retry retry, double random, DateTimeOffset now) =>
        attempt < options.Attempts ? now + Longer(Backoff(attempt, random), retry.After ?? TimeSpan.Zero) : null;

    private TimeSpan Backoff(int attempt, double random)
    {
        // Past thirty doublings the number overflows long before the wait could grow.
        var full = options.FirstWait * Math.Pow(2, Math.Min(attempt - 1, 30));
        return (full < options.LongestWait ? full : options.LongestWait) * (0.5 + (random / 2));
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
