using System.Globalization;
using PolicyBot.Cards.Comments;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>When a reply is due, and how that was worked out: shown as understood, so that a wrong reading is seen.</summary>
internal static class ReplyDueLines
{
    public static ImmutableArray<CardElement> Of(ReplyWanted wanted, Trust trust)
    {
        var due = ReplyDue.For(wanted.Received.At, trust);
        var dayAlone = wanted.Received.Reading is TimeReading.DayAlone && !due.NextWorkingDay;
        // Without a time, only the whole of the next day's passing shows that it is late.
        var overdue = wanted.Now > (dayAlone ? due.By.AddDays(1) : due.By);
        return
        [
            Lines.Heading(overdue ? "This reply is overdue" : $"Reply by {Short(due, dayAlone, trust)}"),
            Lines.Plain($"{Understood(wanted, trust)} {Rule(due, dayAlone, trust)}"),
            .. Notes(wanted.Received, due, trust),
            .. dayAlone && !overdue ? (ImmutableArray<CardElement>)[Lines.Plain("Tell me the time too, and I can say it exactly.")] : [],
            Lines.Plain(overdue
                ? "Please reply now, even if only to say that it has arrived, and tell the Social Media Manager."
                : "A short reply that it has arrived is enough."),
            Lines.Quiet("If I read the time wrongly, ask again with the day and the time, for example: Saturday at 18:00."),
        ];
    }

    private static string Short(ReplyDue due, bool dayAlone, Trust trust) =>
        trust.Local(due.By).ToString(
            due.NextWorkingDay ? "'the end of' dddd d MMMM" : dayAlone ? "dddd d MMMM" : "dddd d MMMM, HH:mm", CultureInfo.InvariantCulture);

    private static string Understood(ReplyWanted wanted, Trust trust)
    {
        var when = wanted.Received.Reading is TimeReading.DayAlone ? When.FullDay(wanted.Received.At, trust) : When.Full(wanted.Received.At, trust);
        return $"I understood that it {(wanted.Received.At > wanted.Now ? "comes" : "came")} in on {when}.";
    }

    private static string Rule(ReplyDue due, bool dayAlone, Trust trust) =>
        due.Because is DueBecause.Weekend ? $"That is a weekend, so the policy gives until the end of the next working day: {When.Full(due.By, trust)}."
        : due.NextWorkingDay ? $"{CommentLines.Rule(due.Because, due.By, trust)} The last moment is {When.Full(due.By, trust)}."
        : dayAlone ? $"The policy gives 24 hours, so the last moment is on {When.FullDay(due.By, trust)}, at the same time of day."
        : $"The policy gives 24 hours: until {When.Full(due.By, trust)}.";

    private static IEnumerable<CardElement> Notes(ReceivedTime received, ReplyDue due, Trust trust)
    {
        var taken = trust.Local(received.At);
        if (received.Reading is TimeReading.GuessedHalf)
            yield return Lines.Plain(string.Create(CultureInfo.InvariantCulture, $"You did not say morning or evening: I took {taken:HH:mm}, not {taken.AddHours(12):HH:mm}."));
        if (received.Reading is TimeReading.StartOfPart)
            yield return Lines.Plain(string.Create(CultureInfo.InvariantCulture, $"You gave no exact time, so I took the earliest: {taken:HH:mm}."));

        var last = DateOnly.FromDateTime(trust.Local(due.By).DateTime);
        if (!due.NextWorkingDay && (last.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || BankHolidays.Has(last)))
            yield return Lines.Plain("That day is no working day. The policy makes an exception only for what comes in at a weekend.");
        if (due.NextWorkingDay && last.Year > BankHolidays.LastYear)
            yield return Lines.Plain($"I know the bank holidays up to {BankHolidays.LastYear} only.");
    }
}
