namespace PolicyBot.Cases.Opinions;

/// <summary>The choices on the form for a second opinion: stable values with the words people read.</summary>
public static class OpinionChoices
{
    public static readonly ImmutableArray<(string Value, string Title)> Kinds = [(nameof(WrittenAs.Post), "A new post"), (nameof(WrittenAs.Reply), "A reply to a comment")];

    public static readonly ImmutableArray<(string Value, string Title)> Accounts =
        [(nameof(WrittenFor.Trust), "An account of the Trust or an academy"), (nameof(WrittenFor.Personal), "My own, personal account")];

    public static readonly ImmutableArray<(string Value, string Title)> Audiences =
        [("public", "Everybody"), ("families", "Families"), ("pupils", "Pupils"), ("staff", "Staff"), ("friends", "Friends and followers of mine")];

    public static readonly ImmutableArray<(string Value, string Title)> PictureChecks =
    [
        ("list", "Checked against the list of children who must not be shown"), ("asked", "Nobody in it has asked not to be shown"),
        ("dressed", "Appropriately dressed, and nobody is ridiculed"), ("names", "No names beside the faces"),
    ];
}
