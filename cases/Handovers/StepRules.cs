using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Handovers;

/// <summary>Walking the checklist: each step by the person whose it is, in its order, with a note that says how one can tell.</summary>
public static class StepRules
{
    // What must be gone before whoever hands it over hears of an urgent handover stands before this place.
    private const int FirstOrdinary = 10;

    private static readonly PersonRef Clock = new("clock", "PolicyBot");

    public static Ruling<Handover> Done(Handover handover, string step, string note, PersonRef by, Trust trust, DateTimeOffset now) =>
        Settle(handover, step, "Please say in a few words how one can tell. Never a password.", applies: true, note, by, trust, now);

    /// <summary>The step makes no sense for this account: said by the manager alone, with the reason.</summary>
    public static Ruling<Handover> NotApplying(Handover handover, string step, string because, PersonRef by, Trust trust, DateTimeOffset now) =>
        HandoverPeople.IsManager(handover, by.Id, trust)
            ? Settle(handover, step, "Please say why it does not apply here.", applies: false, because, by, trust, now)
            : new Ruling<Handover>.Refused("Only the Social Media Manager, or who decides in their place, can say that a step does not apply. Nothing was noted.");

    /// <summary>Somebody has looked, and it is not so: the step is open again, and what was confirmed because of it counts no more.</summary>
    public static Ruling<Handover> Return(Handover handover, string step, string because, PersonRef by, Trust trust, DateTimeOffset now)
    {
        if (handover.Status is not HandoverStatus.Underway)
            return new Ruling<Handover>.Refused(HandoverRules.Ended(handover));
        if (!HandoverPeople.Has(HandoverPeople.Witnesses(handover, trust), by.Id))
            return new Ruling<Handover>.Refused(HandoverRules.NotYours);
        if (handover.Steps.FirstOrDefault(each => each.Id == step) is not { IsSettled: true, By: not StepBy.Clock } settled)
            return new Ruling<Handover>.Refused("That step is open. Nothing has changed.");
        if (EvidenceNote.Fault(because, "Please say what is not in order.") is { } fault)
            return new Ruling<Handover>.Refused(fault);
        return HandoverTrail.Record(
            With(handover, settled with { Result = null }) with { Confirmations = [.. handover.Confirmations.Where(each => each.State != settled.Confirms)] },
            trust, now, by, "handover.step_returned", HandoverJson.Write(new HandoverReturned(step, by, because)));
    }

    /// <summary>True when nothing is open of what an urgent handover begins with; always in one that is not urgent.</summary>
    internal static bool AccessIsGone(Handover handover) => handover.Steps.Where(each => each.Order < FirstOrdinary).All(each => each.IsSettled);

    /// <summary>A platform's wait is over.</summary>
    internal static Ruling<Handover>.Allowed WaitOver(Handover handover, Trust trust, DateTimeOffset now)
    {
        var wait = handover.Next.First(step => step.By is StepBy.Clock);
        return Settled(handover, wait, new StepResult(Applies: true, Clock, now, "The time has passed."), "handover.wait_over", trust);
    }

    private static Ruling<Handover> Settle(Handover handover, string id, string missing, bool applies, string note, PersonRef by, Trust trust, DateTimeOffset now)
    {
        if (handover.Status is not HandoverStatus.Underway)
            return new Ruling<Handover>.Refused(HandoverRules.Ended(handover));
        if (handover.Steps.FirstOrDefault(each => each.Id == id) is not { } step)
            return new Ruling<Handover>.Refused("This step is not part of the handover any more. Nothing was noted.");
        if (step.Result is { } before)
            return new Ruling<Handover>.Refused($"{before.By.Name} settled this already. Yours was not noted.");
        if (!(applies ? HandoverPeople.MayDo(handover, step, by.Id, trust) : HandoverPeople.IsManager(handover, by.Id, trust)))
            return new Ruling<Handover>.Refused(step.By is StepBy.Clock ? "Only time settles this. Nothing was noted." : "This step is somebody else's. Nothing was noted.");
        if (handover.Next.All(each => each.Id != id))
            return new Ruling<Handover>.Refused("Something else comes first. Nothing was noted.");
        return EvidenceNote.Fault(note, missing) is { } fault
            ? new Ruling<Handover>.Refused(fault)
            : Settled(handover, step, new StepResult(applies, by, now, note), applies ? "handover.step_done" : "handover.step_not_applying", trust);
    }

    private static Ruling<Handover>.Allowed Settled(Handover handover, HandoverStep step, StepResult result, string type, Trust trust)
    {
        var after = With(handover, step with { Result = result });
        if (AccessIsGone(after))
            after = after with { LeaverKnows = true };
        return HandoverTrail.Record(after, trust, result.At, result.By, type, HandoverJson.Write(new HandoverStepped(step.Id, result)));
    }

    private static Handover With(Handover handover, HandoverStep step) => handover with { Steps = [.. handover.Steps.Select(each => each.Id == step.Id ? step : each)] };
}
