using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Delivery;

/// <summary>
/// Sees each delivery through: carries it, and writes down what became of it. What a turn has just committed goes out at once; the
/// <see cref="OutboxWorker"/> brings everything else.
/// </summary>
internal sealed partial class Postman(
    CaseStore store, Courier courier, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<Postman> logger) : IAsyncDisposable
{
    private readonly DeliveryOptions options = options.Value;
    private readonly RetryPolicy retries = new()
    {
        FirstWait = options.Value.FirstWait,
        LongestWait = options.Value.LongestWait,
        Attempts = options.Value.Attempts,
        AmbiguousAttempts = int.MaxValue,
    };
    private readonly ConcurrentDictionary<Task, bool> underWay = [];
    private readonly CancellationTokenSource stopping = new();
    private volatile TaskCompletionSource due = NewSignal();

    /// <summary>Completes when something was put into the outbox that a worker should look at.</summary>
    public Task Due => due.Task;

    /// <summary>Sends what a turn committed. Returns at once: the rows are in the database, so nothing is lost if this process ends now.</summary>
    public void Send(ImmutableArray<Cases.Outbox.Delivery> deliveries, ConversationReference address)
    {
        var queued = false;
        foreach (var delivery in deliveries)
        {
            if (delivery.Lane is not null)
                queued = true;
            else
                Start(new ClaimedDelivery(delivery, 1, 0), address);
        }
        if (queued)
            Wake();
    }

    public void Wake() => Interlocked.Exchange(ref due, NewSignal()).TrySetResult();

    /// <summary>Carries one delivery and settles it.</summary>
    public async Task DeliverAsync(ClaimedDelivery claimed, ConversationReference? address)
    {
        var delivery = claimed.Delivery;
        try
        {
            var (ready, settled) = await WithCardAsync(delivery);
            var settlement = settled ?? Settle(claimed, ready, await courier.CarryAsync(ready, address, stopping.Token));
            await store.SettleAsync(delivery.Key, settlement, time.GetUtcNow());
            if (settlement is Settlement.Delivered && delivery.Lane is not null)
                Wake(); // the next one of this lane may go
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The row stays in our hands; when its lease ends, whoever is alive then takes it.
        }
#pragma warning disable CA1031 // A delivery that faults must not take the others with it; its lease ends and it is tried again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Faulted(delivery.Kind, fault.GetType().Name, fault.GetBaseException().GetType().Name);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // What is on the wire gets a moment to hear its answer: it saves a doubt at the next start.
        var all = Task.WhenAll(underWay.Keys);
        try
        {
            await all.WaitAsync(TimeSpan.FromSeconds(5), time);
        }
        catch (TimeoutException)
        {
            await stopping.CancelAsync();
        }
        stopping.Dispose();
    }

    private void Start(ClaimedDelivery claimed, ConversationReference address)
    {
        var task = DeliverAsync(claimed, address);
        if (task.IsCompleted)
            return;
        underWay.TryAdd(task, true);
        _ = task.ContinueWith(static (done, all) => ((ConcurrentDictionary<Task, bool>)all!).TryRemove(done, out _), underWay,
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    // An update names the card; where that card stands is known only once it was delivered.
    private async Task<(Cases.Outbox.Delivery Delivery, Settlement? Settled)> WithCardAsync(Cases.Outbox.Delivery delivery)
    {
        if (delivery is not { Kind: DeliveryKind.CardUpdate, Activity: null })
            return (delivery, null);
        return await store.FindPostedCardAsync(delivery.Target, stopping.Token) is { } card
            ? (delivery with { Target = card.ConversationId, Activity = card.ActivityId }, null)
            : (delivery, new Settlement.Delivered(null)); // the card never arrived anywhere: there is nothing to update
    }

    private Settlement Settle(ClaimedDelivery claimed, Cases.Outbox.Delivery delivery, Carried carried)
    {
        var now = time.GetUtcNow();
        switch (carried.Result)
        {
            case ConnectorResult.Delivered arrived:
                return new Settlement.Delivered(Posted(delivery, arrived, carried.Destination!));

            case ConnectorResult.Ambiguous doubt when claimed.Doubts < options.Doubts && !(delivery.Kind is DeliveryKind.Reply && claimed.Doubts > 0):
                InDoubt(delivery.Kind, doubt.Reason);
                return new Settlement.Ambiguous(now + options.Reconcile, doubt.Reason);

            case ConnectorResult.Refused { Code: "NoConversationYet" } early:
                return new Settlement.Later(now + options.LongestWait, early.Code);

            case var result when retries.NextDue(claimed.Attempts, result, Random.Shared.NextDouble, now) is { } next && result is ConnectorResult.Retry retry:
                return new Settlement.Later(next, retry.Reason);

            case var result:
                var reason = result switch
                {
                    ConnectorResult.Refused refused => refused.Code,
                    ConnectorResult.Ambiguous doubt => doubt.Reason,
                    ConnectorResult.Retry retry => retry.Reason,
                    _ => "Unknown",
                };
                Parked(delivery.Kind, reason);
                return new Settlement.Parked(reason);
        }
    }

    private static PostedCard? Posted(Cases.Outbox.Delivery delivery, ConnectorResult.Delivered arrived, ConversationReference destination)
    {
        if (delivery.Card is not { } card || arrived.ActivityId is not { } activity)
            return null;
        var conversation = delivery.Kind is DeliveryKind.ChannelPost
            ? arrived.ConversationId ?? ChannelThread.Of(delivery.Target, activity)
            : destination.ConversationId;
        return new PostedCard(card, ChannelThread.ChannelOf(conversation), conversation, activity);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {Kind} may or may not have arrived ({Reason}); it waits for a sign before it is repeated.")]
    private partial void InDoubt(DeliveryKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A {Kind} cannot be delivered ({Reason}) and was parked; /health/ready counts it.")]
    private partial void Parked(DeliveryKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivering a {Kind} failed ({Fault}, {Cause}); it is tried again when its lease ends.")]
    private partial void Faulted(DeliveryKind kind, string fault, string cause);
}
