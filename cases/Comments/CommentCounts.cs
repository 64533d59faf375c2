using System.Globalization;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Comments;

/// <summary>How an account's comments of one month were dealt with. No words and no names.</summary>
/// <param name="Month">As <c>2026-11</c>, by when they came in.</param>
/// <param name="Open">Still without a reply.</param>
public sealed record CommentCount(CommentedAccount Account, string Month, int InTime, int Late, int Open, int TakenOut);

public static class CommentCounts
{
    /// <summary>By month, the newest first, and by account.</summary>
    public static ImmutableArray<CommentCount> Of(IEnumerable<ReceivedComment> comments, Trust trust) =>
    [
        .. comments
            .GroupBy(comment => (comment.What.Account, Month: trust.Local(comment.What.Received.At).ToString("yyyy-MM", CultureInfo.InvariantCulture)))
            .Select(group => new CommentCount(
                group.Key.Account, group.Key.Month, group.Count(comment => comment.StoppedAt is not null && !comment.WasLate), group.Count(comment => comment.WasLate),
                group.Count(comment => comment.Status is CommentStatus.Waiting), group.Count(comment => comment.Status is CommentStatus.TakenOut && comment.StoppedAt is null)))
            .OrderByDescending(count => count.Month, StringComparer.Ordinal).ThenBy(count => count.Account.Platform, StringComparer.Ordinal).ThenBy(count => count.Account.Name, StringComparer.Ordinal),
    ];
}
