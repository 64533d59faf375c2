namespace PolicyBot.Tests.Fakes;

/// <summary>A clock that stands still until a test moves it; timers that came due fire while it moves.</summary>
internal sealed class FakeTime(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private readonly List<(TimeSpan Wait, TaskCompletionSource Set)> awaited = [];
    private DateTimeOffset now = start ?? new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes when somebody next begins to wait this long: then time may pass.</summary>
    public Task BeginsToWaitAsync(TimeSpan wait)
    {
        var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
            awaited.Add((wait, set));
        return set.Task;
    }

    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (NextDue(end) is { } timer)
            timer.Fire();
        lock (gate)
            now = end;
    }

    /// <summary>It is later at once, as after a machine has slept: nobody works through the time between.</summary>
    public void Leap(TimeSpan by)
    {
        lock (gate)
            now += by;
        Advance(TimeSpan.Zero);
    }

    private FakeTimer? NextDue(DateTimeOffset end)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is null)
                return null;
            now = next.Due > now ? next.Due : now;
            timers.Remove(next);
            return next;
        }
    }

    private sealed class FakeTimer(FakeTime clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                period = newPeriod;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.now + dueTime;
                    clock.timers.Add(this);
                    clock.awaited.FindAll(wanted => wanted.Wait == dueTime).ForEach(wanted => wanted.Set.TrySetResult());
                    clock.awaited.RemoveAll(wanted => wanted.Wait == dueTime);
                }
            }

            return true;
        }

        public void Fire()
        {
            if (period > TimeSpan.Zero)
                Change(period, period);
            callback(state);
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
