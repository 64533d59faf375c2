using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Evidence;
using PolicyBot.Bot.Graph;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Delivery;

/// <summary>
/// Sees each delivery through: carries it, and writes down what became of it. What a turn has just committed goes out at once; the
/// <see cref="OutboxWorker"/> brings everything else.
/// </summary>
internal sealed partial class Postman(
    CaseStore store, Courier courier, FileCourier files, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<Postman> logger, GraphCourier? graph = null) : IAsyncDisposable
{
    private readonly SettlementRules rules = new(options.Value);
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int underWay = 1; // this Postman itself, until it is disposed of
    private volatile TaskCompletionSource due = NewSignal();

    /// <summary>Completes when something was put into the outbox that a worker should look at.</summary>
    public Task Due => due.Task;

    /// <summary>Sends what a turn committed. Returns at once: the rows are in the database, so nothing is lost if this process ends now.</summary>
    public void Send(ImmutableArray<Cases.Outbox.Delivery> deliveries, ConversationReference address)
    {
        var queued = false;
        ImmutableArray<Cases.Outbox.Delivery> replies = [];
        foreach (var delivery in deliveries)
        {
            if (delivery.Lane is not null)
                queued = true;
            else if (delivery.Kind is DeliveryKind.Reply)
                replies = replies.Add(delivery);
            else
                _ = DeliverAsync(new ClaimedDelivery(delivery, 1, 0), address);
        }
        if (!replies.IsEmpty)
            _ = ReplyAsync(replies, address);
        if (queued)
            Wake();
    }

    public void Wake() => Interlocked.Exchange(ref due, NewSignal()).TrySetResult();

    /// <summary>Carries one delivery and settles it.</summary>
    public async Task DeliverAsync(ClaimedDelivery claimed, ConversationReference? address)
    {
        var delivery = claimed.Delivery;
        Interlocked.Increment(ref underWay);
        try
        {
            var settlement = await AttemptAsync(claimed, address);
            await store.SettleAsync(delivery.Key, settlement, time.GetUtcNow());
            Note(delivery.Kind, settlement);
            if (settlement is Settlement.Delivered or Settlement.Parked && delivery.Lane is not null)
                Wake(); // the next one of this lane may go, or this one again if somebody came back meanwhile
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
        finally
        {
            Finish();
        }
    }

    // In the order in which they were said, so that help stands above a form. Where one cannot arrive now, the next does not wait for it.
    private async Task ReplyAsync(ImmutableArray<Cases.Outbox.Delivery> replies, ConversationReference address)
    {
        Interlocked.Increment(ref underWay);
        foreach (var reply in replies)
            await DeliverAsync(new ClaimedDelivery(reply, 1, 0), address);
        Finish();
    }

    public async ValueTask DisposeAsync()
    {
        // What is on the wire gets a moment to hear its answer: it saves a doubt at the next start.
        try
        {
            Finish();
            await drained.Task.WaitAsync(TimeSpan.FromSeconds(5), time);
        }
        catch (TimeoutException)
        {
            await stopping.CancelAsync();
        }
        stopping.Dispose();
    }

    private void Finish()
    {
        if (Interlocked.Decrement(ref underWay) == 0)
            drained.TrySetResult();
    }

    private async Task<Settlement> AttemptAsync(ClaimedDelivery claimed, ConversationReference? address)
    {
        var delivery = claimed.Delivery;
        if (graph is not null && delivery.Kind.GoesToGraph())
            return await graph.DeliverAsync(claimed, stopping.Token);
        if (delivery.Kind is DeliveryKind.FileFetch or DeliveryKind.FileUpload or DeliveryKind.FileDisposal)
            return rules.Of(claimed, await files.CarryAsync(claimed, stopping.Token), time.GetUtcNow());
        if (delivery is { Kind: DeliveryKind.CardUpdate, Activity: null })
        {
            // An update names the card; where that card stands is known only once it was delivered.
            if (await store.FindPostedCardAsync(delivery.Target, stopping.Token) is not { } card)
                return new Settlement.Delivered(null); // the card never arrived anywhere: there is nothing to update
            delivery = delivery with { Target = card.ConversationId, Activity = card.ActivityId };
        }
        var carried = await courier.CarryAsync(delivery, address, stopping.Token);
        await HeedAsync(carried);
        return rules.Of(claimed with { Delivery = delivery }, carried, time.GetUtcNow());
    }

    // What the Connector said about the place, not the message, is written down there (REST-08).
    private async Task HeedAsync(Carried carried)
    {
        if (carried is not { Result: ConnectorResult.Refused refused, Destination: { } destination })
            return;
        if (refused.Scope is RefusalScope.Tenant)
            SwitchedOff(refused.Code);
        else if (refused.Scope is RefusalScope.Conversation or RefusalScope.User && await store.DeactivateAsync(ChannelThread.ChannelOf(destination.ConversationId)))
            Left(refused.Code);
    }

    private void Note(DeliveryKind kind, Settlement settlement)
    {
        if (settlement is Settlement.Ambiguous doubt)
            InDoubt(kind, doubt.Reason);
        else if (settlement is Settlement.Parked nudge && kind is DeliveryKind.GraphNotification)
            NotNudged(nudge.Reason); // perhaps they do not have the app; their card reaches them another way
        else if (settlement is Settlement.Parked parked)
            Parked(kind, parked.Reason);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {Kind} may or may not have arrived ({Reason}); it waits for a sign before it is repeated.")]
    private partial void InDoubt(DeliveryKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A {Kind} cannot be delivered ({Reason}) and was parked; /health/ready counts it.")]
    private partial void Parked(DeliveryKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "A line in an activity feed could not be shown ({Reason}).")]
    private partial void NotNudged(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A conversation refuses the bot ({Code}); nothing is sent there until it writes again.")]
    private partial void Left(string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The bot is switched off for the whole tenant ({Code}): an administrator has to allow it in the Teams admin centre.")]
    private partial void SwitchedOff(string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivering a {Kind} failed ({Fault}, {Cause}); it is tried again when its lease ends.")]
    private partial void Faulted(DeliveryKind kind, string fault, string cause);
}
