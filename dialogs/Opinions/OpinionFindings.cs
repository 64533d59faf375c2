using System.Globalization;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Policy.Drafts;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>Holds a draft against the policy's rules, and keeps what they find as the record has it.</summary>
internal static class OpinionFindings
{
    public static ImmutableArray<FoundInDraft> Of(WantedPost post, Turn turn, Known known) =>
    [
        .. known.Drafts.Check(DraftOf(post, known.Trust, turn.When)).Select(finding => new FoundInDraft(
            finding.Rule, finding.Title, finding.Severity is Severity.Serious, finding.Words, finding.Clause is { } clause ? Named(clause, known) : null, finding.Advice)),
    ];

    private static Draft DraftOf(WantedPost post, Trust trust, DateTimeOffset now) => new(
        post.Kind is WrittenAs.Reply ? DraftKind.Reply : DraftKind.Post,
        ReportChoices.TitleOf(ReportChoices.Platforms, post.Platform),
        post.For is WrittenFor.Trust ? DraftAccount.Trust : DraftAccount.Personal,
        post.Audience,
        post.Text,
        post is { Comment: { } comment, CommentAt: { } at } ? $"[posted {Said(at, trust)}; it is now {Said(now, trust)}] {comment}" : post.Comment,
        post.Pictures is { } pictures
            ? string.Join(". ", [pictures.TrimEnd('.'), .. post.PictureChecks.Select(check => ReportChoices.TitleOf(OpinionChoices.PictureChecks, check))])
            : null);

    // As people write it: "Fri 4.30 pm".
    private static string Said(DateTimeOffset moment, Trust trust)
    {
        var local = trust.Local(moment);
        var (day, half) = (local.ToString("ddd", CultureInfo.InvariantCulture), local.Hour < 12 ? "am" : "pm");
        return $"{day} {local.ToString(local.Minute == 0 ? "%h" : "h.mm", CultureInfo.InvariantCulture)} {half}";
    }

    private static ClauseRef? Named(string clause, Known known) =>
        known.Library.Documents.FirstOrDefault(document => document.Clause(clause) is not null) is { } document ? new ClauseRef(document.Title, clause) : null;
}
