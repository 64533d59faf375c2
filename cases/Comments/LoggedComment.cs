using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Comments;

public enum CommentKind
{
    Comment,
    Query,
    Complaint,
}

/// <summary>What somebody logged of a comment. The commenter's name has no place in it.</summary>
/// <param name="Text">What it says, in short.</param>
/// <param name="Link">Where it stands; null when nobody said.</param>
/// <param name="About">The staff that it is about, as far as the directory knows them: none of them sees it.</param>
public sealed record LoggedComment(
    CommentedAccount Account, CommentKind Kind, ReceivedTime Received, string Text, string? Link, ImmutableArray<PersonRef> About);

/// <summary>The account that a comment came in on.</summary>
/// <param name="Register">Its reference in the register of accounts; null for one that was typed.</param>
/// <param name="Platform">A value of <see cref="Incidents.ReportChoices.Platforms"/>.</param>
/// <param name="Name">What people call it; null when nobody said.</param>
public sealed record CommentedAccount(string? Register, string Platform, string? Name);

/// <summary>Who looks after an account.</summary>
public sealed record AccountTeam(PersonRef? Lead, PersonRef? Deputy, ImmutableArray<PersonRef> Administrators)
{
    public static readonly AccountTeam Nobody = new(null, null, []);

    /// <summary>Who looks after it by the register; nobody where it is not in it.</summary>
    public static AccountTeam Of(Account? account) => account is null ? Nobody : new AccountTeam(account.Lead, account.Deputy, account.Administrators);

    public IEnumerable<PersonRef> All() => ((IEnumerable<PersonRef?>)[Lead, Deputy, .. Administrators.IsDefault ? [] : Administrators]).OfType<PersonRef>();
}
