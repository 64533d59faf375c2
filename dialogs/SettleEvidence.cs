using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs.Opinions;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>
/// A file was fetched, or could not be. It belongs to the case by now, or still to the draft; where both are gone, there is nothing that it could belong to.
/// </summary>
public static class SettleEvidence
{
    /// <summary>The file as the report or the draft has it now; null when that is gone.</summary>
    public static EvidencePiece? Find(FileErrand.Fetch fetch, Incident? incident, SecondOpinion? opinion, Conversation? chat) =>
        EvidencePieces.Find(incident?.Evidence ?? (chat?.State.Draft is { } draft && draft.Id == fetch.DraftId ? draft.Evidence : []), fetch.Piece)
        ?? SettlePicture.Find(fetch, opinion, chat);

    /// <summary>False when the report was marked in the meantime: then nothing is fetched for it any more.</summary>
    public static bool MayFetch(FileErrand.Fetch fetch, Incident? incident, Conversation? chat) =>
        incident?.TakesFiles ?? (SettlePicture.IsFor(fetch, chat) || chat?.State.Draft is { TakesFiles: true });

    /// <summary>What comes of it. Asked only where <see cref="Find"/> finds the file under way.</summary>
    public static Decision Decide(
        FileErrand.Fetch fetch, EvidenceReceipt receipt, Incident? incident, Conversation? chat, Trust trust, PolicyLibrary library, DateTimeOffset now)
    {
        if (incident is not null)
            return EvidenceRules.Settle(incident, fetch.Piece, receipt, now) is Ruling<Incident>.Allowed allowed ? Settled(incident, allowed, fetch, trust, library) : Decision.Nothing;
        if (SettlePicture.IsFor(fetch, chat))
            return SettlePicture.Decide(fetch, receipt, chat!, now);
        if (chat?.State.Draft is not { } draft || draft.Id != fetch.DraftId)
            return Decision.Nothing;
        var pieces = EvidencePieces.Settle(draft.Evidence, fetch.Piece, receipt, now);
        return new Decision
        {
            State = chat.State with { Draft = draft with { Evidence = pieces } },
            Sends = [ToTheSender(fetch, pieces, null, draft.Route, library)],
        };
    }

    private static Decision Settled(Incident before, Ruling<Incident>.Allowed allowed, FileErrand.Fetch fetch, Trust trust, PolicyLibrary library)
    {
        var after = allowed.After;
        return new Decision
        {
            Case = new CaseChange(before.Version, after, allowed.Entries),
            Sends = [
                ToTheSender(fetch, after.Evidence, after.Reference, after.Report.Route, library),
                .. EvidencePieces.Find(after.Evidence, fetch.Piece) is { IsKept: true } && trust.FindAcademy(after.Academy) is { } academy
                    ? EvidenceSends.ToHandlers(after, academy, trust)
                    : []],
        };
    }

    // The card goes forward with each file that is settled: 1 showed all of them under way.
    private static Send.Update ToTheSender(FileErrand.Fetch fetch, ImmutableArray<EvidencePiece> pieces, CaseReference? reference, Route route, PolicyLibrary library)
    {
        var offer = EvidencePieces.Find(pieces, fetch.Piece)!.Offer;
        var together = pieces.Where(piece => piece.Offer == offer).ToImmutableArray();
        return new Send.Update(
            CardKeys.Files(offer), 1 + together.Count(piece => piece.State is not EvidenceState.UnderWay), SentFilesCards.Card(together, reference, route, library));
    }
}
