using Microsoft.Extensions.Options;
using PolicyBot.Bot.Delivery;
using PolicyBot.Bot.People;
using PolicyBot.Bot.Policies;
using PolicyBot.Bot.Turn;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Clocks;

/// <summary>
/// Looks for cases whose time has come, and takes one after the other through the order of a turn: load, decide, commit, send. Several processes may do
/// this on one database: the version of the case lets one of them through, and the other finds nothing due any more.
/// </summary>
internal sealed partial class ClockWorker(
    CaseStore store, IPeople people, ServedPolicies policies, Postman postman, IOptions<ClockOptions> options, TimeProvider time, ILogger<ClockWorker> logger) : BackgroundService
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Winding = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset? wound = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(options.Value.Poll, time, stoppingToken);
                await Task.Yield(); // SQLite reads on the thread that asks it, and this one belongs to the timers
                // Whom to tell is not known without the directory: what is due stays due, and is told when it is back.
                if (await people.LookAsync(stoppingToken) is not { Confirmed: true, Trust: var trust })
                    continue;
                if (time.GetUtcNow() is var now && !(now - wound < Winding))
                {
                    await WindAsync(trust, now, stoppingToken);
                    wound = now;
                }
                while (await LookAsync(trust, stoppingToken))
                {
                    // One reminder may have another behind it, and there may be more cases than one look brings.
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // The database may be away for a while; the worker must be there when it is back.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Unreadable(fault.GetType().Name);
            }
        }
    }

    /// <summary>
    /// Works out anew when each open case is due, at every start and once a day. What is stored of it is only an index: no trail proves it, because it follows
    /// from the record, the Trust's times and the hour. So a reminder is not lost when somebody alters it.
    /// </summary>
    private async Task WindAsync(Trust trust, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var incidents = await store.Incidents.StandingAsync(Incident.Standings(status => status is IncidentStatus.Reported or IncidentStatus.Acknowledged), cancellationToken);
        var opinions = await store.Opinions.StandingAsync(SecondOpinion.Waiting, cancellationToken);
        var accounts = await store.Accounts.StandingAsync(Account.InUse, cancellationToken);
        var comments = await store.Comments.StandingAsync(ReceivedComment.Open, cancellationToken);
        var handovers = await store.Handovers.StandingAsync(Handover.Waiting, cancellationToken);
        var releases = await store.Releases.StandingAsync(Release.Waiting, cancellationToken);
        await Task.WhenAll(((IEnumerable<ICase>)[.. incidents, .. opinions, .. accounts, .. comments, .. handovers, .. releases])
            .Select(open => store.SetDueAsync(open.Reference, open.Trail.Count, Reminding.NextOf(open, trust, now))));
    }

    /// <summary>True when somebody was reminded, so that another look is worth it.</summary>
    private async Task<bool> LookAsync(Trust trust, CancellationToken cancellationToken)
    {
        var reminded = false;
        foreach (var due in await store.DueAsync(time.GetUtcNow(), AtOnce, cancellationToken))
            try
            {
                reminded |= await RemindAsync(due, trust, time.GetUtcNow());
            }
#pragma warning disable CA1031 // One case that faults must not keep the others waiting; it is due again at the next look.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Faulted(due.Reference.ToString(), fault.GetType().Name);
            }
        return reminded;
    }

    private async Task<bool> RemindAsync(ICase due, Trust trust, DateTimeOffset now)
    {
        var account = due is ReceivedComment comment && CaseReference.TryParse(comment.What.Account.Register, out var register)
            ? await store.Accounts.FindAsync(register, CancellationToken.None)
            : null;
        var decision = Reminding.Decide(due, trust, policies.Current.Library, now, account);
        if (decision.Case is not { } change)
        {
            // Held back until the quiet hours end, or the Trust's times have changed since it was stored.
            await store.SetDueAsync(due.Reference, due.Trail.Count, Reminding.NextOf(due, trust, now));
            return false;
        }
        var committed = await store.CommitAsync(new TurnCommit("clock", $"{due.Reference}/{due.Trail.Count}", now, null)
        {
            Case = CaseClock.Set(change, trust, now),
            Deliveries = [.. decision.Sends.Select(Consequences.Of)],
        }) is CommitResult.Committed;
        if (committed)
            postman.Wake();
        return committed;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Cases that are due cannot be looked for ({Fault}). Nothing is lost; it is tried again.")]
    private partial void Unreadable(string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody could be reminded of {Reference} ({Fault}); it is tried again.")]
    private partial void Faulted(string reference, string fault);
}
