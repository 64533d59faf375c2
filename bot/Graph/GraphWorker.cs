using Microsoft.Extensions.Options;
using PolicyBot.Bot.Delivery;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Graph;

/// <summary>
/// Takes what is due for Graph out of the outbox, a few at a time, and nothing while Graph wants to be left alone. Apart from the worker for Teams: however slow Graph
/// is, nobody in a chat waits for it.
/// </summary>
internal sealed partial class GraphWorker(
    CaseStore store, Postman postman, GraphCourier courier, IOptions<GraphOptions> graph, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<GraphWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Housekeeping = TimeSpan.FromHours(1);
    private static readonly TimeSpan NudgesKept = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
#pragma warning disable CA2000 // Deliveries give their slot back after this method has ended; the Postman waits for them when the bot stops.
        var slots = new SemaphoreSlim(graph.Value.AtOnce);
#pragma warning restore CA2000
        var housekeptAt = time.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            var sign = postman.Due;
            try
            {
                if (time.GetUtcNow() - housekeptAt > Housekeeping)
                {
                    housekeptAt = time.GetUtcNow();
                    await store.DeadLetters.ForgetNotificationsAsync(housekeptAt - NudgesKept);
                }
                await slots.WaitAsync(stoppingToken);
                slots.Release();
                var claimed = courier.Open is { IsEmpty: false } kinds ? await store.ClaimAsync(time.GetUtcNow(), options.Value.Reconcile, slots.CurrentCount, kinds) : [];
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
                await WaitAsync(new TaskCompletionSource().Task, stoppingToken);
            }
        }

        async Task DeliverAsync(ClaimedDelivery delivery)
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

    [LoggerMessage(Level = LogLevel.Error, Message = "What waits for Graph cannot be read ({Fault}). Nothing is lost; it is tried again.")]
    private partial void Faulted(string fault);
}
