namespace PolicyBot.Bot.Turn;

/// <summary>
/// Lines in front of what only one turn of this process can do at a time: to change a certain case, or to open the next one of a kind. Without them
/// everybody who wants the same would decide, lose and begin again, and with many at once somebody would lose every time.
/// </summary>
internal sealed class CaseLines
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource>?> lines = new(StringComparer.Ordinal); // null: somebody is at the front, and nobody behind them

    /// <summary>Begins one turn's standing in lines.</summary>
    public Standing Begin() => new(this);

    /// <summary>True at the front; else one is there when <paramref name="front"/> is done.</summary>
    private bool Join(string name, out Task front)
    {
        lock (gate)
        {
            front = Task.CompletedTask;
            if (lines.TryAdd(name, null))
                return true;
            var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (lines[name] ??= new()).Enqueue(called);
            front = called.Task;
            return false;
        }
    }

    private void Leave(string name)
    {
        lock (gate)
            if (lines[name] is { Count: > 0 } behind)
                behind.Dequeue().SetResult();
            else
                lines.Remove(name);
    }

    /// <summary>The lines at whose front one turn is, until it is over.</summary>
    internal sealed class Standing(CaseLines lines) : IDisposable
    {
        private ImmutableArray<string> fronts = [];

        /// <summary>Comes to the front of a line. False when somebody had to be waited for: what was loaded before is as old as they left it.</summary>
        public async ValueTask<bool> ReachAsync(string name)
        {
            if (fronts.Contains(name, StringComparer.Ordinal))
                return true;
            var free = lines.Join(name, out var front);
            await front;
            fronts = fronts.Add(name);
            return free;
        }

        public void Dispose()
        {
            foreach (var name in fronts)
                lines.Leave(name);
        }
    }
}
