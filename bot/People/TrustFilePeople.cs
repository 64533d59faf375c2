using System.Collections.Frozen;
using PolicyBot.Bot.Channel;
using PolicyBot.Cases.People;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.People;

/// <summary>The embedded directory: what <c>trust.json</c> says about people.</summary>
internal sealed class TrustFilePeople(Trust trust) : IPeople
{
    private readonly FrozenDictionary<string, Person> people = trust.People.ToFrozenDictionary(person => person.Id, StringComparer.OrdinalIgnoreCase);

    // A chair of governors is no member of staff, yet has to act on a report about the headteacher: whoever holds a role may use the bot.
    private readonly FrozenSet<string>? staff = trust.Staff?.People.Concat(trust.RoleHolders()).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public ValueTask<Asker> WhoIsAsync(ChannelAccount from, CancellationToken cancellationToken) => new(WhoIs(from));

    private Asker WhoIs(ChannelAccount from)
    {
        if (from.AadObjectId is not { Length: > 0 } id)
            return new Asker(from.Id ?? "", from.Name ?? "", Standing.Unknown, null);
        var person = people.GetValueOrDefault(id);
        var standing = staff is null || staff.Contains(id) ? Standing.Staff : Standing.NotStaff;
        return new Asker(person?.Id ?? id.ToLowerInvariant(), person?.Name ?? from.Name ?? "A member of staff", standing, person?.Academy);
    }
}
