using PolicyBot.Bot.Channel;
using PolicyBot.Cases.People;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.People;

/// <summary>The embedded directory: what <c>trust.json</c> says about people.</summary>
internal sealed class TrustFilePeople(Trust trust) : IPeople
{
    private readonly PeopleNow always = new(trust, confirmed: true);

    public ValueTask<PeopleNow> LookAsync(CancellationToken cancellationToken) => new(always);

    public ValueTask<Asker> WhoIsAsync(ChannelAccount from, PeopleNow now, CancellationToken cancellationToken) => new(now.WhoIs(from));
}
