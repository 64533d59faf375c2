namespace PolicyBot.Policy.Drafts;

public enum Severity
{
    /// <summary>Advisable only.</summary>
    Minor,

    /// <summary>Posting it would break the policy or the law.</summary>
    Serious,
}

/// <summary>One thing that a rule found.</summary>
/// <param name="Rule">Its stable id: "personal_data".</param>
/// <param name="Words">The part of the text, the comment or the picture description that raised it, verbatim.</param>
/// <param name="Clause">A clause's id, as the policy has it; null where none says it.</param>
/// <param name="Advice">What to do, in one sentence.</param>
public sealed record Finding(string Rule, string Title, Severity Severity, string Words, string? Clause, string Advice);
