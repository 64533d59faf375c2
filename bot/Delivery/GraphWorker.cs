using Microsoft.Extensions.Options;
using PolicyBot.Bot.Graph;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Delivery;

/// <summary>As <see cref="OutboxWorker"/>, for what goes to Microsoft Graph, and a few at a time: however slow Graph is, nothing that goes to Teams waits for it.</summary>
internal sealed partial class GraphWorker(
    CaseStore store, Postman postman, IOptions<DeliveryOptions> options, IOptions<GraphOptions> graph, TimeProvider time, ILogger<GraphWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
#pragma warning disable CA2000 // Deliveries give their slot back after this method has ended; the Postman waits for them when the bot stops.
        var slots = new SemaphoreSlim(graph.Value.AtOnce);
#pragma warning restore CA2000
        while (!stoppingToken.IsCancellationRequested)
        {
            var sign = postman.Due; // taken before the look, so that what comes during it is not missed
            try
            {
                await slots.WaitAsync(stoppingToken);
                slots.Release();
                var claimed = await store.ClaimForGraphAsync(time.GetUtcNow(), options.Value.Reconcile, slots.CurrentCount);
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
                await WaitAsync(Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken), stoppingToken);
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
        await Task.WhenAny(sign, Task.Delay(options.Value.Poll, time, waiting.Token));
        await waiting.CancelAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What goes to Graph cannot be read ({Fault}). Nothing is lost; it is tried again.")]
    private partial void Faulted(string fault);
}
