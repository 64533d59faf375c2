using PolicyBot.Cards.Opinions;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>A picture for a draft was fetched, or could not be. It belongs to the draft, or to the request that the draft has become by now.</summary>
internal static class SettlePicture
{
    public static bool IsFor(FileErrand.Fetch fetch, Conversation? chat) => chat?.State.Opinion is { } draft && draft.Id == fetch.DraftId;

    public static EvidencePiece? Find(FileErrand.Fetch fetch, SecondOpinion? opinion, Conversation? chat) =>
        (IsFor(fetch, chat) ? EvidencePieces.Find(chat!.State.Opinion!.Files, fetch.Piece) : null)
        ?? (opinion is null ? null : EvidencePieces.Find(opinion.Post.PictureFiles, fetch.Piece));

    public static Decision Decide(FileErrand.Fetch fetch, EvidenceReceipt receipt, Conversation chat, DateTimeOffset now)
    {
        var draft = chat.State.Opinion!;
        var pieces = EvidencePieces.Settle(draft.Files, fetch.Piece, receipt, now);
        var together = pieces.Where(piece => piece.Offer == EvidencePieces.Find(pieces, fetch.Piece)!.Offer).ToImmutableArray();
        return new Decision
        {
            State = chat.State with { Opinion = draft with { Files = pieces } },
            Sends = [new Send.Update(CardKeys.Files(together[0].Offer), 1 + together.Count(piece => piece.State is not EvidenceState.UnderWay), SentPicturesCards.Card(together, draft.Id))],
        };
    }
}
