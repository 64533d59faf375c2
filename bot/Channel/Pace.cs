using Microsoft.Extensions.Options;

namespace PolicyBot.Bot.Channel;

/// <summary>
/// Keeps us under Teams' limits, because a bot that runs into them is throttled for everyone: seven messages a second and sixty in
/// thirty seconds per conversation, thirty a second per tenant (REST-09). Off in local mode.
/// </summary>
internal sealed class Pace(IOptions<BotOptions> options)
{
    private const int ThreadBurst = 7;
    private const int ThreadTotal = 60;
    private const int TenantBurst = 30;
    private const int SweepAt = 512;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HalfMinute = TimeSpan.FromSeconds(30);

    private readonly bool off = options.Value.Local;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Sent> threads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sent> tenants = new(StringComparer.Ordinal);

    /// <summary>Takes a place for one message. Zero: it is taken, send now. More: nothing is taken, ask again after that time.</summary>
    /// <param name="ofStream">It continues a stream: those take one message a second (STR-01).</param>
    public TimeSpan Reserve(string conversationId, string? tenantId, DateTimeOffset now, bool ofStream = false)
    {
        if (off)
            return TimeSpan.Zero;

        lock (gate)
        {
            var thread = In(threads, conversationId, ThreadTotal, now);
            var tenant = In(tenants, tenantId ?? "", TenantBurst, now);
            TimeSpan[] waits =
            [
                thread.WaitFor(ThreadBurst, Second, now),
                thread.WaitFor(ThreadTotal, HalfMinute, now),
                tenant.WaitFor(TenantBurst, Second, now),
                ofStream ? thread.WaitFor(1, Second, now) : TimeSpan.Zero,
            ];
            var wait = waits.Max();
            if (wait == TimeSpan.Zero)
            {
                thread.Add(now);
                tenant.Add(now);
            }

            return wait;
        }
    }

    private static Sent In(Dictionary<string, Sent> all, string key, int size, DateTimeOffset now)
    {
        if (all.TryGetValue(key, out var sent))
            return sent;

        // A quiet conversation limits nothing; forgetting it keeps memory to what was busy in the last half minute.
        if (all.Count >= SweepAt)
        {
            foreach (var quiet in all.Where(entry => entry.Value.Last <= now - HalfMinute).Select(entry => entry.Key).ToList())
                all.Remove(quiet);
        }

        return all[key] = new(size);
    }

    /// <summary>The times of the latest messages, in a ring.</summary>
    private sealed class Sent(int size)
    {
        private readonly DateTimeOffset[] times = new DateTimeOffset[size];
        private long count;

        public DateTimeOffset Last => count == 0 ? DateTimeOffset.MinValue : times[(count - 1) % size];

        public void Add(DateTimeOffset now) => times[count++ % size] = now;

        public TimeSpan WaitFor(int most, TimeSpan within, DateTimeOffset now)
        {
            if (count < most)
                return TimeSpan.Zero;
            // A time that is still to come was noted before the clock was set back: waiting for it would silence the bot until then.
            var sent = times[(count - most) % size];
            return sent <= now && sent + within > now ? sent + within - now : TimeSpan.Zero;
        }
    }
}
