using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Clocks;

/// <summary>Writes into every change of a case when it is due next: whoever changed it, a person or the clock.</summary>
internal static class CaseClock
{
    public static CaseChange Set(CaseChange change, Trust trust, DateTimeOffset now) =>
        change with { DueAt = Reminding.NextOf(change.After, trust, now) };
}
