using System.Text.Json.Serialization;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Handovers;

public enum HandoverStatus
{
    /// <summary>Waits for a decision, a first one or another because something was changed.</summary>
    Asked,

    /// <summary>Approved: the checklist is walked.</summary>
    Underway,
    Completed,
    Refused,
    Withdrawn,
}

public enum DecisionSays
{
    Approve,

    /// <summary>Approve, but another person takes it over.</summary>
    ApproveWithOther,

    /// <summary>Approve, but it is closed.</summary>
    CloseInstead,
    Refuse,
}

/// <summary>What was decided, by whom, and why.</summary>
public sealed record HandoverDecision(DecisionSays Says, PersonRef By, DateTimeOffset At, string Because);

/// <summary>An account changes hands, or is closed. Changed only by the rules in this folder.</summary>
/// <param name="Asker">Who opened it.</param>
public sealed record Handover(
    CaseReference Reference, string Academy, PersonRef Asker, DateTimeOffset AskedAt, string DraftId, HandoverWish Wish, HandedAccount Account, HandoverStatus Status, TrailHead Trail) : ICase
{
    /// <summary>The standings in which somebody has something to do.</summary>
    public static readonly ImmutableArray<string> Waiting = [nameof(HandoverStatus.Asked), nameof(HandoverStatus.Underway)];

    /// <summary>Everybody who asked for it or for a change of it: none of them decides on it.</summary>
    public ImmutableArray<PersonRef> Askers { get => field.IsDefaultOrEmpty ? [Asker] : field; init; } = [];

    /// <summary>Since when it waits for a decision, or has waited.</summary>
    public DateTimeOffset WaitingSince { get; init; } = AskedAt;

    public HandoverDecision? Decision { get; init; }

    public ImmutableArray<HandoverStep> Steps { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<Confirmed> Confirmations { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>True once whoever hands it over may know of it: at once if they asked themselves, after the decision, or in an urgent case when their access is gone.</summary>
    public bool LeaverKnows { get; init; }

    /// <summary>Everybody who has a card of it.</summary>
    public ImmutableArray<PersonRef> Told { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The reminders that went out for the last day as it is now.</summary>
    public ImmutableArray<HandoverReminder> Reminded { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Why it was stopped; null while it was not.</summary>
    public string? StoppedBecause { get; init; }

    /// <summary>When it came to its end; null while it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    [JsonIgnore]
    public int Version => Trail.Count;

    [JsonIgnore]
    public bool IsOpen => Status is HandoverStatus.Asked or HandoverStatus.Underway;

    [JsonIgnore]
    public bool IsUrgent => Wish.Why is HandoverWhy.Urgent;

    /// <summary>True from the decision to the end, also while a change waits for another decision: the account is marked as being handed over.</summary>
    public bool HoldsAccount { get; init; }

    /// <summary>Those steps that can be done now: nothing before them is open.</summary>
    [JsonIgnore]
    public ImmutableArray<HandoverStep> Next => Status is not HandoverStatus.Underway || Steps.All(step => step.IsSettled)
        ? []
        : [.. Steps.Where(step => !step.IsSettled && step.Order == Steps.Where(each => !each.IsSettled).Min(each => each.Order))];

    /// <summary>What a second person can look at now: everything that leads to it is settled, and nobody has confirmed it yet.</summary>
    [JsonIgnore]
    public ImmutableArray<EndState> ToConfirm => Status is not HandoverStatus.Underway
        ? []
        : [.. Enum.GetValues<EndState>().Where(state => Steps.Where(step => step.Confirms == state).All(step => step.IsSettled) && Confirmations.All(each => each.State != state))];

    /// <summary>True when nothing is left but to finish it.</summary>
    [JsonIgnore]
    public bool IsReady => Status is HandoverStatus.Underway && Steps.All(step => step.IsSettled) && Enum.GetValues<EndState>().All(state => Confirmations.Any(each => each.State == state));

    PersonRef ICase.OpenedBy => Asker;

    string ICase.Standing => Status.ToString();

    /// <summary>When a wait that a platform imposes is over; null when none runs.</summary>
    public DateTimeOffset? WaitOver() => Next.FirstOrDefault(step => step.By is StepBy.Clock) is { } wait ? WaitingFrom(wait).AddDays(wait.WaitDays) : null;

    private DateTimeOffset WaitingFrom(HandoverStep wait) =>
        Steps.Where(step => step.Order < wait.Order).Select(step => step.Result!.At).DefaultIfEmpty(Decision!.At).Max();
}
