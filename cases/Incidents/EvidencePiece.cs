using System.Text.Json.Serialization;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>How far a file has got that was sent for a report.</summary>
public enum EvidenceState
{
    /// <summary>To be fetched.</summary>
    UnderWay,
    Kept,

    /// <summary>The same bytes are there already; no second copy is kept.</summary>
    Duplicate,

    /// <summary>Not taken; <see cref="EvidencePiece.Fault"/> says why.</summary>
    NotTaken,
}

/// <summary>Why a file was not taken.</summary>
public enum EvidenceFault
{
    /// <summary>It does not lie with the Trust's own Microsoft services, or the address led elsewhere.</summary>
    Elsewhere,
    TooLarge,

    /// <summary>Its bytes are of no kind that is taken, whatever its name says.</summary>
    WrongKind,

    /// <summary>It could not be had, after several tries.</summary>
    NotReached,

    /// <summary>The report was marked in the meantime: nothing is fetched for it any more.</summary>
    NoFiles,
}

/// <summary>One file that was sent for a report. Its bytes lie in the evidence store under <paramref name="Id"/>; the sender's name for it is data and nothing else.</summary>
/// <param name="Id">Ours, for good: fetched twice it is stored once.</param>
/// <param name="Offer">The message that it came with.</param>
/// <param name="Name">As the sender named it.</param>
/// <param name="Source">Where it lay, without what would let anybody in.</param>
public sealed record EvidencePiece(string Id, string Offer, PersonRef By, DateTimeOffset SentAt, string Name, string? Source)
{
    public EvidenceState State { get; init; }

    public EvidenceFault? Fault { get; init; }

    /// <summary>What the bytes are, told from the bytes.</summary>
    public string? ContentType { get; init; }

    public long Size { get; init; }

    /// <summary>SHA-256 of the bytes as they were received, in lower-case hex.</summary>
    public string? Hash { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    [JsonIgnore]
    public bool IsKept => State is EvidenceState.Kept;
}

/// <summary>What came of fetching a file: what it is, or why it was not taken.</summary>
public sealed record EvidenceReceipt(EvidenceFault? Fault, string? ContentType = null, long Size = 0, string? Hash = null);
