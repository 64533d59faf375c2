using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Delivery;
using PolicyBot.Bot.Turn;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs.Wording;

namespace PolicyBot.Bot.Wording;

/// <summary>The model's part in turns.</summary>
internal sealed class TurnWording(IWording model, AnswerStream streams, CaseStore store, TimeProvider time)
{
    /// <summary>Begins one turn's dealings with the model.</summary>
    public WordingOfTurn Begin(Activity activity) => new(activity, model, streams, store, time);
}

/// <summary>
/// One turn's dealings with the model: asked once, however often the turn has to decide again, and within the time that the turn has. In a personal
/// chat the person sees meanwhile that something happens. What was begun there and never became an answer is taken away.
/// </summary>
internal sealed class WordingOfTurn(Activity activity, IWording model, AnswerStream streams, CaseStore store, TimeProvider time) : IAsyncDisposable
{
    // A turn has four seconds; half a second of them is for storing the answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3.5);

    private Task<string?>? beginning;
    private ModelWords? words;
    private bool asked;

    /// <summary>The message that the answer completes, once the person has been told to wait.</summary>
    public string? Stream { get; private set; }

    /// <summary>The model's words; null when there are none.</summary>
    /// <param name="toWord">What the model would be told. It is work, so nobody does it for a model that rests.</param>
    public async ValueTask<ModelWords?> AskAsync(Func<ToWord?> toWord, Dialogs.Turn turn)
    {
        if ((!asked && !model.IsAwake) || toWord() is not { } answer)
            return null;
        // A message that is delivered again after it was answered is not worth a question, and nobody waits for it.
        if (asked || await store.WasHandledAsync(activity.Conversation!.Id!, ActivityReader.KnownAs(activity), CancellationToken.None))
            return words;
        asked = true;
        using var patience = new CancellationTokenSource(Patience, time);
        if (turn.Where.Kind is ConversationKind.Personal)
            beginning = streams.OpenAsync(Addresses.Read(turn.Where.Address));
        words = await model.AskAsync(answer, patience.Token);
        Stream = await BegunAsync(patience.Token);
        return words;
    }

    /// <summary>The answer is committed; from now on the outbox completes the message.</summary>
    public void Committed()
    {
        if (Stream is not null)
            beginning = null;
    }

    public ValueTask DisposeAsync()
    {
        if (beginning is not null)
            _ = WithdrawAsync(beginning); // the person's answer does not wait for it
        return ValueTask.CompletedTask;
    }

    private async Task<string?> BegunAsync(CancellationToken patience)
    {
        try
        {
            return beginning is null ? null : await beginning.WaitAsync(patience);
        }
        catch (OperationCanceledException)
        {
            return null; // the answer goes out as a message of its own
        }
    }

    private async Task WithdrawAsync(Task<string?> begun)
    {
        if (await begun is { } stream)
            await streams.WithdrawAsync(ConversationReference.From(activity)!, stream);
    }
}
