using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Opinions;

/// <summary>What has become of pictures that were sent for a draft: drawn in the place of the question, and again with each of them.</summary>
public static class SentPicturesCards
{
    /// <summary>Each with what became of it, and the way back to the draft.</summary>
    /// <param name="pieces">Those that came together.</param>
    /// <param name="draft">The draft's id.</param>
    public static Message Card(ImmutableArray<EvidencePiece> pieces, string draft)
    {
        var heading = pieces.Any(piece => piece.State is EvidenceState.UnderWay) ? "Fetching what you sent"
            : pieces.Any(piece => piece.State is EvidenceState.NotTaken) ? "Not everything could be saved"
            : "Saved with your draft";
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading(heading),
                    Lines.Quiet("For the draft that you are describing. Its reader gets it too, and what they agree to is exactly this picture."),
                    .. pieces.Select(piece => Lines.Plain($"**{EvidenceLines.NameOf(piece)}**: {Became(piece)}")),
                    .. Lines.Buttons(new ExecuteAction("Carry on with the draft", new CardData(Verbs.OpinionResume) { Draft = draft })),
                ],
                $"{heading}."),
            heading);
    }

    private static string Became(EvidencePiece piece) => piece.State switch
    {
        EvidenceState.Kept => $"Saved with your draft ({EvidenceTypes.TitleOf(piece.ContentType)}, {EvidenceLines.SizeOf(piece.Size)}).",
        _ => SentFilesCards.Became(piece),
    };
}
