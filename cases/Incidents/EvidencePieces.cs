namespace PolicyBot.Cases.Incidents;

/// <summary>What happens to the files of a report, the same for one that is still being written and for a case.</summary>
public static class EvidencePieces
{
    /// <summary>How many files one report takes, so that its card stays a card.</summary>
    public const int Most = 20;

    /// <summary>How many more may be sent.</summary>
    public static int Room(ImmutableArray<EvidencePiece> pieces) => Math.Max(0, Most - pieces.Count(piece => piece.State is EvidenceState.UnderWay or EvidenceState.Kept));

    public static EvidencePiece? Find(ImmutableArray<EvidencePiece> pieces, string id) => pieces.FirstOrDefault(piece => piece.Id == id);

    /// <summary>With what came of fetching one of them. The same bytes are kept once.</summary>
    public static ImmutableArray<EvidencePiece> Settle(ImmutableArray<EvidencePiece> pieces, string id, EvidenceReceipt receipt, DateTimeOffset now) =>
        [.. pieces.Select(piece => piece.Id == id ? Settled(piece, pieces, receipt, now) : piece)];

    private static EvidencePiece Settled(EvidencePiece piece, ImmutableArray<EvidencePiece> pieces, EvidenceReceipt receipt, DateTimeOffset now) => piece with
    {
        State = receipt.Fault is not null ? EvidenceState.NotTaken
            : pieces.Any(other => other.IsKept && other.Hash == receipt.Hash) ? EvidenceState.Duplicate
            : EvidenceState.Kept,
        Fault = receipt.Fault,
        ContentType = receipt.ContentType,
        Size = receipt.Size,
        Hash = receipt.Hash,
        ReceivedAt = receipt.Fault is null ? now : null,
    };
}
