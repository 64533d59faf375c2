namespace PolicyBot.Cases.Disposal;

/// <summary>How long things are kept after they have ended. The Trust's own schedule wins: the <c>retention</c> block of <c>trust.json</c>.</summary>
public sealed record Retention
{
    /// <summary>An incident that ended without a sanction, a complaint or a referral, a question that was answered, and a second opinion that was given.</summary>
    public int OrdinaryYears { get; init; } = 1;

    /// <summary>An incident with a sanction, a complaint or a referral.</summary>
    public int ActionYears { get; init; } = 6;

    /// <summary>A data breach: the log of breaches.</summary>
    public int BreachYears { get; init; } = 6;

    /// <summary>Child protection, and allegations about adults: the safeguarding system keeps those, not the bot.</summary>
    public int SafeguardingDays { get; init; } = 30;

    /// <summary>Unfinished reports and drafts, drafts that nobody decided on, and what was asked in a chat.</summary>
    public int DraftDays { get; init; } = 30;

    /// <summary>What its owner took back.</summary>
    public int WithdrawnDays { get; init; } = 30;
}
