using PolicyBot.Cards;
using PolicyBot.Cards.Handovers;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Handovers;

/// <summary>
/// What every press on a handover's card asks first: does it exist, and may this person see it? Both are read from the record at this moment. Somebody who may not is told
/// the same whether or not it exists, so that nothing can be found out by trying.
/// </summary>
internal static class HandleHandover
{
    private const int LongestChoice = 1000;

    /// <summary>The card as it is now: the client refreshes it by itself, or somebody came back from a form.</summary>
    public static Step View(Arrival.Pressed pressed) => AsOne(pressed, Show);

    /// <summary>From a note or a list: the card, below it.</summary>
    public static Step Open(Arrival.Pressed pressed) => AsOne(pressed, (handover, turn, known) => Decision.Say(HandoverCards.Card(handover, turn.Who.Id, known.Trust, turn.When, null)));

    public static Step Form(Arrival.Pressed pressed)
    {
        var step = AsOne(pressed, (handover, turn, known) => handover.IsOpen && Enum.TryParse<HandoverAct>(pressed.Data.Text(Fields.Step), out var act) && Enum.IsDefined(act)
            ? Decision.Show(HandoverForms.Form(ViewOf(act, handover, HandoverTyped.Nothing, ReportProblems.None, null, turn, known)))
            : Show(handover, turn, known));
        return step with { Needs = step.Needs with { Accounts = true } };
    }

    public static Step Finish(Arrival.Pressed pressed)
    {
        var step = AsOne(pressed, (handover, turn, known) => Settled(handover, CompletionRules.Complete(handover, turn.Who.Ref, known.Trust, turn.When), turn, known) is { } done
            ? done
            : Decision.Show(HandoverForms.TooLate(
                ViewOf(HandoverAct.Confirm, handover, HandoverTyped.Nothing, ReportProblems.None, null, turn, known),
                Refusal(handover, CompletionRules.Complete(handover, turn.Who.Ref, known.Trust, turn.When), turn, known))));
        return step with { Needs = step.Needs with { Accounts = true } };
    }

    /// <summary>"Handovers": those that this person is part of.</summary>
    public static Step List { get; } = new(new Needs { Handovers = true }, static (turn, known) => turn.Where.Kind is ConversationKind.Personal
        ? Decision.Say(HandoverList.Of(Seen(turn, known), turn.Who.Id, known.Trust))
        : Decision.Say(NoticeCards.InPrivate()));

    /// <summary>Which of all handovers this person may see.</summary>
    public static ImmutableArray<Handover> Seen(Turn turn, Known known) => [.. known.Handovers.Where(handover => HandoverPeople.MaySee(handover, turn.Who.Id, known.Trust))];

    public static Step AsOne(Arrival.Pressed pressed, Func<Handover, Turn, Known, Decision> decide) => new(
        new Needs { Handover = CaseReference.TryParse(pressed.Data.Text(Fields.Ref), out var reference) && reference.Kind == CaseReference.Handover ? reference : null },
        (turn, known) =>
            known.Handover is not { } handover || turn.Where.Kind is not ConversationKind.Personal ? Decision.Tell(HandoverRules.NotYours)
            : HandoverPeople.MaySee(handover, turn.Who.Id, known.Trust) ? decide(handover, turn, known)
            // It was theirs once: their card says that it is not any more.
            : HandoverPeople.Has(handover.Told, turn.Who.Id) ? Show(handover, turn, known)
            : Decision.Tell(HandoverRules.NotYours));

    public static Decision Show(Handover handover, Turn turn, Known known) => Decision.Show(HandoverCards.Card(handover, turn.Who.Id, known.Trust, turn.When, DeliveryOf(turn, handover)));

    public static HandoverFormView ViewOf(HandoverAct act, Handover handover, HandoverTyped typed, ReportProblems problems, string? notice, Turn turn, Known known) =>
        new(act, handover, turn.Who.Id, typed, problems, notice, [.. known.Accounts.Where(account => account.IsInUse)], known.Trust, DeliveryOf(turn, handover));

    public static HandoverTyped Typed(PressedData data, string chosen) => new(
        Short(data.Text(Fields.Says), 100), Short(data.Text(chosen), LongestChoice), Short(data.Text(Fields.HandTo), 100), Short(data.Text(Fields.LastDay), 20), Short(data.Text(Fields.Way), 20),
        Short(data.Text(Fields.Note), EvidenceNote.Longest));

    /// <summary>The step and what it does to the account, in one commit; null when either is refused.</summary>
    public static Decision? Settled(Handover before, Ruling<Handover> ruling, Turn turn, Known known)
    {
        if (Follow(before, ruling, turn, known) is not Ruling<HandoverAndAccount>.Allowed both)
            return null;
        var after = both.After.Handover;
        return Show(after, turn, known) with
        {
            Case = new CaseChange(before.Version, after, both.Entries),
            Also = both.After.Account is { } account ? new CaseChange(account.Version - both.After.AccountEntries.Length, account, both.After.AccountEntries) : null,
            Sends = [.. HandoverSends.Changed(before, after, turn.Who.Id, known.Trust, turn.When)],
        };
    }

    /// <summary>What is said where <see cref="Settled"/> gives nothing.</summary>
    public static string Refusal(Handover before, Ruling<Handover> ruling, Turn turn, Known known) =>
        Follow(before, ruling, turn, known) is Ruling<HandoverAndAccount>.Refused refused ? refused.Sentence : "";

    private static Ruling<HandoverAndAccount> Follow(Handover before, Ruling<Handover> ruling, Turn turn, Known known) =>
        HandoverAccount.Follow(before, ruling, known.Accounts.FirstOrDefault(account => account.Reference == before.Account.Reference), turn.Who.Ref, turn.When);

    private static string? DeliveryOf(Turn turn, Handover handover) =>
        turn.Arrival is Arrival.Pressed pressed && pressed.Data.Text(Fields.Delivery) is { Length: > 0 and <= 200 } key && key.StartsWith($"{handover.Reference}/", StringComparison.Ordinal) ? key : null;

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
