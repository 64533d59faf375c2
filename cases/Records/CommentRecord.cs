using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Disposal;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Records;

/// <summary>
/// A comment is in the record from when the policy's clock has stopped, also while a full answer is still open. What was taken out, because it was none or was logged twice,
/// is not.
/// </summary>
public static class CommentRecord
{
    public static readonly RecordKind Kind = new(
        CaseReference.Comment, RecordLists.Comments, found => found is ReceivedComment { StoppedAt: not null }, (found, trust) => found is ReceivedComment comment ? Of(comment, trust) : null);

    /// <summary>It opens when the comment came in. Decided by: whoever replied or saw to its removal.</summary>
    public static RecordEntry? Of(ReceivedComment comment, Trust trust) => comment.StoppedAt is null || comment.Status is CommentStatus.TakenOut
        ? null
        : new RecordEntry(
            comment.Reference, RecordLists.Comments, comment.Version, comment.Trail.Hash, comment.Academy, comment.Status.ToString(), comment.What.Received.At, IsRestricted(comment, trust))
        {
            EndedAt = comment.EndedAt,
            Category = comment.What.Account.Register is { } account ? $"{comment.What.Kind}, {comment.What.Account.Platform}, {account}" : $"{comment.What.Kind}, {comment.What.Account.Platform}",
            Outcome = comment.WasLate ? "Late" : "InTime",
            DecidedBy =
            [
                .. comment.Replies.Select(reply => reply.By.Id).Concat(comment.Removal is { } removal ? [removal.By.Id] : []).Distinct(StringComparer.OrdinalIgnoreCase),
            ],
            RetainUntil = RetentionRules.Of(comment, trust.Retention)?.Until,
        };

    /// <summary>Whoever a comment is about never sees it. Those who look after the account may be given the list of its comments to read too.</summary>
    public static bool IsRestricted(ReceivedComment comment, Trust trust) =>
        RecordReaders.AreAbout(comment.What.About, trust)
        || comment.Team.All().Any(person => comment.What.About.Any(about => about.Id.Equals(person.Id, StringComparison.OrdinalIgnoreCase)));
}
