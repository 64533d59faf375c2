using PolicyBot.Cards;
using PolicyBot.Cards.Handovers;
using PolicyBot.Cases;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Secrets;

namespace PolicyBot.Dialogs.Handovers;

/// <summary>The forms of a handover: what was filled in becomes a decision, a step, a confirmation or a change, or the form comes back with what is wrong.</summary>
internal static class WalkHandover
{
    public static Step Decide(Arrival.Pressed pressed) => OnForm(pressed, HandoverAct.Decide, Fields.Chosen, (handover, typed, turn, known) =>
    {
        if (!Enum.TryParse<DecisionSays>(typed.Says, out var says) || !Enum.IsDefined(says))
            return Wrong(Fields.Says, "Please choose what you decide.");
        var to = AskHandover.Somebody(typed.To, known.Trust);
        if (says is DecisionSays.ApproveWithOther && to is null)
            return Wrong(Fields.HandTo, "Please choose who should take it over: one person of the staff.");
        return Ruled(DecisionRules.Decide(handover, says, to, typed.Note, turn.Who.Ref, known.Trust, turn.When));
    }, (handover, turn, known) => DecisionRules.Barred(handover, turn.Who.Ref, known.Trust));

    public static Step Name(Arrival.Pressed pressed) => OnForm(pressed, HandoverAct.Name, Fields.HandedAccount, (handover, typed, turn, known) =>
        known.Accounts.FirstOrDefault(account => account.IsInUse && account.Reference.ToString() == typed.Chosen) is not { } account
            ? Wrong(Fields.HandedAccount, "Please choose the account.")
            : Ruled(HandoverRules.Name(handover, HandoverAccount.Of(account), account.Academy, turn.Who.Ref, known.Trust, turn.When)));

    public static Step Done(Arrival.Pressed pressed) => OnForm(pressed, HandoverAct.Step, Fields.Chosen, (handover, typed, turn, known) =>
        Ruled(StepRules.Done(handover, typed.Chosen, typed.Note, turn.Who.Ref, known.Trust, turn.When)));

    public static Step NotApplying(Arrival.Pressed pressed) => OnForm(pressed, HandoverAct.Step, Fields.Chosen, (handover, typed, turn, known) =>
        Ruled(StepRules.NotApplying(handover, typed.Chosen, typed.Note, turn.Who.Ref, known.Trust, turn.When)));

    public static Step Return(Arrival.Pressed pressed) => OnForm(pressed, HandoverAct.Return, Fields.Chosen, (handover, typed, turn, known) => typed.Chosen.Length == 0
        ? Wrong(Fields.Chosen, "Please choose the step.")
        : Ruled(StepRules.Return(handover, typed.Chosen, typed.Note, turn.Who.Ref, known.Trust, turn.When)));

    public static Step Confirm(Arrival.Pressed pressed) => OnForm(pressed, HandoverAct.Confirm, Fields.States, (handover, typed, turn, known) =>
    {
        ImmutableArray<EndState> states = [.. PressedData.Split(typed.Chosen).Where(each => Enum.TryParse<EndState>(each, out var state) && Enum.IsDefined(state)).Select(Enum.Parse<EndState>)];
        return states.IsEmpty ? Wrong(Fields.States, "Please choose what you have looked at yourself.") : Ruled(CompletionRules.Confirm(handover, states, typed.Note, turn.Who.Ref, known.Trust, turn.When));
    });

    public static Step Change(Arrival.Pressed pressed) => OnForm(pressed, HandoverAct.Change, Fields.Chosen, (handover, typed, turn, known) =>
    {
        if (AskHandover.LastDay(typed.LastDay, DateOnly.FromDateTime(known.Trust.Local(turn.When).DateTime)) is not { } day)
            return Wrong(Fields.LastDay, "Please choose the day from the calendar.");
        if (!Enum.TryParse<HandoverWay>(typed.Way, out var way) || !Enum.IsDefined(way))
            return Wrong(Fields.Way, "Please choose what should happen with it.");
        var to = AskHandover.Somebody(typed.To, known.Trust);
        if (typed.To.Length > 0 && to is null)
            return Wrong(Fields.HandTo, "Please choose one person of the staff from the list.");
        var next = way is HandoverWay.Close ? null : to ?? handover.Wish.To;
        return way is HandoverWay.Transfer && next is null
            ? Wrong(Fields.HandTo, "Please choose who takes it over.")
            : Ruled(HandoverRules.Change(handover, day, next, turn.Who.Ref, known.Trust, turn.When));
    });

    public static Step Withdraw(Arrival.Pressed pressed) => OnForm(pressed, HandoverAct.Withdraw, Fields.Chosen, (handover, typed, turn, known) =>
        Ruled(HandoverRules.Withdraw(handover, typed.Note, turn.Who.Ref, known.Trust, turn.When)));

    /// <summary>What was filled in, judged: what is wrong with a field, or what the rules say.</summary>
    private sealed record Judged(ReportProblems Problems, Ruling<Handover>? Ruling);

    private static Judged Wrong(string field, string sentence) => new(ReportProblems.None.With(field, sentence), null);

    private static Judged Ruled(Ruling<Handover> ruling) => new(ReportProblems.None, ruling);

    private static Step OnForm(
        Arrival.Pressed pressed, HandoverAct act, string chosen, Func<Handover, HandoverTyped, Turn, Known, Judged> judge, Func<Handover, Turn, Known, string?>? barred = null)
    {
        var step = HandleHandover.AsOne(pressed, (handover, turn, known) =>
        {
            var typed = HandleHandover.Typed(pressed.Data, chosen);
            // A password that was typed is not shown again: the answer to a press is kept for a while.
            var shown = LooksSecret.In(pressed.Data.Text(Fields.Note)) ? typed with { Note = "" } : typed;
            if (!handover.IsOpen || barred?.Invoke(handover, turn, known) is not null)
                return TooLate(act, handover, shown, barred?.Invoke(handover, turn, known) ?? HandoverRules.Withdraw(handover, "", turn.Who.Ref, known.Trust, turn.When) switch
                {
                    Ruling<Handover>.Refused refused => refused.Sentence,
                    _ => HandoverRules.NotYours,
                }, turn, known);
            var problems = NoteFault(pressed.Data);
            if (problems.Any)
                return Again(act, handover, shown, problems, null, turn, known);
            var judged = judge(handover, typed, turn, known);
            return judged.Ruling is not { } ruling ? Again(act, handover, shown, judged.Problems, null, turn, known)
                : HandleHandover.Settled(handover, ruling, turn, known) is { } done ? done
                : Refused(act, handover, shown, HandleHandover.Refusal(handover, ruling, turn, known), pressed.Data, turn, known);
        });
        return step with { Needs = step.Needs with { Accounts = true } };
    }

    // What the rules alone would cut or keep: said beside the field, before anything else is judged.
    private static ReportProblems NoteFault(PressedData data)
    {
        var note = data.Text(Fields.Note);
        return note.Length > EvidenceNote.Longest || LooksSecret.In(note) ? ReportProblems.None.With(Fields.Note, EvidenceNote.Fault(note, "")!) : ReportProblems.None;
    }

    // The form was drawn from another version: somebody was faster, and what was typed is kept to be copied. Otherwise what is wrong stands on the form.
    private static Decision Refused(HandoverAct act, Handover handover, HandoverTyped typed, string sentence, PressedData data, Turn turn, Known known)
    {
        if (typed.Note.Length == 0 && sentence.StartsWith("Please say", StringComparison.Ordinal))
            return Again(act, handover, typed, ReportProblems.None.With(Fields.Note, sentence), null, turn, known);
        return data.Text(Fields.Seen) == handover.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ? Again(act, handover, typed, ReportProblems.None, sentence, turn, known)
            : TooLate(act, handover, typed, sentence, turn, known);
    }

    private static Decision Again(HandoverAct act, Handover handover, HandoverTyped typed, ReportProblems problems, string? notice, Turn turn, Known known) =>
        Decision.Show(HandoverForms.Form(HandleHandover.ViewOf(act, handover, typed, problems, notice, turn, known)));

    private static Decision TooLate(HandoverAct act, Handover handover, HandoverTyped typed, string sentence, Turn turn, Known known) =>
        Decision.Show(HandoverForms.TooLate(HandleHandover.ViewOf(act, handover, typed, ReportProblems.None, null, turn, known), sentence));
}
