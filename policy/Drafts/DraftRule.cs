using System.Collections.Immutable;

namespace PolicyBot.Policy.Drafts;

/// <summary>
/// A rule that drafts are held against, as <c>draft-rules.json</c> beside a policy has it: what it is called, the clause that it stands on and what to do. A trust adds rules
/// of its own with the words that raise them, and takes out those that it does not want.
/// </summary>
/// <param name="Serious">What to do when posting would break the policy or the law; null where the rule only advises.</param>
/// <param name="Minor">What to do when it is advice; null where the rule never only advises.</param>
/// <param name="Phrases">Words that raise it, whatever else the draft says.</param>
internal sealed record DraftRule(string Id, string Title, string Clause, string? Serious, string? Minor, ImmutableArray<string> Phrases)
{
    public const string FileName = "draft-rules.json";

    public Finding Finding(Severity severity, string words) => severity is Severity.Serious && Serious is not null || Minor is null
        ? new Finding(Id, Title, Severity.Serious, words, Clause, Serious ?? Minor ?? "")
        : new Finding(Id, Title, Severity.Minor, words, Clause, Minor);
}
