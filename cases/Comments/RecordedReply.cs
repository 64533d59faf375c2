using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Comments;

public enum ReplyKind
{
    /// <summary>All that was asked for.</summary>
    Answer,

    /// <summary>"It has arrived": enough for the policy's clock, and a full answer is still open.</summary>
    Acknowledgement,

    /// <summary>"We look into it": the same.</summary>
    Holding,
}

/// <summary>Something was said in public to a comment.</summary>
/// <param name="SentAt">When it was said.</param>
/// <param name="RecordedAt">When that was recorded.</param>
/// <param name="Link">Where it stands; null when it has no link, as a private message has none.</param>
/// <param name="Words">What was said; null when nobody wrote it down.</param>
public sealed record RecordedReply(ReplyKind Kind, DateTimeOffset SentAt, PersonRef By, DateTimeOffset RecordedAt, string? Link, string? Words);

/// <summary>What was done about abuse: "block, report or delete … and … inform the audience exactly why the action was taken".</summary>
/// <param name="Steps">Values of <see cref="CommentChoices.Steps"/>.</param>
/// <param name="By">Who recorded the last of them.</param>
/// <param name="Audience">Who told the audience why, and when; null while nobody has.</param>
public sealed record CommentRemoval(ImmutableArray<string> Steps, PersonRef By, DateTimeOffset At, CommentStepTaken? Audience)
{
    /// <summary>Only what was taken down, or whose author was blocked, needs no reply, and only when the audience knows why. What was reported to the platform still stands there.</summary>
    public bool EndsTheClock => Audience is not null && Steps.Any(step => step is CommentChoices.Deleted or CommentChoices.Blocked);
}
