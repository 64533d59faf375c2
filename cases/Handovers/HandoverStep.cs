using System.Text.Json.Serialization;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Handovers;

/// <summary>Who does a step.</summary>
public enum StepBy
{
    /// <summary>Whoever hands the account over, and the Social Media Manager in their place.</summary>
    Leaver,

    /// <summary>Whoever takes it over.</summary>
    Lead,

    /// <summary>The Social Media Manager, or whoever decides in their place.</summary>
    Manager,

    /// <summary>Nobody: a platform makes people wait.</summary>
    Clock,
}

/// <summary>What a second person must have seen before a handover is over.</summary>
public enum EndState
{
    OldAdministrator,
    Rotation,
    Sessions,
    TwoFactor,
    Recovery,
    ConnectedApps,
}

/// <summary>One step of a handover, as the checklist had it when the handover was approved.</summary>
/// <param name="Order">Steps with a smaller one come before it; those with the same stand side by side.</param>
/// <param name="Confirms">What it is the work for; null for a step that prepares or tidies up.</param>
/// <param name="WaitDays">For a step of the clock: how many days the platform makes people wait once everything before it is done.</param>
/// <param name="SignIn">True where the sign-in details are needed, which are in the vault and never in a chat.</param>
public sealed record HandoverStep(string Id, int Order, StepBy By, string Title, EndState? Confirms = null, int WaitDays = 0, bool SignIn = false)
{
    public StepResult? Result { get; init; }

    [JsonIgnore]
    public bool IsSettled => Result is not null;
}

/// <summary>How a step came to its end.</summary>
/// <param name="Applies">False where the manager says that it does not apply here.</param>
/// <param name="Note">How one can tell, or why it does not apply. Never a secret.</param>
public sealed record StepResult(bool Applies, PersonRef By, DateTimeOffset At, string Note);

/// <summary>A second person has seen for themselves that something is so.</summary>
public sealed record Confirmed(EndState State, PersonRef By, DateTimeOffset At, string Note);
