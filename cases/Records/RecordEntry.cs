using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cases.Records;

/// <summary>
/// What the Trust's own record keeps of a case: how it ended, who decided and by which clauses. No text that anybody typed and no names: the list has other readers than
/// the case has, and it is kept where the bot cannot see who reads it.
/// </summary>
/// <param name="List">One of <see cref="RecordLists"/>; never the restricted one, which <see cref="Restricted"/> says.</param>
/// <param name="Version">The case's own: what is older never replaces what is newer.</param>
/// <param name="TrailHash">The end of the case's trail: proves of an exported file that it is this case.</param>
/// <param name="Restricted">True where conflicts of interest or safeguarding hide the case: then it goes to the restricted list.</param>
public sealed record RecordEntry(CaseReference Reference, string List, int Version, string TrailHash, string Academy, string Status, DateTimeOffset OpenedAt, bool Restricted)
{
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What kind of thing it was: a route, a platform.</summary>
    public string? Category { get; init; }

    public string? Outcome { get; init; }

    public ImmutableArray<string> Referrals { get; init; } = [];

    /// <summary>Clause ids.</summary>
    public ImmutableArray<string> Clauses { get; init; } = [];

    /// <summary>Entra object ids.</summary>
    public ImmutableArray<string> DecidedBy { get; init; } = [];

    /// <summary>When the schedule lets it go, whether the bot is still there or not.</summary>
    public DateTimeOffset? RetainUntil { get; init; }

    /// <summary>The files that go into the library with it.</summary>
    public ImmutableArray<RecordFile> Files { get; init; } = [];
}

/// <summary>A kept file of a case.</summary>
/// <param name="Piece">Its id in the case, under which the bot keeps it.</param>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
/// <param name="Name">Its name in the library: its hash. What its sender called it may name somebody.</param>
public sealed record RecordFile(string Piece, string Hash, long Size, string Name)
{
    /// <summary>Those of a case's files that are kept.</summary>
    public static ImmutableArray<RecordFile> Of(ImmutableArray<EvidencePiece> pieces) =>
        [.. pieces.Where(piece => piece is { IsKept: true, Hash: not null }).Select(piece => new RecordFile(piece.Id, piece.Hash!, piece.Size, $"{piece.Hash}.{EvidenceTypes.EndingOf(piece.ContentType)}"))];
}
