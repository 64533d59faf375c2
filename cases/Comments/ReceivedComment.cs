using System.Text.Json.Serialization;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Comments;

public enum CommentStatus
{
    /// <summary>The clock of the policy runs.</summary>
    Waiting,

    /// <summary>Its receipt was acknowledged in public: the policy's clock has stopped, and a full answer is still open.</summary>
    Acknowledged,
    Answered,

    /// <summary>It was abuse: it was taken down or its author blocked, and the audience was told why.</summary>
    Removed,

    /// <summary>The Social Media Manager has taken it out: it was no comment on an account of ours, or was logged twice.</summary>
    TakenOut,
}

/// <summary>
/// A comment, query or complaint that came in on an account of the Trust, and its 24 hours. Changed only by <see cref="ReceivedCommentRules"/> and
/// <see cref="CommentClock"/>. Who wrote it is not asked for.
/// </summary>
/// <param name="DueBy">The last moment by the rule that the Trust had when it was logged.</param>
/// <param name="Team">Who looked after the account when it was logged.</param>
/// <param name="Held">With whom it has been, the last of them has it now; empty while nobody has.</param>
public sealed record ReceivedComment(
    CaseReference Reference,
    string Academy,
    PersonRef Logger,
    DateTimeOffset LoggedAt,
    string DraftId,
    LoggedComment What,
    DateTimeOffset DueBy,
    DueBecause Because,
    AccountTeam Team,
    ImmutableArray<CommentHolding> Held,
    CommentStatus Status,
    TrailHead Trail) : ICase
{
    /// <summary>The standings in which somebody still has something to do.</summary>
    public static readonly ImmutableArray<string> Open = [nameof(CommentStatus.Waiting), nameof(CommentStatus.Acknowledged)];

    public ImmutableArray<RecordedReply> Replies { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>What was done about abuse; null when nothing was.</summary>
    public CommentRemoval? Removal { get; init; }

    public ImmutableArray<CommentReminder> Reminded { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Somebody has opened a report about it; null when nobody has.</summary>
    public CommentStepTaken? Reported { get; init; }

    /// <summary>Why it was taken out; null when it was not.</summary>
    public CommentTakenOut? Out { get; init; }

    /// <summary>When the policy's clock stopped; null while it runs.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>When nothing was left to do; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    [JsonIgnore]
    public int Version => Trail.Count;

    [JsonIgnore]
    public bool IsOpen => Status is CommentStatus.Waiting or CommentStatus.Acknowledged;

    /// <summary>Who has it now.</summary>
    [JsonIgnore]
    public PersonRef? Holder => Held.IsDefaultOrEmpty ? null : Held[^1].By;

    /// <summary>True when its clock stopped after the last moment.</summary>
    [JsonIgnore]
    public bool WasLate => StoppedAt > DueBy;

    /// <summary>True for whoever logged it or has it in hand, unless it is about them.</summary>
    public bool IsOwn(string personId) =>
        (Same(Logger, personId) || Same(Holder, personId)) && !What.About.Any(person => Same(person, personId));

    public bool IsOverdue(DateTimeOffset now) => Status is CommentStatus.Waiting && now > DueBy;

    PersonRef ICase.OpenedBy => Logger;

    string ICase.Standing => Status.ToString();

    private static bool Same(PersonRef? person, string id) => person is not null && person.Id.Equals(id, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Since when somebody has it in hand.</summary>
public sealed record CommentHolding(PersonRef By, DateTimeOffset At);

/// <summary>Somebody did something about it, and when.</summary>
public sealed record CommentStepTaken(PersonRef By, DateTimeOffset At);

public sealed record CommentTakenOut(string Because, PersonRef By, DateTimeOffset At);

/// <summary>People were reminded.</summary>
/// <param name="Step">A <see cref="CommentDue.Step"/>.</param>
/// <param name="People">By Entra object id.</param>
public sealed record CommentReminder(int Step, DateTimeOffset At, ImmutableArray<string> People);
