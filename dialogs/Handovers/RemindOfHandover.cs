using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Handovers;

/// <summary>Time has passed: somebody is reminded, or a wait that a platform imposes is over, and the trail says so.</summary>
internal static class RemindOfHandover
{
    public static Decision Decide(Handover handover, Trust trust, DateTimeOffset now)
    {
        if (HandoverClock.Next(handover, trust, now) is not { } due || due.At > now)
            return Decision.Nothing;
        var passed = HandoverClock.Pass(handover, due, trust, now);
        return new Decision
        {
            Case = new CaseChange(handover.Version, passed.After, passed.Entries),
            Sends = due.Reminder is { } reminder
                ? [.. HandoverSends.Joined(handover, passed.After, trust, now), .. HandoverSends.Reminders(passed.After, reminder, trust)]
                : [.. HandoverSends.Changed(handover, passed.After, "clock", trust, now)],
        };
    }
}
