using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Accounts;

/// <summary>The short question whether all is well on an account, and what became of it.</summary>
public static class CheckInCards
{
    /// <summary>To one of those who are asked.</summary>
    /// <param name="startedAt">Which check-in it is.</param>
    public static Message Ask(Account account, OpenCheckIn open, DateTimeOffset startedAt, string personId, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Is all well on this account?"),
                new TextBlock($"{account.Reference}: {AccountLines.Title(account)}") { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                Lines.Plain($"{UserText.Escape(AccountLines.Where(account, trust))}. {Why(account, open, personId)}"),
                .. account.Link is { } link ? (ImmutableArray<CardElement>)[Lines.Named("Link", link, Limits.LinkShown)] : [],
                .. Lines.Buttons(
                    Button("All well", Verbs.AccountWell, account, startedAt) with { Style = ActionStyle.Positive },
                    Button("Something came in", Verbs.AccountCame, account, startedAt),
                    Button("I cannot look", Verbs.AccountCannot, account, startedAt)),
            ],
            $"{account.Reference}: is all well on this account?")
        {
            Refresh = new Refresh(new ExecuteAction(null, Data(Verbs.AccountCheckIn, account, startedAt))),
        },
        $"{account.Reference}: is all well on this account?");

    /// <summary>What became of it.</summary>
    /// <param name="told">The sentence for this person.</param>
    public static Message Over(Account account, string told, CheckInAnswer? answer, string personId) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Check-in"),
                new TextBlock($"{account.Reference}: {AccountLines.Title(account)}") { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                Lines.Plain(UserText.Escape(told)),
                .. answer is { Says: CheckInSays.SomethingCame } && answer.By.Id == personId
                    ? (ImmutableArray<CardElement>)[Lines.Plain("A comment, a query or a complaint has to be answered in time. What should happen with it?"), .. Lines.Buttons(Press.LogComment with { Data = new CardData(Verbs.CommentLog) { Ref = account.Reference.ToString() } }, Press.Report)]
                    : [],
            ],
            $"{account.Reference}: check-in."),
        $"{account.Reference}: check-in");

    /// <summary>As "Priya Nair, Monday 23 November 2026 at 09:30: all well."</summary>
    public static string Answered(CheckInAnswer answer, Trust trust) => $"{answer.By.Name}, {When.Full(answer.At, trust)}: {AccountLines.Says(answer.Says)}.";

    private static string Why(Account account, OpenCheckIn open, string personId) => open.Stage switch
    {
        CheckInStage.Lead => "Please take a short look. Has anything come in that needs an answer?",
        _ when open.Asked.IsEmpty || open.Asked[0].Id == personId => "Please take a short look. Has anything come in that needs an answer?",
        CheckInStage.Deputy when account.Lead is { } lead => $"{UserText.Escape(lead.Name)} has not been able to look. Please look instead.",
        _ => $"Nobody has looked yet. {UserText.Escape(string.Join(", ", open.Asked.Where(person => open.With.All(with => with.Id != person.Id)).Select(person => person.Name).Take(5)))} had it before you.",
    };

    private static ExecuteAction Button(string title, string verb, Account account, DateTimeOffset startedAt) => new(title, Data(verb, account, startedAt));

    private static CardData Data(string verb, Account account, DateTimeOffset startedAt) => AccountCards.Data(verb, account) with { Offer = startedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) };
}
