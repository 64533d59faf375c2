namespace PolicyBot.Cases.Storage;

/// <summary>
/// How many turns may be at the database at once; the others wait outside, in the order in which they came. However many come at the same moment, those
/// inside are done soon, and none of them stands in line for a connection between two reads.
/// </summary>
internal sealed class Room(int seats) : IDisposable
{
    private readonly SemaphoreSlim free = new(seats);

    public async ValueTask<Seat> EnterAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        return new Seat(free);
    }

    public void Dispose() => free.Dispose();
}

/// <summary>A turn's seat at the database, until it gives it up.</summary>
public sealed class Seat : IDisposable
{
    private SemaphoreSlim? room;

    internal Seat(SemaphoreSlim room) => this.room = room;

    /// <summary>May be done more than once.</summary>
    public void Dispose() => Interlocked.Exchange(ref room, null)?.Release();
}
