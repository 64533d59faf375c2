using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Handovers;

/// <summary>What somebody is reminded of, once each for one last day.</summary>
public enum HandoverReminder
{
    /// <summary>Nobody has decided.</summary>
    Undecided,

    /// <summary>The last day is near.</summary>
    Before,
    OnTheDay,

    /// <summary>The last day has passed: the headteacher hears of it too.</summary>
    After,

    /// <summary>A platform makes people wait, and the wait has to begin in the next days to be over in time.</summary>
    WaitMustBegin,

    /// <summary>Urgent, decided two hours ago, and whoever hands it over can still get in.</summary>
    AccessOpen,
}

/// <summary>What time brings next: a reminder, or the end of a wait that a platform imposes.</summary>
/// <param name="Reminder">Null where a wait is over.</param>
public sealed record HandoverDue(HandoverReminder? Reminder, DateTimeOffset At);

/// <summary>When somebody has to hear of a handover. Only what is recorded stops the clock.</summary>
public static class HandoverClock
{
    /// <summary>How long before the last day those are reminded who still have something to do.</summary>
    public const int DaysBefore = 3;

    private const int DaysToStart = 2;
    private const int UrgentHours = 2;
    private static readonly PersonRef Clock = new("clock", "PolicyBot");

    /// <summary>What comes next, no earlier than now; null when nothing does.</summary>
    public static HandoverDue? Next(Handover handover, Trust trust, DateTimeOffset now)
    {
        if (!handover.IsOpen)
            return null;
        var dues = Reminders(handover, trust).Where(due => !handover.Reminded.Contains(due.Reminder!.Value));
        if (handover.WaitOver() is { } over)
            dues = dues.Append(new HandoverDue(null, over));
        return dues.OrderBy(due => due.At).FirstOrDefault() is { } next ? next with { At = next.At > now ? next.At : now } : null;
    }

    /// <summary>Time has passed: what that leaves in the record and its trail.</summary>
    public static Ruling<Handover>.Allowed Pass(Handover handover, HandoverDue due, Trust trust, DateTimeOffset now) => due.Reminder is { } reminder
        ? HandoverTrail.Record(
            handover with { Reminded = handover.Reminded.Add(reminder) }, trust, now, Clock, "handover.reminded", HandoverJson.Write(new HandoverRemindedOf(reminder)))
        : StepRules.WaitOver(handover, trust, now);

    /// <summary>How many days are missing for the waits that are still to come; 0 when the last day leaves enough.</summary>
    public static int DaysShort(string platform, HandoverWish wish, ImmutableArray<HandoverStep> steps, Trust trust, DateTimeOffset now)
    {
        var waits = steps.IsEmpty ? Checklist.Waits(platform, wish.Way, wish.Why is HandoverWhy.Urgent) : steps.Where(step => !step.IsSettled).Sum(step => step.WaitDays);
        var left = wish.LastDay.DayNumber - Day(trust, now).DayNumber;
        return waits == 0 ? 0 : Math.Max(0, waits + 1 - left);
    }

    /// <summary>The last day on which a platform's wait can begin to be over in time; null where none is still to begin.</summary>
    public static DateOnly? LastStart(Handover handover) => WaitsToBegin(handover) is > 0 and var waits ? handover.Wish.LastDay.AddDays(-waits - 1) : null;

    /// <summary>How many days of waiting have not begun.</summary>
    public static int WaitsToBegin(Handover handover) => handover.Steps.IsEmpty
        ? Checklist.Waits(handover.Account.Platform, handover.Wish.Way, handover.IsUrgent)
        : handover.Steps.Where(step => !step.IsSettled && !handover.Next.Contains(step)).Sum(step => step.WaitDays);

    // Three days before the last day it would be too late for a wait of seven; where it was too late from the beginning, the card says so.
    private static HandoverDue? Wait(Handover handover, Trust trust)
    {
        if (LastStart(handover) is not { } last)
            return null;
        var (early, next, latest) = (Morning(last.AddDays(-DaysToStart), trust), Morning(Day(trust, handover.WaitingSince).AddDays(1), trust), Morning(last, trust));
        var at = early > handover.WaitingSince ? early : next;
        return at > latest ? null : new HandoverDue(HandoverReminder.WaitMustBegin, trust.Chasing.Quiet.After(at, trust) is var working && working <= latest ? working : at);
    }

    private static IEnumerable<HandoverDue> Reminders(Handover handover, Trust trust)
    {
        if (Wait(handover, trust) is { } wait)
            yield return wait;
        // Nights and weekends do not count where access must be gone today.
        if (handover is { IsUrgent: true, Status: HandoverStatus.Underway, Decision: { } decision } && !StepRules.AccessIsGone(handover))
            yield return new HandoverDue(HandoverReminder.AccessOpen, decision.At.AddHours(UrgentHours));
        var since = handover.WaitingSince;
        if (handover.Status is HandoverStatus.Asked)
            yield return new HandoverDue(
                HandoverReminder.Undecided, handover.IsUrgent ? since.AddHours(1) : trust.Chasing.Quiet.After(WorkingTime.AfterOneDay(since, trust, trust.FindAcademy(handover.Academy)), trust));
        var (before, on, after) = (Morning(handover.Wish.LastDay.AddDays(-DaysBefore), trust), Morning(handover.Wish.LastDay, trust), Morning(handover.Wish.LastDay.AddDays(1), trust));
        // Whoever asks late has the day in front of them as they ask.
        if (before > since)
            yield return new HandoverDue(HandoverReminder.Before, trust.Chasing.Quiet.After(before, trust) is var working && working < on ? working : before);
        if (on > since)
            yield return new HandoverDue(HandoverReminder.OnTheDay, on);
        yield return new HandoverDue(HandoverReminder.After, after > since ? after : Morning(Day(trust, since).AddDays(1), trust));
    }

    private static DateTimeOffset Morning(DateOnly day, Trust trust) => trust.Moment(day.ToDateTime(WorkingTime.Opening));

    private static DateOnly Day(Trust trust, DateTimeOffset now) => DateOnly.FromDateTime(trust.Local(now).DateTime);
}
