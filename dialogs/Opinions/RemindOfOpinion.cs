using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>Nobody did anything, and time has passed: a reader is reminded, the next in the rota has it, or it expires, and the trail says so.</summary>
internal static class RemindOfOpinion
{
    public static Decision Decide(SecondOpinion opinion, Trust trust, PolicyLibrary library, DateTimeOffset now)
    {
        if (OpinionClock.Next(opinion, trust, now) is not { } due || due.At > now)
            return Decision.Nothing;

        var passed = OpinionClock.Pass(opinion, due.Step, trust, now);
        var after = passed.After;
        return new Decision
        {
            Case = new CaseChange(opinion.Version, after, passed.Entries),
            Sends = due.Step switch
            {
                OpinionStep.Remind => [.. OpinionSends.Notes(after, after.Silent(), reminder: true, trust)],
                OpinionStep.Next => [
                    .. OpinionSends.Changed(after, trust, library),
                    .. OpinionSends.ToReaders(after, after.Readers.Where(reader => !opinion.HasSeen(reader.Id)), trust, library),
                    .. OpinionSends.ToAuthor(after, trust, library)],
                _ => [.. OpinionSends.Changed(after, trust, library), .. OpinionSends.ToAuthor(after, trust, library)],
            },
        };
    }
}
