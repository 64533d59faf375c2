namespace PolicyBot.Cases.People;

/// <summary>The words that the policy uses and leaves undefined, by the key under which a Trust may say in <c>trust.json</c> what it means by them.</summary>
public static class PolicyTerms
{
    /// <summary>With three of them on one card, still far from the size that Teams refuses.</summary>
    public const int Longest = 1000;

    public static readonly ImmutableArray<string> Keys =
        ["appropriate-disclaimer", "agreed-protocols", "relevant-senior-member", "behaviour-policy", "complaints-procedure", "no-publish-list"];
}
