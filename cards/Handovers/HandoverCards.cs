using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Handovers;

/// <summary>A handover as each of its people sees it in their own chat.</summary>
public static class HandoverCards
{
    /// <summary>The handover as it is now, with the buttons that this person may press.</summary>
    /// <param name="personId">Who looks at it.</param>
    /// <param name="deliveryKey">Which delivery this card is; null for one that was opened from a list.</param>
    public static Message Card(Handover handover, string personId, Trust trust, DateTimeOffset now, string? deliveryKey)
    {
        var sees = HandoverPeople.MaySee(handover, personId, trust);
        var state = sees ? State(handover, personId, trust) : "with somebody else";
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading($"{handover.Reference}: {state}"),
                    .. sees ? Whole(handover, personId, trust, now, deliveryKey) : (ImmutableArray<CardElement>)[Lines.Plain("This handover is with other people now. There is nothing for you to do.")],
                ],
                $"{handover.Reference}: {state}.")
            {
                Refresh = new Refresh(new ExecuteAction(null, Data(Verbs.HandoverView, handover, deliveryKey))),
            },
            $"{handover.Reference}: {state}");
    }

    /// <summary>For those who have a card far above, where it changes unseen.</summary>
    public static Message Note(Handover handover, string personId, Trust trust, string deliveryKey)
    {
        var state = State(handover, personId, trust);
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading($"The handover of an account: {state}"),
                    new TextBlock(handover.Reference.ToString()) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                    Lines.Plain(UserText.Escape(HandoverLines.Account(handover.Account))),
                    .. Lines.Buttons(new ExecuteAction($"Open {handover.Reference}", Data(Verbs.HandoverShow, handover, deliveryKey))),
                ],
                $"{handover.Reference}: {state}."),
            $"{handover.Reference}: {state}");
    }

    /// <summary>Time has passed, and something is still open.</summary>
    public static Message Reminder(Handover handover, HandoverReminder reminder, string deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(reminder switch
                {
                    HandoverReminder.Undecided => "A handover waits for a decision",
                    HandoverReminder.Before => "A last day is near",
                    HandoverReminder.OnTheDay => "Today is the last day",
                    HandoverReminder.WaitMustBegin => "The new lead needs access soon",
                    HandoverReminder.AccessOpen => "Access is still open",
                    _ => "A last day has passed",
                }),
                new TextBlock(handover.Reference.ToString()) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                Lines.Plain($"{UserText.Escape(HandoverLines.Account(handover.Account))}. Last day: {HandoverLines.Day(handover.Wish.LastDay)}."),
                .. reminder switch
                {
                    HandoverReminder.WaitMustBegin when HandoverClock.LastStart(handover) is { } start =>
                        [Lines.Plain($"{AccountChoices.TitleOf(AccountChoices.Platforms, handover.Account.Platform)} makes somebody new wait {HandoverClock.WaitsToBegin(handover)} days. So the new lead needs their access by {HandoverLines.Day(start)}.")],
                    HandoverReminder.AccessOpen => [Lines.Urgent(Lines.Plain("**It is urgent, and they can still get in.** Please take the access away now, and note it here."))],
                    _ => (ImmutableArray<CardElement>)[],
                },
                Lines.Plain(
                    handover.Status is HandoverStatus.Asked ? "Nobody has decided on it yet."
                    : handover.Steps.Count(step => !step.IsSettled) is > 0 and var open ? $"{(open == 1 ? "1 step is" : $"{open} steps are")} not done yet."
                    : "The steps are done. A second person has to look, or somebody has to finish it."),
                .. Lines.Buttons(new ExecuteAction($"Open {handover.Reference}", Data(Verbs.HandoverShow, handover, deliveryKey))),
            ],
            $"{handover.Reference}: a reminder."),
        $"{handover.Reference}: a reminder");

    internal static CardData Data(string verb, Handover handover, string? deliveryKey) => new(verb) { Ref = handover.Reference.ToString(), Delivery = deliveryKey };

    internal static string State(Handover handover, string personId, Trust trust) => handover.Status switch
    {
        HandoverStatus.Asked when HandoverPeople.IsDecider(handover, personId, trust) => "please decide",
        HandoverStatus.Asked => "waits for a decision",
        HandoverStatus.Underway when HandoverPeople.Has(HandoverPeople.Turn(handover, trust), personId) => handover.IsReady ? "ready to be finished" : "it is your turn",
        HandoverStatus.Underway => "under way",
        HandoverStatus.Completed => "finished",
        HandoverStatus.Refused => "refused",
        _ => "stopped",
    };

    // Whoever hands it over reads what is to be done, and nothing that others wrote about it.
    private static bool IsNeutral(Handover handover, string personId) => HandoverPeople.Same(handover.Wish.Leaver, personId) && !HandoverPeople.Has(handover.Askers, personId);

    private static ImmutableArray<CardElement> Whole(Handover handover, string personId, Trust trust, DateTimeOffset now, string? deliveryKey)
    {
        var neutral = IsNeutral(handover, personId);
        return
        [
            .. handover is { IsUrgent: true, IsOpen: true, LeaverKnows: false, Wish.Leaver: not null } && !HandoverPeople.Same(handover.Wish.Leaver, personId)
                ? (ImmutableArray<CardElement>)[Lines.Urgent(Lines.Plain("**Urgent: take the access away first, then talk to them.** I tell them nothing until their access is gone. Please do the same."))]
                : [],
            .. HandoverLines.Wish(handover, neutral),
            .. handover.IsOpen ? HandoverLines.TooLate(handover.Account, handover.Wish, handover.Steps, trust, now) : [],
            .. handover.Status is HandoverStatus.Asked ? Undecided(handover, trust) : [],
            .. HandoverLines.Decision(handover, neutral, trust),
            .. handover is { Status: HandoverStatus.Withdrawn, StoppedBecause: { } because } && !neutral ? (ImmutableArray<CardElement>)[Lines.Named("Why it was stopped", because, 200)] : [],
            .. handover.Status is HandoverStatus.Underway ? WaitsFor(handover, personId, trust) : [],
            .. HandoverLines.Steps(handover, trust),
            .. neutral ? [] : HandoverLines.Confirmations(handover),
            .. Ended(handover),
            .. Lines.Buttons(Buttons(handover, personId, trust, deliveryKey)),
        ];
    }

    private static ImmutableArray<CardElement> Undecided(Handover handover, Trust trust) =>
    [
        Lines.Named("Who decides", string.Join(" or ", HandoverPeople.Deciders(handover, trust).Take(3).Select(person => UserText.Shorten(person.Name, 80))), 250),
        .. HandoverPeople.IsExternal(handover, trust)
            ? (ImmutableArray<CardElement>)[Lines.Plain("Everybody in the Trust who could decide is part of it, so it goes to the person whom the Trust has named outside its academies.")]
            : [],
        .. handover.Account.Reference is null ? (ImmutableArray<CardElement>)[Lines.Plain("This account is not in the register yet. The Social Media Manager adds it there first, and nobody can decide before.")] : [],
    ];

    // Whoever opens it while it is somebody else's turn would read seventeen steps to learn that there is nothing to do.
    private static ImmutableArray<CardElement> WaitsFor(Handover handover, string personId, Trust trust) =>
        HandoverPeople.Turn(handover, trust) is { IsEmpty: false } turn && !HandoverPeople.Has(turn, personId)
            ? [Lines.Named("Waits for", string.Join(" or ", turn.Take(3).Select(person => UserText.Shorten(person.Name, 80))), 250)]
            : [];

    private static ImmutableArray<CardElement> Ended(Handover handover) => handover.Status switch
    {
        HandoverStatus.Completed when handover.Wish.To is { } to => [Lines.Plain($"{UserText.Escape(UserText.Shorten(to.Name, 80))} leads the account now.")],
        HandoverStatus.Completed => [Lines.Plain("The account is closed. Its name stays with the Trust.")],
        HandoverStatus.Withdrawn when handover.Steps.Any(step => step.IsSettled) => [Lines.Plain("Some steps were done before. Please check who can get in now.")],
        _ => [],
    };

    private static ImmutableArray<CardAction> Buttons(Handover handover, string personId, Trust trust, string? deliveryKey)
    {
        if (!handover.IsOpen)
            return [];
        var (manager, changes) = (HandoverPeople.IsManager(handover, personId, trust), HandoverRules.MayChange(handover, personId, trust));
        var actions = ImmutableArray.CreateBuilder<CardAction>();
        if (handover is { Status: HandoverStatus.Asked, Account.Reference: null } && manager)
            actions.Add(Form("Choose it in the register", HandoverAct.Name) with { Style = ActionStyle.Positive });
        if (HandoverPeople.IsDecider(handover, personId, trust) && handover.Status is HandoverStatus.Asked)
            actions.Add(Form("Decide", HandoverAct.Decide) with { Style = handover.Account.Reference is null ? null : ActionStyle.Positive });
        if (handover.Next.Any(step => HandoverPeople.MayDo(handover, step, personId, trust) || (manager && step.By is StepBy.Clock)))
            actions.Add(Form("Note a step", HandoverAct.Step) with { Style = ActionStyle.Positive });
        if (handover.ToConfirm.Any(state => HandoverPeople.MayConfirm(handover, state, personId, trust)))
            actions.Add(Form("Confirm as second person", HandoverAct.Confirm));
        if (handover.IsReady && manager)
            actions.Add(new ExecuteAction("Finish the handover", Data(Verbs.HandoverFinish, handover, deliveryKey)) { Style = ActionStyle.Positive });
        if (handover.Steps.Any(step => step is { IsSettled: true, By: not StepBy.Clock }) && handover.Status is HandoverStatus.Underway && HandoverPeople.Has(HandoverPeople.Witnesses(handover, trust), personId))
            actions.Add(Form("A step is not in order", HandoverAct.Return));
        if (changes)
            actions.AddRange(Form("Change it", HandoverAct.Change), Form("Stop it", HandoverAct.Withdraw));
        return actions.ToImmutable();

        ExecuteAction Form(string title, HandoverAct act) => new(title, Data(Verbs.HandoverForm, handover, deliveryKey) with { Step = act.ToString() });
    }
}
