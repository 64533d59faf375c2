using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Comments;

/// <summary>What every card about a comment says alike: when it came in and by when it must be answered, by which reading of the policy, and what it is.</summary>
internal static class CommentLines
{
    /// <summary>The moment as it was understood, and what had to be guessed of it.</summary>
    public static ImmutableArray<CardElement> Understood(ReceivedTime received, Trust trust) =>
    [
        Lines.Plain($"I understood that it came in on **{CameIn(received, trust)}**."),
        .. Guessed(received, trust) is { } guessed ? (ImmutableArray<CardElement>)[Lines.Plain(guessed)] : [],
    ];

    public static string CameIn(ReceivedTime received, Trust trust) =>
        received.Reading is TimeReading.DayAlone ? When.FullDay(received.At, trust) : When.Full(received.At, trust);

    /// <summary>The rule that was used, in words, and the reading that the Trust has chosen where it is not the policy's own.</summary>
    public static string Rule(DueBecause because, DateTimeOffset by, Trust trust) => because switch
    {
        DueBecause.Weekend => "It came in at a weekend, so the policy gives until the end of the next working day.",
        DueBecause.BankHoliday => "It came in on a bank holiday. The Trust treats that like a weekend: until the end of the next working day.",
        DueBecause.Closure => "It came in while the academy was closed. The Trust treats that like a weekend: until the end of the next working day.",
        DueBecause.Rolled => "The 24 hours would end on a day off, so the Trust gives until the end of the next working day.",
        _ when IsFree(by, trust) => "The policy gives 24 hours, even where they end on a day off. Only what comes in at a weekend gets longer.",
        _ => "The policy gives 24 hours.",
    };

    /// <summary>The account, as people say it.</summary>
    public static string Account(CommentedAccount account)
    {
        var platform = ReportChoices.TitleOf(ReportChoices.Platforms, account.Platform);
        return account.Name is { } name ? $"{UserText.Shorten(platform, 50)}: {UserText.Shorten(name, Limits.Account)}" : UserText.Shorten(platform, 50);
    }

    public static ImmutableArray<CardElement> What(LoggedComment what) =>
    [
        Lines.Named("Account", Account(what.Account), Limits.Account + 60),
        Lines.Named("It is", Kind(what.Kind), 30),
        Lines.Subheading("What it says"),
        new Container([Lines.Plain(UserText.Escape(UserText.Shorten(what.Text, Limits.Comment)))]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Small },
        .. what.Link is { } link ? (ImmutableArray<CardElement>)[Lines.Named("Link", link, Limits.LinkShown)] : [],
    ];

    public static string Kind(CommentKind kind) => kind switch
    {
        CommentKind.Query => "a query",
        CommentKind.Complaint => "a complaint",
        _ => "a comment",
    };

    private static string? Guessed(ReceivedTime received, Trust trust)
    {
        var at = trust.Local(received.At);
        return received.Reading switch
        {
            TimeReading.GuessedHalf => string.Create(CultureInfo.InvariantCulture, $"Morning or evening was not said: I took {at:HH:mm}, not {at.AddHours(12):HH:mm}."),
            TimeReading.StartOfPart => string.Create(CultureInfo.InvariantCulture, $"There was no exact time, so I took the earliest: {at:HH:mm}."),
            TimeReading.DayAlone => "There was no time, so I count from the beginning of that day: whoever answers by then is not late.",
            _ => null,
        };
    }

    private static bool IsFree(DateTimeOffset moment, Trust trust) =>
        DateOnly.FromDateTime(trust.Local(moment).DateTime) is var day && (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || BankHolidays.Has(day));
}
