using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Handovers;

/// <summary>The lines of a handover that stand on several cards.</summary>
internal static class HandoverLines
{
    private const int LongestName = 80;
    private const int LongestNote = 200;
    private const string AllSteps = "allSteps";

    public static string Account(HandedAccount account) => $"{UserText.Shorten(account.Name, LongestName)}, {AccountChoices.TitleOf(AccountChoices.Platforms, account.Platform)}";

    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>What was asked for. Whoever hands it over reads neither why nor by whom it was asked.</summary>
    public static ImmutableArray<CardElement> Wish(Handover handover, bool neutral) =>
    [
        Lines.Named("Account", Account(handover.Account), 150),
        Lines.Named("Who hands it over", handover.Wish.Leaver?.Name ?? "nobody has it", LongestName),
        handover.Wish.To is { } to ? Lines.Named("Who takes it over", to.Name, LongestName) : Lines.Named("What happens with it", "it is closed, and its name is kept", 60),
        Lines.Named("Last day", Day(handover.Wish.LastDay), 60),
        .. neutral ? (ImmutableArray<CardElement>)[] :
        [
            Lines.Named("Why", HandoverChoices.TitleOf(HandoverChoices.Whys, handover.Wish.Why.ToString()), 60),
            Lines.Named("Asked by", string.Join(", ", handover.Askers.Take(3).Select(asker => UserText.Shorten(asker.Name, LongestName))), 250),
        ],
    ];

    /// <summary>That a platform's wait does not fit before the last day; nothing where it does.</summary>
    public static ImmutableArray<CardElement> TooLate(HandedAccount account, HandoverWish wish, ImmutableArray<HandoverStep> steps, Trust trust, DateTimeOffset now) =>
        HandoverClock.DaysShort(account.Platform, wish, steps, trust, now) is > 0 and var days
            ? [Lines.Urgent(Lines.Plain(
                $"**The last day comes {(days == 1 ? "1 day" : $"{days} days")} too soon.** {AccountChoices.TitleOf(AccountChoices.Platforms, account.Platform)} makes somebody new wait seven days before they have full control. "
                + "Start today, and make sure that nobody loses access before then. Ten days are enough."))]
            : [];

    public static ImmutableArray<CardElement> Decision(Handover handover, bool neutral, Trust trust) => handover.Decision is not { } decision
        ? []
        :
        [
            Lines.Plain($"**{Said(decision.Says)}** by {UserText.Escape(UserText.Shorten(decision.By.Name, LongestName))} on {When.Full(decision.At, trust)}.") with { Spacing = Spacing.Medium },
            .. neutral ? (ImmutableArray<CardElement>)[] : [Lines.Quiet($"Reason: {UserText.Escape(UserText.Shorten(decision.Because, LongestNote))}")],
        ];

    /// <summary>
    /// The checklist: what is next and whose it is. All of it, a line a step, is folded away: seventeen lines are two screens of a phone, and most of them are done or not due.
    /// </summary>
    public static ImmutableArray<CardElement> Steps(Handover handover, Trust trust)
    {
        if (handover.Steps.IsEmpty)
            return [];
        var next = handover.Next;
        var later = handover.Status is HandoverStatus.Underway ? handover.Steps.Count(step => !step.IsSettled) - next.Length : 0;
        return
        [
            Lines.Subheading($"The steps: {handover.Steps.Count(step => step.IsSettled)} of {handover.Steps.Length} done"),
            .. next.Select(step => Lines.Plain(Line(step)) with { Spacing = Spacing.Small }),
            .. later > 0 ? (ImmutableArray<CardElement>)[Lines.Quiet(later == 1 ? "One more step comes after that." : $"{later} more come after that.")] : [],
            .. Lines.Buttons(new ToggleAction("Show or hide all steps", [AllSteps])),
            new Container([.. handover.Steps.Select(step => Lines.Plain(Line(step)) with { Spacing = Spacing.Small })]) { Id = AllSteps, IsVisible = false },
        ];

        string Line(HandoverStep step) => step switch
        {
            { Result: { Applies: true } result } => $"✓ {step.Title} ({UserText.Escape(UserText.Shorten(result.By.Name, LongestName))})",
            { Result: { } result } => $"– {step.Title} (does not apply: {UserText.Escape(UserText.Shorten(result.By.Name, LongestName))})",
            _ when !next.Contains(step) => $"○ {step.Title}",
            { By: StepBy.Clock } => $"**→ {step.Title}:** not before {When.Full(handover.WaitOver()!.Value, trust)}",
            _ => $"**→ {step.Title}** ({Whose(handover, step, trust)})",
        };
    }

    /// <summary>What a second person has confirmed, and what not yet; nothing before the first of it can be looked at.</summary>
    public static ImmutableArray<CardElement> Confirmations(Handover handover) => handover.ToConfirm.IsEmpty && handover.Confirmations.IsEmpty
        ? []
        :
        [
            Lines.Subheading($"Confirmed by a second person: {handover.Confirmations.Length} of {HandoverChoices.EndStates.Length}"),
            .. HandoverChoices.EndStates.Select(each => Lines.Plain(
                handover.Confirmations.FirstOrDefault(confirmed => confirmed.State.ToString() == each.Value) is { } confirmed
                    ? $"✓ {each.Title} ({UserText.Escape(UserText.Shorten(confirmed.By.Name, LongestName))})"
                    : $"○ {each.Title}") with { Spacing = Spacing.Small }),
        ];

    /// <summary>What was done for one end state, with the notes: what a second person looks at.</summary>
    public static ImmutableArray<CardElement> Done(Handover handover, EndState state) =>
    [
        .. handover.Steps.Where(step => step.Confirms == state && step.Result is not null).Select(step => Lines.Plain(
            $"**{step.Title}:** {(step.Result!.Applies ? "" : "does not apply. ")}{UserText.Escape(UserText.Shorten(step.Result.Note, LongestNote))} ({UserText.Escape(UserText.Shorten(step.Result.By.Name, LongestName))})")),
    ];

    private static string Whose(Handover handover, HandoverStep step, Trust trust) =>
        string.Join(" or ", HandoverPeople.Doers(handover, step, trust).Take(2).Select(person => UserText.Escape(UserText.Shorten(person.Name, LongestName))));

    private static string Said(DecisionSays says) => says switch
    {
        DecisionSays.Approve => "Approved",
        DecisionSays.ApproveWithOther => "Approved, with somebody else to take it over",
        DecisionSays.CloseInstead => "Approved, to be closed",
        _ => "Refused",
    };
}
