using PolicyBot.Bot.Channel;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.People;

/// <summary>Who somebody is. Asked at every turn; what cannot be confirmed is never granted.</summary>
internal interface IPeople
{
    ValueTask<Asker> WhoIsAsync(ChannelAccount from, CancellationToken cancellationToken);
}
