namespace PolicyBot.Cases.Comments;

/// <summary>What narrows a list of comments down.</summary>
public enum CommentFilter
{
    Open,

    /// <summary>Those that somebody has in hand.</summary>
    Mine,
    Overdue,
}

public static class CommentFilters
{
    public static ImmutableArray<ReceivedComment> Among(this CommentFilter filter, IEnumerable<ReceivedComment> comments, string personId, DateTimeOffset now) =>
    [
        .. comments.Where(comment => comment.IsOpen && filter switch
        {
            CommentFilter.Mine => comment.Holder?.Id.Equals(personId, StringComparison.OrdinalIgnoreCase) is true,
            CommentFilter.Overdue => comment.IsOverdue(now),
            _ => true,
        }).OrderBy(comment => comment.Status).ThenBy(comment => comment.DueBy).ThenBy(comment => comment.Reference.Number),
    ];
}
