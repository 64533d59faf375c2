using System.Text.Json.Serialization;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Accounts;

public enum AccountStatus
{
    Open,

    /// <summary>Somebody else is taking it over, or it is being closed.</summary>
    HandingOver,

    /// <summary>Kept so that nobody else takes the name; nothing is posted there.</summary>
    Parked,
    Closed,
}

/// <summary>An account of the Trust or of one of its academies, as the register keeps it. Changed only by <see cref="AccountRules"/>.</summary>
/// <param name="Lead">Who looks after it; null when nobody does. There is never more than one.</param>
public sealed record Account(
    CaseReference Reference,
    PersonRef AddedBy,
    DateTimeOffset AddedAt,
    string DraftId,
    AccountFacts Facts,
    PersonRef? Lead,
    AccountStatus Status,
    TrailHead Trail) : ICase
{
    /// <summary>The standings in which somebody posts there and has to look after it.</summary>
    public static readonly ImmutableArray<string> InUse = [nameof(AccountStatus.Open), nameof(AccountStatus.HandingOver)];

    /// <summary>When somebody last said that all of this is right; null when nobody has.</summary>
    public AccountCheck? LastCheck { get; init; }

    /// <summary>What its lead said is wrong here, until somebody has changed or settled it.</summary>
    public AccountDoubt? Doubt { get; init; }

    /// <summary>Those of its people who are about to leave, or have left, and of whom the Social Media Manager has been told.</summary>
    public ImmutableArray<NoticedLeaver> Leavers { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The check-in that waits for an answer; null when none does.</summary>
    public OpenCheckIn? CheckIn { get; init; }

    public CheckInAnswer? LastCheckIn { get; init; }

    [JsonIgnore]
    public string Academy => Facts.Academy;

    [JsonIgnore]
    public string Platform => Facts.Platform;

    [JsonIgnore]
    public string Handle => Facts.Handle;

    [JsonIgnore]
    public string Name => Facts.Name;

    [JsonIgnore]
    public string? Link => Facts.Link;

    [JsonIgnore]
    public PersonRef? Deputy => Facts.Deputy;

    [JsonIgnore]
    public ImmutableArray<PersonRef> Administrators => Facts.Administrators;

    [JsonIgnore]
    public string? VaultEntry => Facts.VaultEntry;

    [JsonIgnore]
    public DateTimeOffset? LastChecked => LastCheck?.At;

    [JsonIgnore]
    public DateOnly? NextReview => Facts.NextReview;

    [JsonIgnore]
    public int Version => Trail.Count;

    [JsonIgnore]
    public bool IsInUse => Status is AccountStatus.Open or AccountStatus.HandingOver;

    PersonRef ICase.OpenedBy => AddedBy;

    string ICase.Standing => Status.ToString();

    public bool IsLead(string personId) => Same(Lead, personId);

    public bool IsDeputy(string personId) => Same(Deputy, personId);

    /// <summary>True for its lead, its deputy and its administrators.</summary>
    public bool IsOf(string personId) => People().Any(person => Same(person, personId));

    /// <summary>Its lead, its deputy and its administrators, each once.</summary>
    public IEnumerable<PersonRef> People() =>
        ((IEnumerable<PersonRef?>)[Lead, Deputy, .. Administrators]).OfType<PersonRef>().DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase);

    private static bool Same(PersonRef? person, string id) => person is not null && person.Id.Equals(id, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Somebody said that all of it is right as it stands.</summary>
public sealed record AccountCheck(PersonRef By, DateTimeOffset At);

/// <summary>Somebody said what is wrong, in their words.</summary>
public sealed record AccountDoubt(PersonRef By, DateTimeOffset At, string Words);

/// <summary>Somebody of an account's people who is leaving, and since when the register knows.</summary>
/// <param name="LeavesOn">Their last day; null when the directory names none.</param>
public sealed record NoticedLeaver(PersonRef Person, DirectoryStanding Standing, DateOnly? LeavesOn, DateTimeOffset At);

/// <summary>How far a check-in has gone.</summary>
public enum CheckInStage
{
    Lead,
    Deputy,
    Manager,
    Headteacher,
    ChiefExecutive,
}

/// <summary>A check-in that nobody has answered yet.</summary>
/// <param name="AskedAt">When those of this stage were asked.</param>
/// <param name="Asked">Everybody who has been asked, in order.</param>
public sealed record OpenCheckIn(DateTimeOffset StartedAt, CheckInStage Stage, DateTimeOffset AskedAt, ImmutableArray<PersonRef> Asked);

public enum CheckInSays
{
    AllWell,
    SomethingCame,
    CannotLook,
}

public sealed record CheckInAnswer(CheckInSays Says, PersonRef By, DateTimeOffset At);
