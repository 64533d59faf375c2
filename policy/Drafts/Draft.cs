namespace PolicyBot.Policy.Drafts;

public enum DraftKind
{
    Post,
    Reply,
}

public enum DraftAccount
{
    Trust,
    Personal,
}

/// <summary>What somebody wants to post, as the rules read it.</summary>
/// <param name="Platform">By its name: "Facebook".</param>
/// <param name="Comment">What is replied to; null for a post.</param>
/// <param name="Images">What the pictures show and what the author knows about them; null when there are none.</param>
public sealed record Draft(DraftKind Kind, string Platform, DraftAccount Account, string Audience, string Text, string? Comment, string? Images);
