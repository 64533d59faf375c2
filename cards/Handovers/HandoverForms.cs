using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Handovers;

/// <summary>What somebody can do with a handover that needs a form.</summary>
public enum HandoverAct
{
    Decide,
    Name,
    Step,
    Confirm,
    Return,
    Change,
    Withdraw,
}

/// <summary>What stands in a form, as it was typed.</summary>
/// <param name="Chosen">A step, an account, or end states with commas between.</param>
/// <param name="To">An Entra object id.</param>
/// <param name="LastDay">As <c>2026-12-18</c>.</param>
public sealed record HandoverTyped(string Says, string Chosen, string To, string LastDay, string Way, string Note)
{
    public static readonly HandoverTyped Nothing = new("", "", "", "", "", "");
}

/// <summary>What a form is drawn from.</summary>
/// <param name="Notice">What keeps it from being done; null when nothing does.</param>
/// <param name="Accounts">The accounts in use, where one is to be chosen.</param>
public sealed record HandoverFormView(
    HandoverAct Act, Handover Handover, string PersonId, HandoverTyped Typed, ReportProblems Problems, string? Notice, ImmutableArray<Account> Accounts, Trust Trust, string? DeliveryKey)
{
    internal ImmutableArray<CardElement> Problem(string field) => Lines.Problem(Problems.For(field));
}

/// <summary>The forms of a handover. Only whoever opened one sees it, in place of the card. None has a refresh, which would wipe what is being typed.</summary>
public static class HandoverForms
{
    /// <summary>As many as a card can list.</summary>
    public const int MostAccounts = 40;

    private const string NoSecrets = "A few words. Never a password, a code or a link to sign in with.";

    public static Message Form(HandoverFormView view)
    {
        var heading = $"{view.Handover.Reference}: {Heading(view.Act)}";
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading(heading),
                    .. Lines.Problem(view.Notice),
                    .. Fields(view),
                    .. Lines.Buttons([.. Presses(view), Back(view)]),
                ],
                $"{heading}."),
            heading);
    }

    /// <summary>Somebody was faster, so that nothing can be done here: what was typed stands there still.</summary>
    public static Message TooLate(HandoverFormView view, string sentence)
    {
        var heading = $"{view.Handover.Reference}: {Heading(view.Act)}";
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading(heading),
                    .. Lines.Problem(sentence),
                    .. view.Typed.Note.Length == 0
                        ? (ImmutableArray<CardElement>)[]
                        :
                        [
                            Lines.Plain("What you wrote is still here, so that you can copy it. Nobody else has it."),
                            new TextInput(Cards.Fields.Note, "What you wrote") { Value = UserText.Kept(view.Typed.Note, EvidenceNote.Longest), IsMultiline = true },
                        ],
                    .. Lines.Buttons(Back(view)),
                ],
                $"{heading}."),
            heading);
    }

    /// <summary>The open steps that this person can settle here: their own, and for the manager every one, to say that it does not apply.</summary>
    public static ImmutableArray<HandoverStep> StepsFor(Handover handover, string personId, Trust trust)
    {
        var manager = HandoverPeople.IsManager(handover, personId, trust);
        return [.. handover.Next.Where(step => manager || HandoverPeople.MayDo(handover, step, personId, trust))];
    }

    private static ImmutableArray<CardElement> Fields(HandoverFormView view) => view.Act switch
    {
        HandoverAct.Decide => Decide(view),
        HandoverAct.Name => Name(view),
        HandoverAct.Step => Step(view),
        HandoverAct.Confirm => Confirm(view),
        HandoverAct.Return => Return(view),
        HandoverAct.Change => Change(view),
        _ =>
        [
            Lines.Plain("Everybody who knows of it is told that it was stopped. What was done stays done."),
            .. Note(view, "Why?"),
        ],
    };

    private static ImmutableArray<CardElement> Decide(HandoverFormView view) =>
    [
        .. HandoverLines.Wish(view.Handover, neutral: false),
        new ChoiceInput(Cards.Fields.Says, "What do you decide?", Choices.Of(HandoverChoices.Decisions))
        {
            Value = Choices.Known(HandoverChoices.Decisions, view.Typed.Says), Style = ChoiceStyle.Expanded,
        },
        .. view.Problem(Cards.Fields.Says),
        Person("Somebody else who should take it over (only if you chose that)", view.Typed.To),
        .. view.Problem(Cards.Fields.HandTo),
        .. Note(view, "Why?"),
        Lines.Quiet(view.Handover.Wish.Leaver is { } leaver && HandoverPeople.Has(view.Handover.Askers, leaver.Id)
            ? "Everybody who is part of it can read this, including the person handing it over, who asked for it."
            : "Everybody who is part of it can read this, except the person handing it over."),
    ];

    private static ImmutableArray<CardElement> Name(HandoverFormView view) => view.Accounts.IsEmpty
        ? [Lines.Plain("The register is empty. Please add the account there first, and then come back.")]
        :
        [
            Lines.Plain($"It was described as: {UserText.Escape(HandoverLines.Account(view.Handover.Account))}. If the register does not have it, please add it there first."),
            new ChoiceInput(Cards.Fields.HandedAccount, "Which account is it?", [.. view.Accounts.Take(MostAccounts).Select(Choice)])
            {
                Value = view.Accounts.Take(MostAccounts).Any(account => account.Reference.ToString() == view.Typed.Chosen) ? view.Typed.Chosen : "", Placeholder = "Choose one", Style = ChoiceStyle.Compact,
            },
            .. view.Problem(Cards.Fields.HandedAccount),
        ];

    private static ImmutableArray<CardElement> Step(HandoverFormView view)
    {
        var steps = StepsFor(view.Handover, view.PersonId, view.Trust);
        if (steps.IsEmpty)
            return [Lines.Plain("There is nothing for you to do at the moment.")];
        var platform = view.Handover.Account.Platform;
        return
        [
            .. steps.Select(step => Lines.Plain($"**{step.Title}.** {Checklist.HowTo(platform, step.Id)}")),
            .. steps.Any(step => step.SignIn) ? SignIn(view.Handover) : [],
            Lines.Quiet($"Where it is explained: {Checklist.Help(platform)}."),
            new ChoiceInput(Cards.Fields.Chosen, "Which step?", [.. steps.Select(step => new Choice(step.Title, step.Id))])
            {
                Value = steps.Any(step => step.Id == view.Typed.Chosen) ? view.Typed.Chosen : steps[0].Id, Style = ChoiceStyle.Compact,
            },
            .. view.Problem(Cards.Fields.Chosen),
            .. Note(view, "How do you know that it is done, or why does it not apply?"),
        ];
    }

    // Whatever is secret has pages of its own. This card only says where.
    private static ImmutableArray<CardElement> SignIn(Handover handover) =>
    [
        Lines.Plain(handover.Account.KeptIn is { Length: > 0 } entry
            ? $"The sign-in details are in the vault, under the name **{UserText.Escape(UserText.Shorten(entry, 80))}**. I never take or show them in a chat."
            : "The register does not say where the sign-in details are kept. Please ask the Social Media Manager. I never take or show them in a chat."),
        .. handover.Account.Reference is { } account
            ? Lines.Buttons(new ExecuteAction("Sign-in details", new CardData(Verbs.ReleaseOpen) { Case = account.ToString(), Handover = handover.Reference.ToString() }) { AssociatedInputs = AssociatedInputs.None })
            : [],
    ];

    private static ImmutableArray<CardElement> Confirm(HandoverFormView view)
    {
        var states = Confirmable(view);
        if (states.IsEmpty)
            return [Lines.Plain("There is nothing for you to confirm at the moment.")];
        ImmutableArray<(string Value, string Title)> choices = [.. HandoverChoices.EndStates.Where(each => states.Any(state => state.ToString() == each.Value))];
        return
        [
            Lines.Plain("Please look for yourself on the platform. Nobody checks it again after you."),
            .. states.SelectMany(state => HandoverLines.Done(view.Handover, state)),
            new ChoiceInput(Cards.Fields.States, "What have you seen yourself?", Choices.Of(choices))
            {
                Value = Choices.Known(choices, view.Typed.Chosen.Split(',')), IsMultiSelect = true, Style = ChoiceStyle.Expanded,
            },
            .. view.Problem(Cards.Fields.States),
            .. Note(view, "What did you look at?"),
        ];
    }

    private static ImmutableArray<CardElement> Return(HandoverFormView view)
    {
        ImmutableArray<HandoverStep> steps = [.. view.Handover.Steps.Where(step => step is { IsSettled: true, By: not StepBy.Clock })];
        return steps.IsEmpty
            ? [Lines.Plain("No step is done yet.")]
            :
            [
                Lines.Plain("The step is open again, and whoever has it is told."),
                new ChoiceInput(Cards.Fields.Chosen, "Which step?", [.. steps.Select(step => new Choice(step.Title, step.Id))])
                {
                    Value = steps.Any(step => step.Id == view.Typed.Chosen) ? view.Typed.Chosen : "", Placeholder = "Choose one", Style = ChoiceStyle.Compact,
                },
                .. view.Problem(Cards.Fields.Chosen),
                .. Note(view, "What is not in order?"),
            ];
    }

    private static ImmutableArray<CardElement> Change(HandoverFormView view) =>
    [
        Lines.Plain("It then waits for a decision again, by somebody who did not ask for it. If somebody else takes it over, the checklist starts again."),
        Lines.Named("Last day now", HandoverLines.Day(view.Handover.Wish.LastDay), 60),
        Lines.Named("Who takes it over now", view.Handover.Wish.To?.Name ?? "nobody: it is to be closed", 80),
        new DateInput(Cards.Fields.LastDay, "The last day", view.Typed.LastDay.Length == 0 ? view.Handover.Wish.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Readable(view.Typed.LastDay)),
        .. view.Problem(Cards.Fields.LastDay),
        new ChoiceInput(Cards.Fields.Way, "What should happen with it?", Choices.Of(HandoverChoices.Ways))
        {
            Value = view.Typed.Way.Length == 0 ? view.Handover.Wish.Way.ToString() : Choices.Known(HandoverChoices.Ways, view.Typed.Way), Style = ChoiceStyle.Expanded,
        },
        .. view.Problem(Cards.Fields.Way),
        Person("Somebody else who takes it over (if that changes)", view.Typed.To),
        .. view.Problem(Cards.Fields.HandTo),
    ];

    private static ImmutableArray<CardAction> Presses(HandoverFormView view)
    {
        var (handover, trust) = (view.Handover, view.Trust);
        return view.Act switch
        {
            HandoverAct.Decide => [Do("Decide", Verbs.HandoverDecide)],
            HandoverAct.Name => view.Accounts.IsEmpty ? [] : [Do("It is this one", Verbs.HandoverName)],
            HandoverAct.Step when StepsFor(handover, view.PersonId, trust) is { IsEmpty: false } steps =>
            [
                .. steps.Any(step => HandoverPeople.MayDo(handover, step, view.PersonId, trust)) ? (ImmutableArray<CardAction>)[Do("It is done", Verbs.HandoverStep)] : [],
                .. HandoverPeople.IsManager(handover, view.PersonId, trust) ? (ImmutableArray<CardAction>)[Do("It does not apply", Verbs.HandoverSkip) with { Style = null }] : [],
            ],
            HandoverAct.Confirm => Confirmable(view).IsEmpty ? [] : [Do("I have seen it", Verbs.HandoverConfirm)],
            HandoverAct.Return => handover.Steps.Any(step => step is { IsSettled: true, By: not StepBy.Clock }) ? [Do("Open it again", Verbs.HandoverReturn)] : [],
            HandoverAct.Change => [Do("Ask for the change", Verbs.HandoverChange)],
            HandoverAct.Withdraw => [Do("Stop it", Verbs.HandoverWithdraw)],
            _ => [],
        };

        ExecuteAction Do(string title, string verb) => new(title, HandoverCards.Data(verb, handover, view.DeliveryKey) with { Seen = handover.Version }) { Style = ActionStyle.Positive };
    }

    internal static Choice Choice(Account account) =>
        new(UserText.Plain($"{UserText.Shorten(account.Name, 40)}, {AccountChoices.TitleOf(AccountChoices.Platforms, account.Platform)} ({account.Reference})"), account.Reference.ToString());

    internal static ChoiceInput Person(string label, string id, string field = Cards.Fields.HandTo) => new(field, label, [])
    {
        Value = id.Length == 0 ? null : UserText.Kept(id, 100),
        Placeholder = "Type a name",
        ChoicesData = ChoiceQuery.People,
    };

    internal static string? Readable(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? day : null;

    private static ImmutableArray<EndState> Confirmable(HandoverFormView view) =>
        [.. view.Handover.ToConfirm.Where(state => HandoverPeople.MayConfirm(view.Handover, state, view.PersonId, view.Trust))];

    private static ImmutableArray<CardElement> Note(HandoverFormView view, string label) =>
    [
        new TextInput(Cards.Fields.Note, label) { Value = UserText.Kept(view.Typed.Note, EvidenceNote.Longest), IsMultiline = true, MaxLength = EvidenceNote.Longest, Placeholder = NoSecrets },
        .. view.Problem(Cards.Fields.Note),
    ];

    private static ExecuteAction Back(HandoverFormView view) =>
        new("Back", HandoverCards.Data(Verbs.HandoverCard, view.Handover, view.DeliveryKey)) { AssociatedInputs = AssociatedInputs.None };

    private static string Heading(HandoverAct act) => act switch
    {
        HandoverAct.Decide => "your decision",
        HandoverAct.Name => "choose the account",
        HandoverAct.Step => "note a step",
        HandoverAct.Confirm => "confirm as second person",
        HandoverAct.Return => "a step is not in order",
        HandoverAct.Change => "change it",
        _ => "stop it",
    };
}
