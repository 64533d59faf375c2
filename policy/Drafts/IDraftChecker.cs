using System.Collections.Immutable;

namespace PolicyBot.Policy.Drafts;

/// <summary>Holds a draft against the policy. What it does not find it does not vouch for: a person decides.</summary>
public interface IDraftChecker
{
    /// <summary>What the rules found, serious things first; empty when no rule fired.</summary>
    ImmutableArray<Finding> Check(Draft draft);
}
