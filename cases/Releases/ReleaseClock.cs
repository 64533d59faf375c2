using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Releases;

public enum ReleaseDueStep
{
    /// <summary>Those who approve, or the recipient who has to change it, hear of it again.</summary>
    Remind,

    /// <summary>It was shown and nobody has said that it was changed: those who approved hear of it.</summary>
    Overdue,

    /// <summary>An opening that never said how it ended.</summary>
    Fail,
    Expire,
}

public sealed record ReleaseDue(ReleaseDueStep Step, DateTimeOffset At);

/// <summary>When somebody has to hear of a release.</summary>
public static class ReleaseClock
{
    /// <summary>Longer than any read of the vault may take with its page.</summary>
    public static readonly TimeSpan OpeningTakes = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ApproveWithin = TimeSpan.FromHours(4);
    private static readonly TimeSpan ChangeWithin = TimeSpan.FromHours(24);

    private static readonly PersonRef Clock = new("clock", "PolicyBot");

    /// <summary>What comes next, no earlier than now; null when nothing does.</summary>
    public static ReleaseDue? Next(Release release, Trust trust, DateTimeOffset now) => release.Status switch
    {
        ReleaseStatus.Asked when release.Reminders == 0 && Working(release.Since, trust, release) is var at && at < release.To => Due(ReleaseDueStep.Remind, at, now),
        ReleaseStatus.Asked or ReleaseStatus.Approved or ReleaseStatus.Failed => Due(ReleaseDueStep.Expire, release.To, now),
        ReleaseStatus.Revealing => Due(ReleaseDueStep.Fail, release.Since + OpeningTakes, now),
        ReleaseStatus.Shown or ReleaseStatus.Confirmed => release.Reminders switch
        {
            0 => Due(ReleaseDueStep.Remind, Quiet(release.Since + ChangeWithin, trust), now),
            1 => Due(ReleaseDueStep.Overdue, Quiet(release.Since + 2 * ChangeWithin, trust), now),
            _ => null,
        },
        _ => null,
    };

    public static Ruling<Release>.Allowed Pass(Release release, ReleaseDueStep step, DateTimeOffset now) => step switch
    {
        ReleaseDueStep.Fail => (Ruling<Release>.Allowed)ReleaseRules.Fail(release, release.Opening, Clock, now),
        ReleaseDueStep.Expire => ReleaseRules.Record(ReleaseRules.Ended(release, ReleaseStatus.Expired, now), now, Clock, "release.expired", ReleaseRules.Step(null)),
        ReleaseDueStep.Overdue => ReleaseRules.Record(release with { Reminders = release.Reminders + 1 }, now, Clock, "release.overdue", ReleaseRules.Step(null)),
        _ => ReleaseRules.Record(release with { Reminders = release.Reminders + 1 }, now, Clock, "release.reminded", ReleaseRules.Step(null)),
    };

    private static DateTimeOffset Working(DateTimeOffset since, Trust trust, Release release) =>
        Quiet(WorkingTime.AfterHours(since, ApproveWithin, trust, trust.FindAcademy(release.Academy)), trust);

    private static DateTimeOffset Quiet(DateTimeOffset at, Trust trust) => trust.Chasing.Quiet.After(at, trust);

    private static ReleaseDue Due(ReleaseDueStep step, DateTimeOffset at, DateTimeOffset now) => new(step, at > now ? at : now);
}
