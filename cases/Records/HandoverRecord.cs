using PolicyBot.Cases.Disposal;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Records;

/// <summary>A handover is in the record when it has ended. Who handed the account over and who has it now is not: the register of accounts knows.</summary>
public static class HandoverRecord
{
    public static readonly RecordKind Kind = new(
        CaseReference.Handover, RecordLists.Handovers, found => found is Handover { EndedAt: not null }, (found, trust) => found is Handover handover ? Of(handover, trust) : null);

    /// <summary>Decided by: whoever decided on it, then those who confirmed as a second person that it was done.</summary>
    public static RecordEntry? Of(Handover handover, Trust trust) => handover.EndedAt is not { } ended
        ? null
        : new RecordEntry(
            handover.Reference, RecordLists.Handovers, handover.Version, handover.Trail.Hash, handover.Academy, handover.Status.ToString(), handover.AskedAt, IsRestricted(handover, trust))
        {
            EndedAt = ended,
            Category = $"{handover.Wish.Why}, {handover.Wish.Way}, {handover.Account.Platform}{(handover.Account.Reference is { } account ? $", {account}" : "")}",
            Outcome = handover.Decision?.Says.ToString(),
            DecidedBy =
            [
                .. (handover.Decision is { } decision ? [decision.By.Id] : (ImmutableArray<string>)[]).Concat(handover.Confirmations.Select(confirmed => confirmed.By.Id)).Distinct(StringComparer.OrdinalIgnoreCase),
            ],
            // One that was carried out is kept as long as its account is in use: nobody knows yet until when that is.
            RetainUntil = handover.Status is HandoverStatus.Completed ? null : RetentionRules.Of(handover, trust.Retention)?.Until,
        };

    /// <summary>
    /// An urgent one says that somebody lost their access within a day. And whoever should have handed an account over and was never told of it, because it was refused or taken
    /// back, does not learn of it from a list.
    /// </summary>
    public static bool IsRestricted(Handover handover, Trust trust) =>
        handover.IsUrgent || (handover.Wish.Leaver is { } leaver && !HandoverPeople.MaySee(handover, leaver.Id, trust));
}
