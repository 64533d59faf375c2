using Microsoft.Extensions.Options;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Delivery;

/// <summary>
/// Takes due deliveries from the outbox, a few at a time, until none is left; then waits for a sign or for the next look. Several processes may
/// do this on one PostgreSQL database.
/// </summary>
internal sealed partial class OutboxWorker(
    CaseStore store, Postman postman, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan InboxKept = TimeSpan.FromDays(2);
    private static readonly TimeSpan Housekeeping = TimeSpan.FromHours(1);

    // What cannot be read is not read again at once, however often something is put in.
    private static readonly Task NoSign = new TaskCompletionSource().Task;

    private readonly DeliveryOptions options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
#pragma warning disable CA2000 // Deliveries give their slot back after this method has ended; the Postman waits for them when the bot stops.
        var slots = new SemaphoreSlim(options.AtOnce);
#pragma warning restore CA2000
        var housekeptAt = time.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            var sign = postman.Due; // taken before the look, so that what comes during it is not missed
            try
            {
                if (time.GetUtcNow() - housekeptAt > Housekeeping)
                {
                    housekeptAt = time.GetUtcNow();
                    await store.ForgetInboxAsync(housekeptAt - InboxKept);
                    await store.TryParkedAgainAsync(housekeptAt);
                }
                await slots.WaitAsync(stoppingToken);
                slots.Release();
                var claimed = await store.ClaimAsync(time.GetUtcNow(), options.Reconcile, slots.CurrentCount, graph: false);
                foreach (var delivery in claimed)
                {
                    await slots.WaitAsync(stoppingToken);
                    _ = DeliverAsync(delivery);
                }
                if (claimed.IsEmpty)
                    await WaitAsync(sign, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // The database may be away for a while; the worker must be there when it is back.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Faulted(fault.GetType().Name);
                await WaitAsync(NoSign, stoppingToken);
            }
        }

        async Task DeliverAsync(Cases.Outbox.ClaimedDelivery delivery)
        {
            await postman.DeliverAsync(delivery, null);
            slots.Release();
        }
    }

    private async Task WaitAsync(Task sign, CancellationToken stoppingToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(sign, Task.Delay(options.Poll, time, waiting.Token));
        await waiting.CancelAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox cannot be read ({Fault}). Nothing is lost; it is tried again.")]
    private partial void Faulted(string fault);
}
