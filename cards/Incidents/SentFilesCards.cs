using PolicyBot.Cards.Elements;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Incidents;

/// <summary>What has become of the files of one message: drawn in the place of the question, and again with each file.</summary>
public static class SentFilesCards
{
    /// <summary>Each file with what became of it, and once one is saved, what comes next.</summary>
    /// <param name="pieces">Those that came together.</param>
    /// <param name="reference">The case that they belong to; null while the report is being written.</param>
    /// <param name="route">Where safeguarding decides, nobody is told to act on the post themselves.</param>
    public static Message Card(ImmutableArray<EvidencePiece> pieces, CaseReference? reference, Route route, PolicyLibrary library)
    {
        var heading = pieces.Any(piece => piece.State is EvidenceState.UnderWay) ? "Fetching what you sent"
            : pieces.Any(piece => piece.State is EvidenceState.NotTaken) ? "Not everything could be saved"
            : "Saved with your report";
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading(heading),
                    Lines.Quiet(reference is null ? "For the report that you are writing. It goes with it when you press Submit." : $"For {reference}."),
                    .. pieces.Select(piece => Lines.Plain($"**{EvidenceLines.NameOf(piece)}**: {Became(piece)}")),
                    .. pieces.Any(piece => piece.IsKept) ? Next(route, library) : [],
                    .. Lines.Buttons(Press.MyReports),
                ],
                $"{heading}."),
            reference is null ? heading : $"{reference}: {char.ToLowerInvariant(heading[0])}{heading[1..]}");
    }

    internal static string Became(EvidencePiece piece) => piece.State switch
    {
        EvidenceState.UnderWay => "is being fetched. You need not wait.",
        EvidenceState.Kept => $"Saved with your report ({EvidenceTypes.TitleOf(piece.ContentType)}, {EvidenceLines.SizeOf(piece.Size)}).",
        EvidenceState.Duplicate => "This is the same file as one that is there already. It is kept once.",
        _ => piece.Fault switch
        {
            EvidenceFault.Elsewhere => "I take files only from the Trust's own OneDrive, or as a picture in your message. Please attach it here again.",
            EvidenceFault.TooLarge => "It is too large. Please send a screenshot, or a shorter piece of it.",
            EvidenceFault.WrongKind => "It is not a picture, a PDF, a text or an MP4 film, whatever its name says. Please send a screenshot of it.",
            EvidenceFault.NoFiles => "I take no file for this report any more, and have not opened it.",
            _ => "I could not fetch it. Please send it again.",
        },
    };

    private static ImmutableArray<CardElement> Next(Route route, PolicyLibrary library) => route.IsSafeguarding()
        ? [Lines.Plain("Please leave the post and the account as they are. The safeguarding lead says what happens next.")]
        : EvidenceOrder.Steps(library);
}
