namespace PolicyBot.Cases.Comments;

/// <summary>The cards that logging a comment walks through: one form, and what was understood of it.</summary>
public enum CommentPage
{
    Form,
    Check,
}

/// <summary>A comment that somebody is about to log, kept as they typed it. It belongs to one chat and survives a restart.</summary>
/// <param name="Id">Names this draft for good: logged twice it is one case.</param>
public sealed record CommentDraft(string Id, DateTimeOffset StartedAt, CommentPage Page)
{
    /// <summary>A reference of the register; empty for an account that is typed.</summary>
    public string Register { get; init; } = "";
    public string Platform { get; init; } = "";
    public string Account { get; init; } = "";
    public string Kind { get; init; } = nameof(CommentKind.Comment);

    /// <summary>When it came in, in somebody's words; they count where no date is chosen.</summary>
    public string WhenSaid { get; init; } = "";

    /// <summary>The moment at which those words were said: "yesterday" is the day before that.</summary>
    public DateTimeOffset SaidAt { get; init; } = StartedAt;
    public string Date { get; init; } = "";
    public string Time { get; init; } = "";
    public string Text { get; init; } = "";
    public string Link { get; init; } = "";

    /// <summary>Entra object ids from the people picker.</summary>
    public ImmutableArray<string> AboutIds { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The old date that was asked about and is meant, as it was read.</summary>
    public DateTimeOffset? MeantAt { get; init; }
}
