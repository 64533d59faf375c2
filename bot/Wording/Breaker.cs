namespace PolicyBot.Bot.Wording;

/// <summary>Keeps people from waiting for a model that does not answer: after three faults in a row nobody asks it for a minute, then one fault is enough.</summary>
internal sealed class Breaker(TimeProvider time)
{
    private const int FaultsAllowed = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private int faults;
    private long restsSince;
    private TimeSpan restsFor;

    public bool Rests
    {
        get
        {
            lock (gate)
                return restsFor > TimeSpan.Zero && time.GetElapsedTime(restsSince) < restsFor;
        }
    }

    public void Answered()
    {
        lock (gate)
            (faults, restsFor) = (0, TimeSpan.Zero);
    }

    /// <summary>Notes a fault; true when the model is now left alone. A rest that was begun is never shortened by one.</summary>
    /// <param name="after">How long the service asks to be left alone, when it says so.</param>
    public bool Failed(TimeSpan? after)
    {
        lock (gate)
        {
            var rest = ++faults >= FaultsAllowed ? Rest : TimeSpan.Zero;
            rest = after > rest ? after.Value : rest;
            rest = rest > LongestRest ? LongestRest : rest;
            var left = restsFor - time.GetElapsedTime(restsSince);
            if (rest > left)
                (restsSince, restsFor) = (time.GetTimestamp(), rest);
            return rest > TimeSpan.Zero || left > TimeSpan.Zero;
        }
    }
}
