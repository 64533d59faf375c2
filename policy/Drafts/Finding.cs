namespace PolicyBot.Policy.Drafts;

public enum Severity
{
    /// <summary>Advice: better not like this.</summary>
    Minor,

    /// <summary>Posting it would break the policy or the law as they stand.</summary>
    Serious,
}

/// <summary>One thing that a rule found in a draft.</summary>
/// <param name="Rule">The rule's stable name: <c>personal_data</c>.</param>
/// <param name="Title">What it is about, in a few words that people read.</param>
/// <param name="Words">The part of the text, the comment or the description of the pictures that raised it, word for word.</param>
/// <param name="Clause">The id of the clause that the rule stands on; null where a trust's own rule names none.</param>
/// <param name="Advice">What to do, in a sentence.</param>
public sealed record Finding(string Rule, string Title, Severity Severity, string Words, string? Clause, string Advice);
