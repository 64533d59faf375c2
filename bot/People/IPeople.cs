using PolicyBot.Bot.Channel;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.People;

/// <summary>Who somebody is, and who fills which role. Asked at every turn; what cannot be confirmed is never granted.</summary>
internal interface IPeople
{
    /// <summary>The Trust with its people and roles as they are now: a turn looks once, and decides by that.</summary>
    ValueTask<PeopleNow> LookAsync(CancellationToken cancellationToken);

    /// <summary>Who is in front of the bot, by what <see cref="LookAsync"/> brought.</summary>
    ValueTask<Asker> WhoIsAsync(ChannelAccount from, PeopleNow now, CancellationToken cancellationToken);
}
