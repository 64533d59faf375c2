using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Releases;

/// <summary>Time has passed over a release: somebody is reminded, an opening that never ended has failed, or it is over.</summary>
internal static class RemindOfRelease
{
    public static Decision Decide(Release release, Trust trust, DateTimeOffset now)
    {
        if (ReleaseClock.Next(release, trust, now) is not { } due || due.At > now)
            return Decision.Nothing;
        var passed = ReleaseClock.Pass(release, due.Step, now);
        return new Decision { Case = new CaseChange(release.Version, passed.After, passed.Entries), Sends = [.. Sends(due.Step, passed.After, trust)] };
    }

    private static IEnumerable<Send> Sends(ReleaseDueStep step, Release after, Trust trust) => (step, after.Status) switch
    {
        (ReleaseDueStep.Fail, _) => ReleaseSends.Failed(after, trust),
        (ReleaseDueStep.Expire, _) => ReleaseSends.Ended(after, trust, $"{after.AccountName}: the time in which they could be opened is over. They can be asked for again."),
        (ReleaseDueStep.Remind, ReleaseStatus.Asked) =>
            ReleaseApprovers.Missing(after, trust).Select(person => ReleaseSends.Note(after, person, "Sign-in details wait for approval", $"{after.Requester.Name} asks for {after.AccountName}.")),
        (ReleaseDueStep.Remind, ReleaseStatus.Shown) =>
            [ReleaseSends.Note(after, after.Recipient, "Have you changed the sign-in details?", $"{after.AccountName}: what you have seen has to be changed, and the new one put into the vault.")],
        (ReleaseDueStep.Remind, _) =>
            [ReleaseSends.Note(after, after.Recipient, "The vault still holds the old details", $"{after.AccountName}: please put the new ones in.")],
        _ => after.Approvals.Select(each => ReleaseSends.Note(
            after, each.By, "Sign-in details were not changed yet", $"{after.Recipient.Name} has seen those of {after.AccountName} more than two days ago, and the vault has no new ones.")),
    };
}
