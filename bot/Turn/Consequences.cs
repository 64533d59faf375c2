using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Evidence;
using PolicyBot.Cards;
using PolicyBot.Cases.Outbox;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Turn;

/// <summary>Turns a decision into rows: who is sent what, and which card stands where.</summary>
internal static class Consequences
{
    /// <summary>The rows that a decision becomes.</summary>
    /// <param name="stream">The message that the person is waiting at, when the first reply completes one.</param>
    public static (ImmutableArray<Cases.Outbox.Delivery> Deliveries, ImmutableArray<PostedCard> Posted) Of(
        Decision decision, Dialogs.Turn turn, Activity activity, string? stream = null)
    {
        var conversation = activity.Conversation!.Id!;
        var deliveries = ImmutableArray.CreateBuilder<Cases.Outbox.Delivery>();
        var posted = ImmutableArray<PostedCard>.Empty;

        foreach (var reply in decision.Replies)
            deliveries.Add(ReplyOf(reply.Message, reply.Card) with { Activity = deliveries.Count == 0 ? stream : null });

        // An old client submits a card as a message: there is no answer to put the next card into, so the card itself is updated. So it is when
        // somebody answers whether they want a file.
        var isInvoke = ActivityReader.ShowsItsAnswer(activity);
        if (!isInvoke && decision.Shown is { } shown && decision.AdoptedAs is null)
            deliveries.Add(turn.Card is { } card
                ? new($"{turn.Id}/shown", DeliveryKind.CardUpdate, conversation, MessageJson.Write(shown)) { Activity = card }
                : ReplyOf(shown, null));
        if (!isInvoke && decision.Told is { } sentence)
            deliveries.Add(ReplyOf(NoticeCards.Sentence(sentence), null));

        if (decision is { AdoptedAs: { } adopted, Shown: { } face })
        {
            if (turn.Card is { } activityId)
                posted = [new PostedCard(adopted, turn.Where.Key, conversation, activityId)];
            else
                deliveries.Add(ReplyOf(face, adopted)); // no message to take over: say it as a new one
        }

        foreach (var send in decision.Sends)
            deliveries.Add(Of(send));
        return (deliveries.ToImmutable(), posted);

        Cases.Outbox.Delivery ReplyOf(Message message, string? card) =>
            new($"{turn.Id}/{deliveries.Count}", DeliveryKind.Reply, conversation, MessageJson.Write(message)) { Card = card };
    }

    /// <summary>The rows of what was decided outside a turn.</summary>
    public static ImmutableArray<Cases.Outbox.Delivery> Of(ImmutableArray<Send> sends) => [.. sends.Select(Of)];

    // A card's own key names its post, so that it is posted once whatever happens; its updates are named by the version that they show.
    public static Cases.Outbox.Delivery Of(Send send) => send switch
    {
        Send.ToChannel post => new(post.Card, DeliveryKind.ChannelPost, post.ChannelId, MessageJson.Write(post.Message))
        {
            Card = post.Card,
            Lane = post.Card,
            Position = post.Position,
        },
        Send.ToPerson post => new(post.Card, DeliveryKind.PersonalPost, post.PersonId, MessageJson.Write(post.Message))
        {
            Card = post.Card,
            Lane = post.Card,
            Position = post.Position,
        },
        Send.Update update => new($"{update.Card}/{update.Position}", DeliveryKind.CardUpdate, update.Card, MessageJson.Write(update.Message))
        {
            Lane = update.Card,
            Position = update.Position,
            Recalls = update.Recalls,
        },
        Send.Notification nudge => new($"{nudge.Reference}/feed/{nudge.Position}/{nudge.PersonId}", DeliveryKind.GraphNotification, nudge.PersonId, FeedJson.Write(nudge))
        {
            Lane = $"{nudge.Reference}/feed/{nudge.PersonId}",
            Position = nudge.Position,
        },
        Send.File file => new(file.Card, KindOf(file.Errand), file.Card, FileErrandJson.Write(file.Errand)) { Lane = file.Card },
        _ => throw new ArgumentOutOfRangeException(nameof(send)),
    };

    private static DeliveryKind KindOf(FileErrand errand) => errand switch
    {
        FileErrand.Fetch => DeliveryKind.FileFetch,
        FileErrand.Upload => DeliveryKind.FileUpload,
        _ => DeliveryKind.FileDisposal,
    };
}
