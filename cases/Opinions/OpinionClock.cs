using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Opinions;

public enum OpinionStep
{
    /// <summary>Those with whom it lies are reminded.</summary>
    Remind,

    /// <summary>They have said nothing: the next in the rota has it.</summary>
    Next,
    Expire,
}

/// <summary>What time brings next.</summary>
public sealed record OpinionDue(OpinionStep Step, DateTimeOffset At);

/// <summary>When somebody has to hear of a draft that waits. Only what is recorded stops the clock.</summary>
public static class OpinionClock
{
    // Nobody did it: the entries stand under the clock's name.
    private static readonly PersonRef Clock = new("clock", "PolicyBot");

    /// <summary>What comes next, no earlier than now; null when nothing does.</summary>
    public static OpinionDue? Next(SecondOpinion opinion, Trust trust, DateTimeOffset now)
    {
        if (!opinion.IsOpen)
            return null;
        var expires = new OpinionDue(OpinionStep.Expire, Later(opinion.ExpiresAt, now));
        return Chase(opinion, trust, now) is { } chase && chase.At < expires.At ? chase : expires;
    }

    /// <summary>When the reply is due that the draft is; null where it is none, or nobody said when the comment came in.</summary>
    public static ReplyDue? Reply(WantedPost post, Trust trust) =>
        post is { Kind: WrittenAs.Reply, CommentAt: { } at } ? ReplyDue.For(at, trust) : null;

    /// <summary>Time has passed: what that leaves in the record and its trail.</summary>
    public static Ruling<SecondOpinion>.Allowed Pass(SecondOpinion opinion, OpinionStep step, Trust trust, DateTimeOffset now)
    {
        if (step is OpinionStep.Expire)
            return OpinionTrail.Record(
                opinion with { Status = OpinionStatus.Expired, EndedAt = now }, now, Clock, "opinion.expired", OpinionJson.Write(new OpinionEnded(opinion.Seal)));
        // One for one: where each must agree it stays with as many. Whoever nobody is left for keeps it.
        ImmutableArray<PersonRef> to = step is OpinionStep.Next ? [.. OpinionReaders.Next(opinion, trust, Day(trust, now)).Take(opinion.Silent().Count())] : [];
        ImmutableArray<PersonRef> from = [.. opinion.Silent().Take(to.Length)];
        return !to.IsEmpty
            ? OpinionTrail.Record(OpinionTrail.Replaced(opinion, from, to, now), now, Clock, "opinion.passed_on", OpinionJson.Write(new OpinionHandedOn(from, to)))
            : OpinionTrail.Record(opinion with { RemindedAt = now }, now, Clock, "opinion.reminded", OpinionJson.Write(new OpinionEnded(opinion.Seal)));
    }

    private static OpinionDue? Chase(SecondOpinion opinion, Trust trust, DateTimeOffset now)
    {
        if (opinion.Status is not OpinionStatus.Asked || (opinion.RemindedAt is not null && OpinionReaders.Next(opinion, trust, Day(trust, now)).IsEmpty))
            return null;
        var since = opinion.RemindedAt ?? opinion.WaitingSince;
        var working = trust.Chasing.Quiet.After(Later(WorkingTime.AfterHours(since, trust.Opinions.RemindAfter, trust, trust.FindAcademy(opinion.Academy)), now), trust);
        // What must go out soon cannot wait for the usual hours: then half of what is left is waited.
        var deadline = Deadline(opinion, trust, since);
        var soon = since + (deadline - since) / 2;
        var at = Later(soon < working ? soon : working, now);
        // At night only what cannot wait until the morning.
        return new OpinionDue(opinion.RemindedAt is null ? OpinionStep.Remind : OpinionStep.Next, trust.Chasing.Quiet.After(at, trust) is var morning && morning < deadline ? morning : at);
    }

    private static DateTimeOffset Deadline(SecondOpinion opinion, Trust trust, DateTimeOffset since) =>
        Reply(opinion.Post, trust)?.By is { } due && since < due && due < opinion.ExpiresAt ? due : opinion.ExpiresAt;

    private static DateOnly Day(Trust trust, DateTimeOffset now) => DateOnly.FromDateTime(trust.Local(now).DateTime);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
