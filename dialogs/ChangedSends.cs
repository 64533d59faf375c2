using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs;

/// <summary>
/// After a reporter changed a report: the words may be about other people now, or go another way. Whoever may no longer see it loses the card, whoever
/// may see it now gets one, and nobody else hears of it.
/// </summary>
internal static class ChangedSends
{
    public static IEnumerable<Send> Of(Incident before, Incident after, Academy academy, Trust trust)
    {
        var (had, has) = (IncidentAudience.Of(before.Report, academy, trust), IncidentAudience.Of(after.Report, academy, trust));
        var elsewhere = MineCards.Elsewhere();
        var lost = had.InTheirChats.Except(has.InTheirChats, StringComparer.OrdinalIgnoreCase).Select(person => CardKeys.Handler(after.Reference, person))
            .Concat(had.Lead.Except(has.Lead, StringComparer.OrdinalIgnoreCase).Select(person => CardKeys.Safeguarding(after.Reference, person)));
        if (had.Channel is not ChannelShows.Nothing && has.Channel is ChannelShows.Nothing)
            lost = lost.Append(CardKeys.Channel(after.Reference));
        // Those who were only told that it waits, or that a file was kept away, may be the ones whom it is about now.
        lost = lost.Concat(ReminderSends.Lost(after, academy, trust)).Concat(EvidenceSends.Lost(before, after, academy, trust));
        foreach (var card in lost)
            yield return new Send.Update(card, after.Version, elsewhere) { Recalls = true };

        // A card is posted once: for those who have theirs the post is passed over, and the update below draws it.
        foreach (var send in IncidentSends.Opened(after, academy, trust))
            yield return send;
        foreach (var send in IncidentSends.Redrawn(after, academy, trust))
            yield return send;
        foreach (var send in EvidenceSends.Moved(before, after, academy, trust))
            yield return send;
    }
}
