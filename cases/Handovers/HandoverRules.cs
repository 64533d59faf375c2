using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Handovers;

/// <summary>
/// Asking for a handover, changing what was asked for, and stopping it. Pure: the old record and a command in, the new record and its trail entries out, or a refusal.
/// What becomes of the account meanwhile is in <see cref="HandoverAccount"/>.
/// </summary>
public static class HandoverRules
{
    public const string NotYours = "Only the people who are part of it can do that. Nothing has changed.";

    public const string Nobody =
        "Everybody who could decide on this is part of it, and the Trust has named nobody outside. Please speak with the chief executive or the chair of governors. Nothing was sent.";

    /// <summary>Somebody asks for an account to be handed over.</summary>
    /// <param name="account">As the register has it, or as it was described where it is not in it.</param>
    public static Ruling<Handover> Ask(CaseReference reference, HandoverWish wish, HandedAccount account, PersonRef asker, string academy, string draftId, Trust trust, DateTimeOffset now)
    {
        if (Fault(wish) is { } fault)
            return new Ruling<Handover>.Refused(fault);
        if (account.Reference is not null && !HandoverPeople.MayAsk(asker.Id, academy, wish, account, trust))
            return new Ruling<Handover>.Refused("Only its lead, whoever hands it over, their manager or the Social Media Manager can ask for this. Please speak with one of them. Nothing was sent.");
        if (HandoverPeople.Deciders(academy, [asker], wish, account, trust).IsEmpty)
            return new Ruling<Handover>.Refused(Nobody);
        var asked = new Handover(reference, academy, asker, now, draftId, wish, account, HandoverStatus.Asked, TrailHead.Start) { Askers = [asker], LeaverKnows = HandoverPeople.Same(wish.Leaver, asker) };
        return HandoverTrail.Record(asked, trust, now, asker, "handover.asked", HandoverJson.Write(new HandoverAsked(academy, asker, draftId, wish, account)));
    }

    /// <summary>An account that was not in the register when it was asked for is in it now.</summary>
    public static Ruling<Handover> Name(Handover handover, HandedAccount account, string academy, PersonRef by, Trust trust, DateTimeOffset now)
    {
        if (handover.Status is not HandoverStatus.Asked || handover.Account.Reference is not null)
            return new Ruling<Handover>.Refused("That is done already. Nothing has changed.");
        if (!HandoverPeople.IsManager(handover, by.Id, trust))
            return new Ruling<Handover>.Refused(NotYours);
        var wish = handover.Wish with { Leaver = handover.Wish.Leaver ?? account.Lead };
        if (Fault(wish) is { } fault)
            return new Ruling<Handover>.Refused(fault);
        var named = handover with { Account = account, Academy = academy, Wish = wish };
        return HandoverPeople.Deciders(named, trust).IsEmpty
            ? new Ruling<Handover>.Refused(Nobody)
            : HandoverTrail.Record(named, trust, now, by, "handover.named", HandoverJson.Write(new HandoverNamed(account, wish.Leaver)));
    }

    /// <summary>Another last day, or another person. Whatever was decided counts no more, and whoever changes it does not decide on it.</summary>
    /// <param name="to">Who takes it over; null when it is to be closed.</param>
    public static Ruling<Handover> Change(Handover handover, DateOnly lastDay, PersonRef? to, PersonRef by, Trust trust, DateTimeOffset now)
    {
        if (!handover.IsOpen)
            return new Ruling<Handover>.Refused(Ended(handover));
        if (!MayChange(handover, by.Id, trust))
            return new Ruling<Handover>.Refused(NotYours);
        var wish = handover.Wish with { LastDay = lastDay, To = to, Way = to is null ? HandoverWay.Close : HandoverWay.Transfer };
        if (wish == handover.Wish)
            return new Ruling<Handover>.Refused("Nothing in it is different. Nothing has changed.");
        if (Fault(wish) is { } fault)
            return new Ruling<Handover>.Refused(fault);

        var other = !HandoverPeople.Same(wish.To, handover.Wish.To) && (wish.To, handover.Wish.To) is not (null, null);
        var changed = handover with
        {
            Wish = wish,
            Status = HandoverStatus.Asked,
            Askers = HandoverPeople.Distinct(handover.Askers.Append(by)),
            Decision = null,
            WaitingSince = now,
            Reminded = [],
            Steps = other ? [] : handover.Steps,
            Confirmations = other ? [] : handover.Confirmations,
        };
        return HandoverPeople.Deciders(changed, trust).IsEmpty
            ? new Ruling<Handover>.Refused(Nobody)
            : HandoverTrail.Record(changed, trust, now, by, "handover.changed", HandoverJson.Write(new HandoverChanged(handover.Wish, wish)));
    }

    /// <summary>Whoever asked takes it back, or the manager stops it.</summary>
    public static Ruling<Handover> Withdraw(Handover handover, string because, PersonRef by, Trust trust, DateTimeOffset now)
    {
        if (!handover.IsOpen)
            return new Ruling<Handover>.Refused(Ended(handover));
        if (!MayChange(handover, by.Id, trust))
            return new Ruling<Handover>.Refused(NotYours);
        if (EvidenceNote.Fault(because, "Please say why.") is { } fault)
            return new Ruling<Handover>.Refused(fault);
        return HandoverTrail.Record(
            handover with { Status = HandoverStatus.Withdrawn, EndedAt = now, StoppedBecause = because, HoldsAccount = false }, trust, now, by, "handover.withdrawn", HandoverJson.Write(new HandoverEnded(by, because)));
    }

    public static bool MayChange(Handover handover, string personId, Trust trust) =>
        HandoverPeople.Has(handover.Askers, personId) || HandoverPeople.IsManager(handover, personId, trust);

    /// <summary>What somebody reads who comes too late.</summary>
    internal static string Ended(Handover handover) => handover.Status switch
    {
        HandoverStatus.Completed => "This handover is finished. Nothing has changed.",
        HandoverStatus.Refused => $"{handover.Decision!.By.Name} decided against it. Nothing has changed.",
        HandoverStatus.Withdrawn => "This handover was stopped. Nothing has changed.",
        HandoverStatus.Underway => $"{handover.Decision!.By.Name} decided already. Yours was not noted.",
        _ => "Something in it was changed, so it waits for a decision again. Nothing was noted.",
    };

    private static string? Fault(HandoverWish wish) =>
        wish is { Way: HandoverWay.Transfer, To: null } ? "Please choose who takes it over, or choose to close it."
        : wish.To is not null && HandoverPeople.Same(wish.Leaver, wish.To) ? "Whoever hands it over cannot take it over. Please choose somebody else."
        : null;
}
