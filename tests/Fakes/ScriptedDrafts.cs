using System.Collections.Immutable;
using PolicyBot.Policy.Drafts;

namespace PolicyBot.Tests.Fakes;

/// <summary>Finds a pupil named Jayden, whatever is said of him, and a word that shouts; nothing else.</summary>
internal sealed class ScriptedDrafts : IDraftChecker
{
    public const string Advice = "Leave the name out, or ask the family first.";

    public ImmutableArray<Finding> Check(Draft draft) =>
    [
        .. draft.Text.Contains("Jayden", StringComparison.Ordinal)
            ? [new Finding("pupil_named", "A pupil is named", Severity.Serious, "Jayden", "legal.data-protection", Advice)]
            : (ImmutableArray<Finding>)[],
        .. draft.Text.Contains("!!!", StringComparison.Ordinal)
            ? [new Finding("tone", "It shouts", Severity.Minor, "!!!", "dos.tone", "Say it in a friendly voice.")]
            : (ImmutableArray<Finding>)[],
        .. draft.Comment is { } comment && comment.StartsWith("[posted ", StringComparison.Ordinal)
            ? [new Finding("overdue_reply", "A clock runs", Severity.Minor, comment[..comment.IndexOf(']', StringComparison.Ordinal)], "monitoring.24-hours", "Reply in time.")]
            : (ImmutableArray<Finding>)[],
    ];
}
