using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Handovers;

/// <summary>The decision on a handover: by one person who is no part of it, once, with a reason.</summary>
public static class DecisionRules
{
    public const string NotInRegister = "This account is not in the register yet. Please add it there and choose it here first. Nothing was decided.";

    /// <summary>Whoever decides says yes, no, or yes with a difference, and why.</summary>
    /// <param name="to">Whom the decider wants instead, for <see cref="DecisionSays.ApproveWithOther"/>.</param>
    public static Ruling<Handover> Decide(Handover handover, DecisionSays says, PersonRef? to, string because, PersonRef by, Trust trust, DateTimeOffset now)
    {
        if (Barred(handover, by, trust) is { } barred)
            return new Ruling<Handover>.Refused(barred);
        if (EvidenceNote.Fault(because, "Please say why, in a few words.") is { } fault)
            return new Ruling<Handover>.Refused(fault);
        var decision = new HandoverDecision(says, by, now, because);
        if (says is DecisionSays.Refuse)
            return Decided(handover with { Status = HandoverStatus.Refused, Decision = decision, EndedAt = now, HoldsAccount = false }, trust);
        if (handover.Account.Reference is null)
            return new Ruling<Handover>.Refused(NotInRegister);
        if (says is DecisionSays.ApproveWithOther && Unfit(handover, to, by) is { } unfit)
            return new Ruling<Handover>.Refused(unfit);

        var wish = says switch
        {
            DecisionSays.ApproveWithOther => handover.Wish with { Way = HandoverWay.Transfer, To = to },
            DecisionSays.CloseInstead => handover.Wish with { Way = HandoverWay.Close, To = null },
            _ => handover.Wish,
        };
        // Where only the day has changed, what was done stays done.
        var kept = !handover.Steps.IsEmpty && wish == handover.Wish;
        var underway = handover with
        {
            Wish = wish,
            Status = HandoverStatus.Underway,
            Decision = decision,
            HoldsAccount = true,
            Steps = kept ? handover.Steps : Checklist.For(handover.Account.Platform, wish.Way, handover.IsUrgent),
            Confirmations = kept ? handover.Confirmations : [],
            LeaverKnows = handover.LeaverKnows || !handover.IsUrgent,
        };
        return Decided(underway, trust);
    }

    /// <summary>Why this person cannot decide on it now; null when they can.</summary>
    public static string? Barred(Handover handover, PersonRef by, Trust trust) =>
        handover.Status is not HandoverStatus.Asked ? HandoverRules.Ended(handover)
        : !HandoverPeople.IsDecider(handover, by.Id, trust) ? "This is not yours to decide: nobody decides on a handover that they are part of. Nothing was noted."
        : null;

    private static string? Unfit(Handover handover, PersonRef? to, PersonRef by) =>
        to is null ? "Please choose who should take it over."
        : HandoverPeople.Same(handover.Wish.Leaver, to) ? "Whoever hands it over cannot take it over. Please choose somebody else."
        : HandoverPeople.Same(to, by) ? "You cannot approve a handover to yourself. Please choose somebody else, or let somebody else decide."
        : null;

    private static Ruling<Handover>.Allowed Decided(Handover handover, Trust trust) => HandoverTrail.Record(
        handover, trust, handover.Decision!.At, handover.Decision.By, "handover.decided",
        HandoverJson.Write(new HandoverDecided(handover.Decision, handover.Wish, [.. handover.Steps.Select(step => step.Id)])));
}
