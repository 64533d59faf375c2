namespace PolicyBot.Bot.Policies;

/// <summary>
/// The operating system's signs that something in a folder has changed. They only make the bot look earlier: on network shares they may never come,
/// and some machines give out too few of them.
/// </summary>
internal sealed class FolderSigns : IDisposable
{
    private readonly FileSystemWatcher? watcher;
    private volatile TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FolderSigns(string folder)
    {
        try
        {
            watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => next.TrySetResult();
            watcher.Created += (_, _) => next.TrySetResult();
            watcher.Deleted += (_, _) => next.TrySetResult();
            watcher.Renamed += (_, _) => next.TrySetResult();
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or UnauthorizedAccessException)
        {
            watcher?.Dispose();
            watcher = null;
        }
    }

    /// <summary>Completes at the first sign since the signs were last forgotten.</summary>
    public Task Next => next.Task;

    /// <summary>Forgets the signs so far: whoever looks now sees what they were about.</summary>
    public void Forget() => next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => watcher?.Dispose();
}
