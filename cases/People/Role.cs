namespace PolicyBot.Cases.People;

/// <summary>Who fills a role: people by Entra object id, or an Entra group. A role may have a phone that is answered for all of them.</summary>
public sealed record Role(ImmutableArray<string> People, string? Group, string? Phone)
{
    public static readonly Role Empty = new([], null, null);
}
