using System.Threading.Channels;

namespace PolicyBot.Cases.Storage;

/// <summary>
/// The one writer of this process. Turns that want to commit at the same moment share a transaction, and so the one slow
/// thing about a commit: waiting for the disk. A turn goes on only after its own part is there.
/// </summary>
internal sealed class Journal : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly Database database;
    private readonly Channel<Write> queue = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Thread thread;
    private Session? session;

    public Journal(Database database)
    {
        this.database = database;
        thread = new Thread(Run) { IsBackground = true, Name = "journal" };
        thread.Start();
    }

    /// <summary>Runs <paramref name="write"/> in a transaction on the writer's thread; done when it is on the disk.</summary>
    public Task<TResult> WriteAsync<TResult>(Func<Session, TResult> write)
    {
        var work = new Write<TResult>(write);
        return queue.Writer.TryWrite(work) ? work.Task : throw new ObjectDisposedException(nameof(Journal));
    }

    public ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        thread.Join();
        session?.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Run()
    {
        var batch = new List<Write>(LargestBatch);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var write))
                batch.Add(write);
            try
            {
                Commit(batch);
            }
#pragma warning disable CA1031 // Whatever it is belongs to one of these turns, not to the thread that writes for everyone.
            catch (Exception)
#pragma warning restore CA1031
            {
                // One bad apple, two instances that locked the same cases in another order, or a connection that the server had closed in
                // the meantime: each once more, on its own, cannot spoil another's.
                foreach (var write in batch)
                    CommitAlone(write);
            }
        }
    }

    private void CommitAlone(Write write)
    {
        try
        {
            Commit([write]);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            write.Fail(fault);
        }
    }

    private void Commit(List<Write> batch)
    {
        try
        {
            session ??= Session.OpenToWrite(database);
            session.Execute(database.IsSqlite ? "BEGIN IMMEDIATE" : "BEGIN");
            foreach (var write in batch)
                write.Run(session);
            session.Execute("COMMIT");
        }
        catch
        {
            // Closing the connection rolls back, whatever state it was in.
            session?.Dispose();
            session = null;
            throw;
        }
        foreach (var write in batch)
            write.Complete();
    }

    private abstract class Write
    {
        public abstract void Run(Session session);

        public abstract void Complete();

        public abstract void Fail(Exception fault);
    }

    private sealed class Write<TResult>(Func<Session, TResult> write) : Write
    {
        private readonly TaskCompletionSource<TResult> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TResult result = default!;

        public Task<TResult> Task => done.Task;

        public override void Run(Session session) => result = write(session);

        public override void Complete() => done.TrySetResult(result);

        public override void Fail(Exception fault) => done.TrySetException(fault);
    }
}
