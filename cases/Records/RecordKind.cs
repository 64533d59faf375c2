using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Records;

/// <summary>How one kind of case goes into the Trust's own record.</summary>
/// <param name="Kind">The letters of its references.</param>
/// <param name="List">One of <see cref="RecordLists"/>.</param>
/// <param name="Touches">True when a commit that leaves the case so may change what the record says of it.</param>
/// <param name="Entry">What the record says of it; null when it is not in the record.</param>
public sealed record RecordKind(string Kind, string List, Func<ICase, bool> Touches, Func<ICase, Trust, RecordEntry?> Entry)
{
    /// <summary>True for kinds whose cases have files.</summary>
    public bool HasFiles { get; init; }
}

/// <summary>All kinds of cases that have a list.</summary>
public static class RecordKinds
{
    public static readonly ImmutableArray<RecordKind> All = [IncidentRecord.Kind, OpinionRecord.Kind, QuestionRecord.Kind, CommentRecord.Kind, HandoverRecord.Kind];

    public static RecordKind? Find(string kind) => All.FirstOrDefault(each => each.Kind == kind);

    /// <summary>What the record says of a case; null when it is not in it.</summary>
    public static RecordEntry? EntryOf(ICase found, Trust trust) => Find(found.Reference.Kind)?.Entry(found, trust);
}
