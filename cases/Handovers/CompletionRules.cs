using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Handovers;

/// <summary>A second person looks, and then the manager finishes it.</summary>
public static class CompletionRules
{
    /// <summary>Somebody who did none of it has seen for themselves that these are so.</summary>
    public static Ruling<Handover> Confirm(Handover handover, ImmutableArray<EndState> states, string note, PersonRef by, Trust trust, DateTimeOffset now)
    {
        if (handover.Status is not HandoverStatus.Underway)
            return new Ruling<Handover>.Refused(HandoverRules.Ended(handover));
        if (!HandoverPeople.Has(HandoverPeople.Witnesses(handover, trust), by.Id))
            return new Ruling<Handover>.Refused(HandoverRules.NotYours);
        if (states.IsEmpty)
            return new Ruling<Handover>.Refused("Please choose what you have looked at yourself.");
        foreach (var state in states.Distinct())
        {
            if (handover.Confirmations.FirstOrDefault(each => each.State == state) is { } before)
                return new Ruling<Handover>.Refused($"{before.By.Name} confirmed this already. Yours was not noted.");
            if (!handover.ToConfirm.Contains(state))
                return new Ruling<Handover>.Refused("One of these is not done yet. Nothing was noted.");
            if (!HandoverPeople.MayConfirm(handover, state, by.Id, trust))
                return new Ruling<Handover>.Refused("You did one of these yourself: somebody else has to look at it. Nothing was noted.");
        }
        if (EvidenceNote.Fault(note, "Please say in a few words what you looked at. Never a password.") is { } fault)
            return new Ruling<Handover>.Refused(fault);
        ImmutableArray<EndState> seen = [.. states.Distinct()];
        return HandoverTrail.Record(
            handover with { Confirmations = [.. handover.Confirmations, .. seen.Select(state => new Confirmed(state, by, now, note))] },
            trust, now, by, "handover.confirmed", HandoverJson.Write(new HandoverConfirmed(seen, by, note)));
    }

    public static Ruling<Handover> Complete(Handover handover, PersonRef by, Trust trust, DateTimeOffset now)
    {
        if (handover.Status is not HandoverStatus.Underway)
            return new Ruling<Handover>.Refused(HandoverRules.Ended(handover));
        if (!HandoverPeople.IsManager(handover, by.Id, trust))
            return new Ruling<Handover>.Refused(HandoverRules.NotYours);
        return handover.IsReady
            ? HandoverTrail.Record(handover with { Status = HandoverStatus.Completed, EndedAt = now, HoldsAccount = false }, trust, now, by, "handover.completed", HandoverJson.Write(new HandoverEnded(by, null)))
            : new Ruling<Handover>.Refused("Something is still open. Nothing has changed.");
    }
}
