using System.Collections.Immutable;

namespace PolicyBot.Policy.Drafts;

/// <summary>Holds a draft against the policy's rules. What it finds is for a person to weigh; finding nothing does not make a draft safe.</summary>
public interface IDraftChecker
{
    ImmutableArray<Finding> Check(Draft draft);
}
