namespace PolicyBot.Bot.Graph;

/// <summary>What is counted together when Graph says that it is too much.</summary>
internal enum GraphResource
{
    Directory,
    ActivityFeed,
    SharePoint,
}

/// <summary>
/// Keeps us under Graph's limits, and away from what asked to be left alone. A throttled call counts as well, so that running into a limit makes it last.
/// </summary>
internal sealed class GraphPace(TimeProvider time, int sharePointUnits = 15)
{
    // Five notifications a second; SharePoint's is GraphOptions.SharePointUnits.
    private readonly Dictionary<GraphResource, (int Cost, TimeSpan Within)> limits = new()
    {
        [GraphResource.Directory] = (300, TimeSpan.FromSeconds(10)),
        [GraphResource.ActivityFeed] = (4, TimeSpan.FromSeconds(1)),
        [GraphResource.SharePoint] = (sharePointUnits, TimeSpan.FromSeconds(1)),
    };

    private readonly Lock gate = new();
    private readonly Dictionary<GraphResource, Queue<(DateTimeOffset At, int Cost)>> spent = [];
    private readonly Dictionary<GraphResource, DateTimeOffset> closed = [];

    /// <summary>Takes a place for a call. Zero: it is taken, send now. More: nothing is taken, ask again after that time.</summary>
    /// <param name="cost">In the resource's own units.</param>
    public TimeSpan Reserve(GraphResource resource, int cost = 1)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (ClosedFor(resource, now) is { Ticks: > 0 } wait)
                return wait;
            var (most, within) = limits[resource];
            if (!spent.TryGetValue(resource, out var recent))
                spent[resource] = recent = new();
            while (recent.TryPeek(out var oldest) && (oldest.At + within <= now || oldest.At > now))
                recent.Dequeue();
            if (recent.Count > 0 && recent.Sum(one => one.Cost) + cost > most)
                return recent.Peek().At + within - now;
            recent.Enqueue((now, cost));
            return TimeSpan.Zero;
        }
    }

    /// <summary>Graph asked to be left alone for this long.</summary>
    public void Close(GraphResource resource, TimeSpan after)
    {
        var until = time.GetUtcNow() + after;
        lock (gate)
            if (!closed.TryGetValue(resource, out var already) || until > already)
                closed[resource] = until;
    }

    /// <summary>How long a resource is still left alone; zero when it is open.</summary>
    public TimeSpan ClosedFor(GraphResource resource)
    {
        lock (gate)
            return ClosedFor(resource, time.GetUtcNow());
    }

    private TimeSpan ClosedFor(GraphResource resource, DateTimeOffset now) =>
        closed.TryGetValue(resource, out var until) && until > now ? until - now : TimeSpan.Zero;
}
