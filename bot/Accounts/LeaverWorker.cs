using PolicyBot.Bot.Clocks;
using PolicyBot.Bot.Delivery;
using PolicyBot.Bot.People;
using PolicyBot.Bot.Turn;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;
using PolicyBot.Dialogs.Accounts;

namespace PolicyBot.Bot.Accounts;

/// <summary>
/// Once after the start and once a day the directory is asked about everybody who looks after an account. Several processes may do this on one database: the
/// account's version lets one of them through, and the other finds nothing new any more.
/// </summary>
internal sealed partial class LeaverWorker(CaseStore store, IDirectory directory, IPeople people, Postman postman, TimeProvider time, ILogger<LeaverWorker> logger) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = AfterStart;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(wait, time, stoppingToken);
                await Task.Yield(); // SQLite reads on the thread that asks it, and this one belongs to the timers
                await LookAsync(stoppingToken);
                wait = Daily;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // The database or the directory may be away for a while; the worker must be there when they are back.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Unreadable(fault.GetType().Name);
                wait = AfterFault;
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var accounts = await store.Accounts.StandingAsync(Account.InUse, cancellationToken);
        if (accounts.IsEmpty)
            return;
        if (await people.LookAsync(cancellationToken) is not { Confirmed: true, Trust: var trust })
            return;
        var entries = await directory.LookUpAsync([.. accounts.SelectMany(account => account.People()).Select(person => person.Id).Distinct(StringComparer.OrdinalIgnoreCase)], cancellationToken);
        var byId = entries.ToLookup(entry => entry.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var account in accounts)
            await NoticeAsync(account, [.. account.People().SelectMany(person => byId[person.Id])], trust, time.GetUtcNow());
    }

    // Somebody else has changed it meanwhile: the next look sees it as it is then.
    private async Task NoticeAsync(Account account, ImmutableArray<DirectoryEntry> entries, Trust trust, DateTimeOffset now)
    {
        var decision = NoticeLeavers.Decide(account, entries, trust, now);
        if (decision.Case is not { } change)
            return;
        var committed = await store.CommitAsync(new TurnCommit("directory", $"{account.Reference}/{account.Version}", now, null)
        {
            Case = CaseClock.Set(change, trust, now),
            Deliveries = Consequences.Of(decision.Sends),
        }) is CommitResult.Committed;
        if (committed)
            postman.Wake();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody could be asked who is leaving ({Fault}). Nothing is lost; it is tried again.")]
    private partial void Unreadable(string fault);
}
