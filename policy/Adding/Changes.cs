using System.Collections.Immutable;

namespace PolicyBot.Policy.Adding;

/// <summary>What a new issue changes for whoever keeps the guidance. A clause that is <see cref="Reworded"/> keeps its id; one that is new or gone does not.</summary>
public sealed record Changes(
    int Unchanged,
    ImmutableArray<(string Id, string Text)> Added,
    ImmutableArray<(string Id, string Before, string After)> Reworded,
    ImmutableArray<(string Id, string Text)> Removed);
