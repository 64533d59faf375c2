using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Storage;

/// <summary>A case as it lies in the database, whatever its kind: for those who take it out or check it.</summary>
/// <param name="Record">The record as JSON.</param>
/// <param name="Faults">What does not fit together, a sentence each; empty when all of it verified.</param>
public sealed record StoredCase(CaseReference Reference, string Record, ImmutableArray<TrailEntry> Trail, ImmutableArray<string> Faults)
{
    /// <summary>The record as the kind of case that it is. Only where it has no faults.</summary>
    public ICase Read() => CaseShapes.Read(Reference.Kind, Record);
}
