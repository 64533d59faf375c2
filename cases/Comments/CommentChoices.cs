namespace PolicyBot.Cases.Comments;

/// <summary>The choices around a comment: stable values with the words people read.</summary>
public static class CommentChoices
{
    public const string Deleted = "deleted";
    public const string Blocked = "blocked";

    public static readonly ImmutableArray<(string Value, string Title)> Kinds =
        [(nameof(CommentKind.Comment), "A comment"), (nameof(CommentKind.Query), "A query"), (nameof(CommentKind.Complaint), "A complaint")];

    public static readonly ImmutableArray<(string Value, string Title)> Replies =
    [
        (nameof(ReplyKind.Answer), "A full answer"), (nameof(ReplyKind.Acknowledgement), "An acknowledgement: it has arrived"),
        (nameof(ReplyKind.Holding), "A holding reply: we look into it"),
    ];

    public static readonly ImmutableArray<(string Value, string Title)> Steps =
        [("reported", "I reported it to the platform"), (Deleted, "I deleted or hid the comment"), (Blocked, "I blocked the account")];
}
