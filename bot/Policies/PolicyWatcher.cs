namespace PolicyBot.Bot.Policies;

/// <summary>Has the served policies look at their folder: at every sign of a change, and every few seconds for a share that gives no sign.</summary>
internal sealed partial class PolicyWatcher(ServedPolicies policies, TimeProvider time, ILogger<PolicyWatcher> logger) : BackgroundService
{
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <summary>How long nothing may have changed before it is read.</summary>
    internal static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(1500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var signs = new FolderSigns(policies.Folder);
        Report(policies.Current);
        while (!stoppingToken.IsCancellationRequested)
        {
            signs.Forget();
            if (Look())
            {
                await Task.Delay(Quiet, time, stoppingToken);
            }
            else
            {
                using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await Task.WhenAny(signs.Next, Task.Delay(Every, time, waiting.Token));
                await waiting.CancelAsync();
            }
        }
    }

    private bool Look()
    {
        var (edition, fault) = (policies.Current, policies.Fault);
        var soon = policies.Look(time.GetUtcNow());
        if (policies.Current != edition)
            Report(policies.Current);
        if (policies.Fault is { } broken && broken != fault)
            Broken(broken);
        return soon;
    }

    private void Report(Edition edition)
    {
        if (edition.Library.WaitingAnswers is > 0 and var waiting)
            Waiting(waiting);
        if (!logger.IsEnabled(LogLevel.Information))
            return;
        var documents = edition.Library.Documents;
        var clauses = documents.Sum(document => document.Clauses.Length);
        var titles = string.Join(", ", documents.Select(document => document.Title));
        Serving(documents.Length, titles, clauses);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Policies served: {Policies} ({Titles}), clauses: {Clauses}.")]
    private partial void Serving(int policies, string titles, int clauses);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Short answers that staff do not get, because the clauses were reworded: {Answers}. The command review lists them.")]
    private partial void Waiting(int answers);

    [LoggerMessage(Level = LogLevel.Error, Message = "The policy folder has changed and cannot be used; the policies read before go on serving. {Fault}")]
    private partial void Broken(string fault);
}
