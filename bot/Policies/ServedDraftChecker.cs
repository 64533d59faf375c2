using System.Collections.Immutable;
using PolicyBot.Policy.Drafts;

namespace PolicyBot.Bot.Policies;

/// <summary>Checks drafts against the policies that are served now.</summary>
internal sealed class ServedDraftChecker(ServedPolicies policies) : IDraftChecker
{
    public ImmutableArray<Finding> Check(Draft draft) => policies.Current.Drafts.Check(draft);
}
