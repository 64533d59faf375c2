using PolicyBot.Cards;
using PolicyBot.Cards.Releases;
using PolicyBot.Cases;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Releases;

/// <summary>The presses on a release's card that change it. Who may is asked of the record and the Trust, never of the card.</summary>
internal static class DecideRelease
{
    public static Step Approve(Arrival.Pressed pressed) => HandleRelease.Of(pressed, (release, turn, known) => Decided(
        release, ReleaseRules.Approve(release, turn.Who.Ref, known.Trust, turn.When), turn, known,
        after => after.Status is ReleaseStatus.Approved
            ? [.. ReleaseSends.Changed(after, known.Trust), .. ReleaseSends.ToRecipient(after, known.Trust)]
            : ReleaseSends.Changed(after, known.Trust)));

    public static Step RefuseForm(Arrival.Pressed pressed) => HandleRelease.Of(pressed, (release, turn, known) =>
        release.Status is ReleaseStatus.Asked && ReleaseApprovers.May(release, turn.Who.Id, known.Trust)
            ? Decision.Show(ReleaseForms.Refuse(release, "", null, HandleRelease.DeliveryOf(turn, release)))
            : HandleRelease.Show(release, turn, known));

    public static Step Refuse(Arrival.Pressed pressed) => HandleRelease.Of(pressed, (release, turn, known) =>
    {
        var typed = pressed.Data.Text(Fields.Reason);
        var because = typed.Length <= Limits.Because ? typed : typed[..Limits.Because];
        var ruling = ReleaseRules.Refuse(release, turn.Who.Ref, because, known.Trust, turn.When);
        // What was typed stands there still, unless it looks like a password: that is shown to nobody again.
        if (ruling is Ruling<Release>.Refused refused && release.Status is ReleaseStatus.Asked && ReleaseApprovers.May(release, turn.Who.Id, known.Trust))
            return Decision.Show(ReleaseForms.Refuse(release, refused.Sentence == ReleaseRules.Secret ? "" : because, refused.Sentence, HandleRelease.DeliveryOf(turn, release)));
        if (ruling is Ruling<Release>.Refused late)
            return HandleRelease.Show(release, turn, known, because.Length > 0 && late.Sentence != ReleaseRules.Secret ? $"{late.Sentence} You had written: {because}" : late.Sentence);
        return Decided(release, ruling, turn, known, after => ReleaseSends.Ended(after, known.Trust, $"{after.AccountName}: {turn.Who.Name} has refused it."));
    });

    public static Step Withdraw(Arrival.Pressed pressed) => HandleRelease.Of(pressed, (release, turn, known) => Decided(
        release, ReleaseRules.Withdraw(release, turn.Who.Ref, turn.When), turn, known, after => ReleaseSends.Changed(after, known.Trust)));

    public static Step GiveAgain(Arrival.Pressed pressed) => HandleRelease.Of(pressed, (release, turn, known) => Decided(
        release, ReleaseRules.GiveAgain(release, turn.Who.Ref, known.Trust, turn.When), turn, known,
        after => [.. ReleaseSends.Changed(after, known.Trust), .. ReleaseSends.ToRecipient(after, known.Trust)]));

    public static Step Confirm(Arrival.Pressed pressed) => HandleRelease.Of(pressed, (release, turn, known) => Decided(
        release, ReleaseRules.Confirm(release, turn.Who.Ref, turn.When), turn, known, after => ReleaseSends.Changed(after, known.Trust)));

    private static Decision Decided(Release before, Ruling<Release> ruling, Turn turn, Known known, Func<Release, IEnumerable<Send>> sends) => ruling is Ruling<Release>.Allowed allowed
        ? HandleRelease.Show(allowed.After, turn, known) with { Case = new CaseChange(before.Version, allowed.After, allowed.Entries), Sends = [.. sends(allowed.After)] }
        : HandleRelease.Show(before, turn, known, ((Ruling<Release>.Refused)ruling).Sentence);
}
