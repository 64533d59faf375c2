namespace PolicyBot.Policy.Drafts;

public enum DraftKind
{
    Post,
    Reply,
}

/// <summary>Whose account it goes out on: the Trust's or an academy's, or somebody's own.</summary>
public enum DraftAccount
{
    Trust,
    Personal,
}

/// <summary>What somebody wants to put online, before it is there.</summary>
/// <param name="Comment">What a reply answers, as it stands on the page; it may open with its clock, as <c>[posted Fri 4 pm; it is now Mon 4.30 pm]</c>.</param>
/// <param name="Images">What the pictures show and what is known about them, in the author's words; null when there are none.</param>
public sealed record Draft(DraftKind Kind, string Platform, DraftAccount Account, string Audience, string Text, string? Comment, string? Images);
