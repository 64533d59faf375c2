using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Delivery;
using PolicyBot.Cards;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Turn;

/// <summary>
/// A card that calls back shows that it arrived. After a time-out nobody knows whether a post reached its channel; as soon as anyone's client draws
/// it, its refresh names the delivery and the message, and the doubt is over. A second copy gives itself away in the same manner.
/// </summary>
internal sealed partial class Sightings(CaseStore store, Postman postman, TimeProvider time, ILogger<Sightings> logger)
{
    private const int LongestKey = 200;

    public async Task NoteAsync(Activity activity, Arrival.Pressed pressed)
    {
        if (activity is not { ReplyToId: { } message, Conversation.Id: { } conversation })
            return;
        var (key, draft) = (pressed.Data.Text(Fields.Delivery), pressed.Verb == Verbs.ReportView ? pressed.Data.Text(Fields.Draft) : "");
        if (key.Length > LongestKey || draft.Length > LongestKey)
            return;
        try
        {
            if (key.Length > 0 && await store.SightedAsync(key, Card(key), time.GetUtcNow(), CancellationToken.None))
                postman.Wake();
            else if (key.Length == 0 && draft.Length > 0)
                await store.AnsweredAsync(Card(CardKeys.Draft(draft)));
        }
#pragma warning disable CA1031 // Losing a sign is no harm: the next refresh brings it again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Missed(fault.GetType().Name);
        }

        PostedCard Card(string name) => new(name, ChannelThread.ChannelOf(conversation), conversation, message);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign that a card arrived could not be noted ({Fault}).")]
    private partial void Missed(string fault);
}
