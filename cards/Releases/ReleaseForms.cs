using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;
using Choice = PolicyBot.Cards.Elements.Choice;

namespace PolicyBot.Cards.Releases;

/// <summary>What somebody has typed into the form so far.</summary>
/// <param name="Draft">Names the form, so that it is sent once.</param>
public sealed record ReleaseTyped(string Draft, string Account, string Recipient, string Why, string FirstDay, string LastDay, string Handover);

/// <summary>The forms of a release: to ask for one, and to say why not.</summary>
public static class ReleaseForms
{
    // A card holds only so many choices, and a longer list finds nobody.
    private const int MostAccounts = 100;
    private const int LongestDay = 10;

    public static Message Ask(ReleaseTyped typed, ImmutableArray<Account> accounts, ReportProblems problems, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("See sign-in details"),
                Lines.Plain("They are never sent in a chat. Two people approve it, and then one person can open them once, on a page of mine. Whoever saw them then changes the password."),
                .. accounts.IsEmpty
                    ? (ImmutableArray<CardElement>)[Lines.Plain("The register holds no accounts yet. Please talk to the Social Media Manager.")]
                    :
                    [
                        new ChoiceInput(Fields.Chosen, "Which account?", [.. accounts.Take(MostAccounts).Select(account => Named(account, trust))])
                        {
                            Value = typed.Account.Length > 0 ? UserText.Kept(typed.Account, 30) : null,
                            Placeholder = "Choose one",
                            Style = ChoiceStyle.Compact,
                        },
                        .. Lines.Problem(problems.For(Fields.Chosen)),
                        new ChoiceInput(Fields.HandTo, "Who needs to see them? Leave it empty if it is you.", People(typed.Recipient, trust))
                        {
                            Value = typed.Recipient.Length > 0 ? UserText.Kept(typed.Recipient, 100) : null, Placeholder = "Type a name", Style = ChoiceStyle.Compact, ChoicesData = ChoiceQuery.People,
                        },
                        .. Lines.Problem(problems.For(Fields.HandTo)),
                        new TextInput(Fields.Reason, "Why?")
                        {
                            Value = typed.Why.Length > 0 ? UserText.Kept(typed.Why, Limits.Because) : null, IsMultiline = true, MaxLength = Limits.Because, Placeholder = "No password here, please",
                        },
                        .. Lines.Problem(problems.For(Fields.Reason)),
                        new DateInput(Fields.FirstDay, "From which day?", UserText.Kept(typed.FirstDay, LongestDay)),
                        .. Lines.Problem(problems.For(Fields.FirstDay)),
                        new DateInput(Fields.LastDay, "Until the end of which day?", UserText.Kept(typed.LastDay, LongestDay)),
                        .. Lines.Problem(problems.For(Fields.LastDay)),
                        .. Lines.Buttons(new ExecuteAction("Ask for it", new CardData(Verbs.ReleaseAsk) { Draft = typed.Draft, Handover = typed.Handover.Length > 0 ? typed.Handover : null }) { Style = ActionStyle.Positive }),
                    ],
            ],
            "Ask to see the sign-in details of an account."),
        "See sign-in details");

    public static Message Refuse(Release release, string typed, string? problem, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{release.Reference}: refuse it"),
                Lines.Named("Account", release.AccountName, 150),
                Lines.Named("To be seen by", release.Recipient.Name, 100),
                new TextInput(Fields.Reason, "Why not?") { Value = typed.Length > 0 ? UserText.Kept(typed, Limits.Because) : null, IsMultiline = true, MaxLength = Limits.Because },
                .. Lines.Problem(problem),
                .. Lines.Buttons(
                    new ExecuteAction("Refuse it", ReleaseCards.Data(Verbs.ReleaseRefuse, release, deliveryKey)),
                    new ExecuteAction("Back", ReleaseCards.Data(Verbs.ReleaseView, release, deliveryKey)) { AssociatedInputs = AssociatedInputs.None }),
            ],
            $"{release.Reference}: why not?"),
        $"{release.Reference}: refuse it");

    private static Choice Named(Account account, Trust trust) =>
        new(UserText.Shorten($"{UserText.Plain(account.Name)}, {UserText.Plain(account.Platform)}{(trust.FindAcademy(account.Academy) is { } academy ? $", {academy.Name}" : "")}", 100), account.Reference.ToString());

    // The choices that a client without a people search shows: whoever was picked, so that their name stands there.
    private static ImmutableArray<Choice> People(string picked, Trust trust) => trust.FindPerson(picked) is { } person ? [new Choice(UserText.Plain(person.Name), person.Id)] : [];
}
