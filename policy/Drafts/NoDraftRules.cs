using System.Collections.Immutable;

namespace PolicyBot.Policy.Drafts;

/// <summary>Has no rules, and so finds nothing.</summary>
public sealed class NoDraftRules : IDraftChecker
{
    public ImmutableArray<Finding> Check(Draft draft) => [];
}
