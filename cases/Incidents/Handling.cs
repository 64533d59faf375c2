using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>What those who handle an incident have done so far. Lists only ever grow; what is replaced stays in the trail.</summary>
public sealed record Handling
{
    public static readonly Handling None = new();

    /// <summary>The last step of anybody who handles it or was asked: whoever was second reads who was first.</summary>
    public HandlingStep? Last { get; init; }

    /// <summary>The way from one owner to the next, oldest first.</summary>
    public ImmutableArray<HandOver> HandOvers { get; init => field = value.IsDefault ? [] : value; } = [];

    public Assessment? Assessment { get; init; }

    public ImmutableArray<Involvement> Involved { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<ExternalReferral> Referrals { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<ReporterQuestion> Questions { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<CaseNote> Notes { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<CommentStep> CommentSteps { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How it ended before it was opened again, oldest first.</summary>
    public ImmutableArray<Outcome> EarlierOutcomes { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<Reopening> Reopenings { get; init => field = value.IsDefault ? [] : value; } = [];
}

public sealed record HandlingStep(PersonRef By, DateTimeOffset At);

/// <summary>From one owner to the next. Somebody who takes it over is <paramref name="By"/> and <paramref name="To"/> at once.</summary>
public sealed record HandOver(PersonRef? From, PersonRef To, PersonRef By, DateTimeOffset At);

/// <summary>SLT's initial assessment. A later one takes its place; the trail keeps both.</summary>
/// <param name="Category">One of <see cref="HandlingChoices.Categories"/>.</param>
/// <param name="Severity">One of <see cref="HandlingChoices.Severities"/>.</param>
/// <param name="Harm">Who or what is affected, and how.</param>
public sealed record Assessment(string Category, string Severity, string Harm, PersonRef By, DateTimeOffset At);

/// <summary>Somebody who is told a part of it, word for word what stands here and nothing else.</summary>
/// <param name="Number">1 for the first of a case; names their card.</param>
public sealed record Involvement(int Number, PersonRef Person, string Told, PersonRef By, DateTimeOffset At)
{
    public ImmutableArray<InvolvedReply> Replies { get; init => field = value.IsDefault ? [] : value; } = [];
}

public sealed record InvolvedReply(int Number, string Text, PersonRef By, DateTimeOffset At);

/// <summary>It was taken to somebody outside the Trust.</summary>
/// <param name="To">One of <see cref="HandlingChoices.Agencies"/>.</param>
/// <param name="Number">Their own reference: a crime number, the platform's report number.</param>
public sealed record ExternalReferral(string To, DateOnly On, string? Number, string? Note, PersonRef By, DateTimeOffset At);

/// <summary>A question to whoever reported it.</summary>
/// <param name="Number">1 for the first of a case; names its card.</param>
public sealed record ReporterQuestion(int Number, string Text, PersonRef By, DateTimeOffset At)
{
    public ReporterAnswer? Answer { get; init; }
}

public sealed record ReporterAnswer(int Number, string Text, PersonRef By, DateTimeOffset At);

public sealed record CaseNote(string Text, PersonRef By, DateTimeOffset At);

/// <summary>A step of the policy's way with a parent's comment.</summary>
/// <param name="Step">One of <see cref="HandlingChoices.CommentSteps"/>.</param>
public sealed record CommentStep(string Step, DateOnly On, string? Note, PersonRef By, DateTimeOffset At);

public sealed record Reopening(string Reason, PersonRef By, DateTimeOffset At);
