using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cards.Opinions;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>Pictures that were sent in the chat go with the draft that is being described there, after the same question as for a report.</summary>
internal static class TakePictures
{
    public static Decision Into(OpinionDraft draft, OfferedFiles offer, ImmutableArray<EvidencePiece> pieces, ConversationState without, Turn turn)
    {
        if (pieces.Length > EvidencePieces.Room(draft.Files))
            return Decision.Show(FileQuestionCards.TooMany("draft")) with { State = without };
        var card = SentPicturesCards.Card(pieces, draft.Id);
        return new Decision
        {
            State = without with { Opinion = draft with { Files = [.. draft.Files, .. pieces] } },
            Shown = card,
            AdoptedAs = CardKeys.Files(offer.Id),
            Sends = [.. Fetches(draft, offer, pieces, turn), new Send.Update(CardKeys.Files(offer.Id), 1, card)],
        };
    }

    /// <summary>The author wants the draft without the pictures.</summary>
    public static Step Remove(Arrival.Pressed pressed) => AskOpinion.OnDraft(pressed, (draft, turn, known) =>
        AskOpinion.Keep(draft with { Files = [] }, ReportProblems.None, turn, known) with { Sends = EvidenceSends.Disposal($"{draft.Id}/{turn.Id}", draft.OwnFiles) });

    /// <summary>What goes with a draft that is thrown away.</summary>
    public static ImmutableArray<Send> Disposal(OpinionDraft draft) => EvidenceSends.Disposal(draft.Id, draft.OwnFiles);

    private static IEnumerable<Send> Fetches(OpinionDraft draft, OfferedFiles offer, ImmutableArray<EvidencePiece> pieces, Turn turn) =>
        pieces.Zip(offer.Files, (piece, file) => new Send.File(
            CardKeys.File(piece.Id), new FileErrand.Fetch(piece.Id, draft.Id, turn.Where.Key, file.Address, file.Picture, draft.Case.Length == 0 ? null : draft.Case)));
}
