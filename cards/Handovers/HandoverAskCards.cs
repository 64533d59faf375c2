using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;
using PolicyBot.Policy;
using Choice = PolicyBot.Cards.Elements.Choice;

namespace PolicyBot.Cards.Handovers;

/// <summary>What was typed into the form that asks for a handover.</summary>
/// <param name="Account">A reference, <see cref="Fields.NotListed"/>, or nothing.</param>
/// <param name="From">Who hands it over, by Entra object id; empty: its lead.</param>
/// <param name="To">Who takes it over, by Entra object id.</param>
public sealed record HandoverRequest(string DraftId, string Account, string Platform, string Name, string Why, string LastDay, string From, string To, string Way)
{
    public static HandoverRequest New(string draftId, string account = "") => new(draftId, account, "", "", "", "", "", "", "");
}

/// <summary>Asking for the handover of an account: one form, which keeps what was typed until it is sent.</summary>
public static class HandoverAskCards
{
    public const int LongestName = 120;

    private const string Policy = "manager.leavers-accounts";

    /// <summary>Which account, why, until when, and who takes it over.</summary>
    /// <param name="accounts">Those that this person can ask for, the ones that concern them first.</param>
    public static Message Form(HandoverRequest typed, ReportProblems problems, ImmutableArray<Account> accounts, Trust trust, PolicyLibrary library, DateTimeOffset now)
    {
        var listed = accounts.Take(HandoverForms.MostAccounts).Select(HandoverForms.Choice).ToImmutableArray();
        var notListed = listed.IsEmpty || typed.Account == Fields.NotListed;
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading("Hand over an account"),
                    .. Words(library),
                    Lines.Plain("Please never write a password here. Sign-in details go into the vault."),
                    .. listed.IsEmpty ? (ImmutableArray<CardElement>)[] : [Account(typed, listed), .. Unlisted(accounts), .. Lines.Problem(problems.For(Fields.HandedAccount))],
                    .. notListed ? Described(typed, problems) : [],
                    new ChoiceInput(Fields.Why, "Why?", Choices.Of(HandoverChoices.Whys)) { Value = Choices.Known(HandoverChoices.Whys, typed.Why), Placeholder = "Choose one", Style = ChoiceStyle.Compact },
                    .. Lines.Problem(problems.For(Fields.Why)),
                    new DateInput(Fields.LastDay, "Last day of the person handing it over", HandoverForms.Readable(typed.LastDay)),
                    .. Lines.Problem(problems.For(Fields.LastDay)),
                    .. TooLate(typed, accounts, trust, now),
                    HandoverForms.Person("Who hands it over (if it is not its lead)?", typed.From, Fields.HandFrom),
                    .. Lines.Problem(problems.For(Fields.HandFrom)),
                    new ChoiceInput(Fields.Way, "What should happen with it?", Choices.Of(HandoverChoices.Ways))
                    {
                        Value = typed.Way.Length == 0 ? nameof(HandoverWay.Transfer) : Choices.Known(HandoverChoices.Ways, typed.Way), Style = ChoiceStyle.Expanded,
                    },
                    .. Lines.Problem(problems.For(Fields.Way)),
                    HandoverForms.Person("Who takes it over?", typed.To),
                    .. Lines.Problem(problems.For(Fields.HandTo)),
                    .. Lines.Buttons(
                        new ExecuteAction("Ask for it", Data(Verbs.HandoverSend, typed)) { Style = ActionStyle.Positive },
                        new ExecuteAction("Cancel", Data(Verbs.HandoverCancel, typed)) { AssociatedInputs = AssociatedInputs.None }),
                ],
                "Ask for the handover of an account."),
            "Hand over an account");
    }

    public static Message Cancelled() => new(
        null, new AdaptiveCard([Lines.Heading("Nothing was sent"), .. Lines.Buttons(Press.Handover)], "Nothing was sent."), "Nothing was sent");

    private static CardData Data(string verb, HandoverRequest typed) => new(verb) { Draft = typed.DraftId };

    private static ChoiceInput Account(HandoverRequest typed, ImmutableArray<Choice> listed)
    {
        ImmutableArray<Choice> all = [.. listed, new Choice("It is not in this list", Fields.NotListed)];
        return new ChoiceInput(Fields.HandedAccount, "Which account?", all) { Value = all.Any(choice => choice.Value == typed.Account) ? typed.Account : "", Placeholder = "Choose one", Style = ChoiceStyle.Compact };
    }

    private static ImmutableArray<CardElement> Unlisted(ImmutableArray<Account> accounts) =>
        accounts.Length > HandoverForms.MostAccounts ? [Lines.Quiet("There are more. For one that is not listed, type *handover* and its reference, like this: handover ACC-2026-0001.")] : [];

    private static ImmutableArray<CardElement> Described(HandoverRequest typed, ReportProblems problems) =>
    [
        Lines.Plain("It is not in the register, so the Social Media Manager adds it there first. Please say which one it is."),
        new ChoiceInput(Fields.Platform, "On which platform?", Choices.Of(AccountChoices.Platforms)) { Value = Choices.Known(AccountChoices.Platforms, typed.Platform), Placeholder = "Choose one", Style = ChoiceStyle.Compact },
        .. Lines.Problem(problems.For(Fields.Platform)),
        new TextInput(Fields.Account, "Its name, as people see it") { Value = UserText.Kept(typed.Name, LongestName), MaxLength = LongestName },
        .. Lines.Problem(problems.For(Fields.Account)),
    ];

    // Said while it can still be changed: the day that somebody types may be one on which it is too late.
    private static ImmutableArray<CardElement> TooLate(HandoverRequest typed, ImmutableArray<Account> accounts, Trust trust, DateTimeOffset now) =>
        accounts.FirstOrDefault(account => account.Reference.ToString() == typed.Account) is { } account && DateOnly.TryParse(HandoverForms.Readable(typed.LastDay), System.Globalization.CultureInfo.InvariantCulture, out var day)
        && Enum.TryParse<HandoverWay>(typed.Way, out var way) && Enum.IsDefined(way)
            ? HandoverLines.TooLate(HandoverAccount.Of(account), new HandoverWish(HandoverWhy.Leaving, way, day, null, null), [], trust, now)
            : [];

    private static ImmutableArray<CardElement> Words(PolicyLibrary library) =>
        library.Documents.Select(document => document.Clause(Policy) is { } clause ? new Citation(document, clause) : null).FirstOrDefault(found => found is not null) is { } citation
            ? [Lines.Plain("The policy makes it the Social Media Manager's task to:"), Quote.Of(citation)]
            : [];
}
