using PolicyBot.Bot.Channel;
using PolicyBot.Cards;
using PolicyBot.Cases.Conversations;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Turn;

/// <summary>The edge of a turn: nobody waits longer than Teams does, and a fault becomes a sentence.</summary>
internal sealed partial class TurnRunner(TurnHandler handler, Sightings sightings, ConnectorClient connector, TimeProvider time, ILogger<TurnRunner> logger)
{
    // Teams gives up on a press after about five seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TurnAnswer StillBusy = TurnAnswer.Sentence(
        "This is taking longer than it should. Nothing is lost. Please wait a moment and press again.");

    public async Task<TurnAnswer> RunAsync(Activity activity, Arrival arrival)
    {
        var turn = CompleteAsync(activity, arrival);
        try
        {
            return await turn.WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            // The turn goes on. A message that is not stored yet is asked for again (503); whichever of the two commits first is the one that counts.
            Slow();
            return activity.Type == ActivityTypes.Invoke ? StillBusy : TurnAnswer.TryAgain;
        }
    }

    private async Task<TurnAnswer> CompleteAsync(Activity activity, Arrival arrival)
    {
        try
        {
            var answer = await handler.HandleAsync(activity, arrival, CancellationToken.None);
            // In a channel only somebody who may see the case can have seen its card. Whoever else names it there might want it taken away.
            if (arrival is Arrival.Pressed pressed && (answer.IsCard || ActivityReader.KindOf(activity) is ConversationKind.Personal))
                _ = sightings.NoteAsync(activity, pressed);
            return answer;
        }
#pragma warning disable CA1031 // The one place where a fault ends: the person reads a sentence, the log has the cause.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return await ApologiseAsync(activity, fault);
        }
    }

    private async Task<TurnAnswer> ApologiseAsync(Activity activity, Exception fault)
    {
        var reference = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        Faulted(reference, fault.GetType().Name, fault.GetBaseException().GetType().Name, fault.StackTrace);
        var sentence = $"Something went wrong on my side. What you had sent before is safe, but this last step was not saved. Please try again in a moment. If it happens again, quote {reference}.";
        if (activity.Type == ActivityTypes.Invoke)
            return TurnAnswer.Error(500, "InternalError", sentence);
        if (ConversationReference.From(activity) is { } here)
        {
            using var patience = new CancellationTokenSource(Patience, time);
            try
            {
                // Not through the outbox: the database may be what is broken.
                await connector.SendAsync(here, MessageJson.Write(NoticeCards.Sentence(sentence)).Bytes, patience.Token);
            }
#pragma warning disable CA1031 // An apology that cannot be sent must not become a second fault.
            catch (Exception)
#pragma warning restore CA1031
            {
                Unheard(reference);
            }
        }
        return TurnAnswer.Accepted;
    }

    // Types and places only: an exception's message may carry what somebody typed.
    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed. Reference {Reference}: {Fault}, caused by {Cause}. {Place}")]
    private partial void Faulted(string reference, string fault, string cause, string? place);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A turn takes longer than Teams waits.")]
    private partial void Slow();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sentence about {Reference} could not be sent.")]
    private partial void Unheard(string reference);
}
