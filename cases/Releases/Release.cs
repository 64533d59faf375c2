using System.Text.Json.Serialization;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Releases;

public enum ReleaseStatus
{
    /// <summary>Waits for two people to approve it.</summary>
    Asked,

    /// <summary>Two people have: its recipient may open it once, in its time.</summary>
    Approved,

    /// <summary>It is being opened at this moment. Said before the vault is read: from here on nobody else opens it.</summary>
    Revealing,

    /// <summary>It could not be read, or nobody knows whether it was: somebody who may approve gives it out again.</summary>
    Failed,

    /// <summary>Its recipient has seen it, and has to change it.</summary>
    Shown,

    /// <summary>Its recipient says that it was changed; the vault still holds the old one.</summary>
    Confirmed,

    /// <summary>The vault holds the new one.</summary>
    Replaced,
    Refused,
    Withdrawn,

    /// <summary>Its time was over before it was opened.</summary>
    Expired,
}

/// <summary>
/// Somebody is to see the sign-in details of an account, once. Changed only by <see cref="ReleaseRules"/>. It holds who, when and why, never what lies in the vault.
/// </summary>
/// <param name="Account">The account's reference in the register.</param>
/// <param name="AccountName">What people call it.</param>
/// <param name="From">It cannot be opened before.</param>
/// <param name="To">Nor after.</param>
/// <param name="Handover">The handover that it belongs to; null when it belongs to none.</param>
public sealed record Release(
    CaseReference Reference,
    string Academy,
    string Account,
    string AccountName,
    PersonRef Requester,
    PersonRef Recipient,
    string Why,
    string? Handover,
    DateTimeOffset From,
    DateTimeOffset To,
    DateTimeOffset AskedAt,
    string DraftId,
    ReleaseStatus Status,
    TrailHead Trail) : ICase
{
    /// <summary>The standings in which it waits for somebody.</summary>
    public static readonly ImmutableArray<string> Waiting =
    [
        nameof(ReleaseStatus.Asked), nameof(ReleaseStatus.Approved), nameof(ReleaseStatus.Revealing), nameof(ReleaseStatus.Failed), nameof(ReleaseStatus.Shown), nameof(ReleaseStatus.Confirmed),
    ];

    /// <summary>Those who were asked to approve it.</summary>
    public ImmutableArray<PersonRef> Approvers { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<Approval> Approvals { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Why it was refused, and by whom.</summary>
    public Approval? Refusal { get; init; }

    /// <summary>Names the one opening that is under way or was the last, so that nobody else can end it.</summary>
    public string? Opening { get; init; }

    /// <summary>Which version of the vault's entry was opened.</summary>
    public string? Opened { get; init; }

    /// <summary>Since when it stands as it does.</summary>
    public DateTimeOffset Since { get; init; } = AskedAt;

    /// <summary>How often somebody was reminded of this standing.</summary>
    public int Reminders { get; init; }

    /// <summary>How often it was given out again after it could not be read.</summary>
    public int Again { get; init; }

    /// <summary>When it came to its end; null while it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    [JsonIgnore]
    public int Version => Trail.Count;

    [JsonIgnore]
    public bool IsOpen => EndedAt is null;

    PersonRef ICase.OpenedBy => Requester;

    string ICase.Standing => Status.ToString();

    public bool IsRecipient(string personId) => Same(Recipient.Id, personId);

    public bool IsRequester(string personId) => Same(Requester.Id, personId);

    /// <summary>True for all who have to do with it, now or before. Whoever approves is asked of the Trust again at each press: <see cref="ReleaseApprovers"/>.</summary>
    public bool Concerns(string personId, Trust trust) =>
        IsRecipient(personId) || IsRequester(personId) || Approvals.Any(each => Same(each.By.Id, personId)) || ReleaseApprovers.May(this, personId, trust);

    internal static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Somebody said yes, or no and why.</summary>
public sealed record Approval(PersonRef By, DateTimeOffset At, string? Because);
