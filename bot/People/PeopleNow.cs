using System.Collections.Frozen;
using PolicyBot.Bot.Channel;
using PolicyBot.Cases.People;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.People;

/// <summary>The Trust at one moment.</summary>
/// <param name="trust">Its people and roles.</param>
/// <param name="confirmed">False when the directory could not be asked in the last five minutes: then nothing may be granted by it.</param>
internal sealed class PeopleNow(Trust trust, bool confirmed)
{
    private readonly FrozenDictionary<string, Person> people = trust.People.ToFrozenDictionary(person => person.Id, StringComparer.OrdinalIgnoreCase);

    // A chair of governors is no member of staff, yet has to act on a report about the headteacher: whoever holds a role may use the bot.
    private readonly FrozenSet<string>? staff = trust.Staff?.People.Concat(trust.RoleHolders()).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public Trust Trust => trust;

    public bool Confirmed => confirmed;

    public bool Knows(string id) => people.ContainsKey(id);

    public Asker WhoIs(ChannelAccount from)
    {
        if (from.AadObjectId is not { Length: > 0 } id)
            return new Asker(from.Id ?? "", from.Name ?? "", Standing.Unknown, null);
        var person = people.GetValueOrDefault(id);
        var standing = !confirmed ? Standing.Unconfirmed : staff is null || staff.Contains(id) ? Standing.Staff : Standing.NotStaff;
        return new Asker(person?.Id ?? id.ToLowerInvariant(), person?.Name ?? from.Name ?? "A member of staff", standing, person?.Academy);
    }
}
