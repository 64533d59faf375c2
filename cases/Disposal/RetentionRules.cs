using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Releases;

namespace PolicyBot.Cases.Disposal;

/// <summary>From when on something may go, and by which rule.</summary>
/// <param name="Class">What kind of thing it was, for the log: a route, or "Question". No words and no names.</param>
/// <param name="Rule">In words, as the log keeps it.</param>
public sealed record Keeping(string Class, string Rule, DateTimeOffset EndedAt, DateTimeOffset Until);

/// <summary>How long each thing is kept. Pure: what is kept, and the schedule.</summary>
public static class RetentionRules
{
    // What these record is a sanction, or leads to one: somebody may complain of it for years.
    private static readonly ImmutableArray<string> Sanctions = ["behaviour_policy", "disciplinary", "referred"];

    /// <summary>Null while the case is open: nothing that is open goes.</summary>
    public static Keeping? Of(Incident incident, Retention retention)
    {
        if (incident.Outcome is not { } outcome || incident.IsOpen)
            return null;
        var route = incident.Report.Route;
        return route switch
        {
            _ when route.IsAllegation() => Days(retention.SafeguardingDays, "allegation, kept elsewhere"),
            _ when route.IsSafeguarding() => Days(retention.SafeguardingDays, "child protection, kept elsewhere"),
            Route.DataBreach => Years(retention.BreachYears, "data breach"),
            Route.ParentComment => Years(retention.ActionYears, "complaint"),
            _ when Sanctions.Contains(outcome.Result, StringComparer.Ordinal) || !outcome.Referrals.IsEmpty => Years(retention.ActionYears, "sanction or referral"),
            _ => Years(retention.OrdinaryYears, "ordinary incident"),
        };

        Keeping Years(int years, string what) => new(route.ToString(), $"{what}: {Count(years, "year")} after it was closed", outcome.At, outcome.At.AddYears(years));

        Keeping Days(int days, string what) => new(route.ToString(), $"{what}: {Count(days, "day")} after it was closed", outcome.At, outcome.At.AddDays(days));
    }

    /// <inheritdoc cref="Of(Incident, Retention)"/>
    /// <param name="changedAt">When the question was last changed.</param>
    public static Keeping? Of(Question question, DateTimeOffset changedAt, Retention retention) => question switch
    {
        { Status: QuestionStatus.Withdrawn } =>
            new(nameof(Question), $"taken back: {Count(retention.WithdrawnDays, "day")} after that", changedAt, changedAt.AddDays(retention.WithdrawnDays)),
        { Answer: { } answer } =>
            new(nameof(Question), $"answered question: {Count(retention.OrdinaryYears, "year")} after the answer", answer.At, answer.At.AddYears(retention.OrdinaryYears)),
        _ => null,
    };

    /// <inheritdoc cref="Of(Incident, Retention)"/>
    /// <remarks>A decision is kept as long as an answer is: somebody may ask later whether exactly this was agreed.</remarks>
    public static Keeping? Of(SecondOpinion opinion, Retention retention) => opinion switch
    {
        { EndedAt: null } => null,
        { Status: OpinionStatus.Withdrawn, EndedAt: { } at } => Kept("taken back", at, retention.WithdrawnDays),
        { Status: OpinionStatus.Expired, EndedAt: { } at } => Kept("draft that nobody decided on", at, retention.DraftDays),
        { EndedAt: { } at } =>
            new(nameof(SecondOpinion), $"second opinion: {Count(retention.OrdinaryYears, "year")} after the decision", at, at.AddYears(retention.OrdinaryYears)),
    };

    /// <inheritdoc cref="Of(Incident, Retention)"/>
    /// <remarks>As long as it lives, and then as long as a handover's record is kept.</remarks>
    public static Keeping? Of(Account account, Retention retention) => account.ClosedAt is { } at
        ? new Keeping(nameof(Account), $"account: {Count(retention.OrdinaryYears, "year")} after it was closed", at, at.AddYears(retention.OrdinaryYears))
        : null;

    /// <inheritdoc cref="Of(Incident, Retention)"/>
    public static Keeping? Of(ReceivedComment comment, Retention retention) => comment switch
    {
        { EndedAt: null } => null,
        { Status: CommentStatus.TakenOut, EndedAt: { } at } =>
            new(nameof(ReceivedComment), $"comment that was taken out: {Count(retention.WithdrawnDays, "day")} after that", at, at.AddDays(retention.WithdrawnDays)),
        { What.Kind: CommentKind.Complaint, EndedAt: { } at } =>
            new(nameof(ReceivedComment), $"complaint on an account: {Count(retention.ActionYears, "year")} after it was settled", at, at.AddYears(retention.ActionYears)),
        { EndedAt: { } at } =>
            new(nameof(ReceivedComment), $"comment on an account: {Count(retention.OrdinaryYears, "year")} after it was settled", at, at.AddYears(retention.OrdinaryYears)),
    };

    /// <inheritdoc cref="Of(Incident, Retention)"/>
    /// <remarks>Who saw the sign-in details of an account, and who allowed it, is asked for when something goes wrong there later.</remarks>
    public static Keeping? Of(Release release, Retention retention) => release.EndedAt is not { } at
        ? null
        : new(nameof(Release), $"release of sign-in details: {Count(retention.ActionYears, "year")} after it ended", at, at.AddYears(retention.ActionYears));

    /// <inheritdoc cref="Of(Incident, Retention)"/>
    /// <remarks>Of an account that is in use they are kept as long as it is: see <see cref="Storage.DisposalStore"/>.</remarks>
    public static Keeping? Of(Handover handover, Retention retention) => handover.EndedAt is not { } at
        ? null
        : handover.Status is HandoverStatus.Withdrawn && handover.Steps.All(step => !step.IsSettled)
            ? new(nameof(Handover), $"taken back: {Count(retention.WithdrawnDays, "day")} after that", at, at.AddDays(retention.WithdrawnDays))
            : new(nameof(Handover), $"handover of an account: {Count(retention.OrdinaryYears, "year")} after it ended", at, at.AddYears(retention.OrdinaryYears));

    /// <summary>The state of a conversation without what is older than the schedule allows; the same when there is nothing of it.</summary>
    public static ConversationState Cleared(ConversationState state, Retention retention, DateTimeOffset now)
    {
        var since = now.AddDays(-retention.DraftDays);
        var cleared = state.Draft is { } draft && draft.StartedAt < since ? state with { Draft = null } : state;
        if (cleared.Opinion is { } opinion && opinion.StartedAt < since)
            cleared = cleared with { Opinion = null };
        if (cleared.Comment is { } comment && comment.StartedAt < since)
            cleared = cleared with { Comment = null };
        return cleared.Asked.Any(asked => asked.At < since) ? cleared with { Asked = [.. cleared.Asked.Where(asked => asked.At >= since)] } : cleared;
    }

    /// <summary>The ids of the files that nothing holds any more once a conversation is <see cref="Cleared"/>.</summary>
    public static ImmutableArray<string> FilesThatGo(ConversationState state, Retention retention, DateTimeOffset now) =>
        [.. FilesOf(state).Except(FilesOf(Cleared(state, retention, now)), StringComparer.Ordinal)];

    /// <summary>The ids of the files that are kept with a case.</summary>
    public static ImmutableArray<string> FilesOf(ICase kept) => kept switch
    {
        Incident incident => [.. incident.Evidence.Select(piece => piece.Id)],
        SecondOpinion opinion => [.. opinion.Post.PictureFiles.Select(picture => picture.Id)],
        _ => [],
    };

    private static IEnumerable<string> FilesOf(ConversationState state) => [.. state.Draft?.Evidence.Select(piece => piece.Id) ?? [], .. state.Opinion?.OwnFiles.Select(picture => picture.Id) ?? []];

    private static Keeping Kept(string what, DateTimeOffset at, int days) => new(nameof(SecondOpinion), $"{what}: {Count(days, "day")} after that", at, at.AddDays(days));

    private static string Count(int number, string unit) => number == 1 ? $"1 {unit}" : $"{number} {unit}s";
}
