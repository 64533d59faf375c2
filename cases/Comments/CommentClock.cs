using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Comments;

/// <summary>Whom time brings in next, and when.</summary>
/// <param name="Step">How much of the time is over, in per cent; <see cref="Overdue"/> or <see cref="LongOverdue"/>. They only grow.</param>
public sealed record CommentDue(int Step, DateTimeOffset At)
{
    public const int Overdue = 100;
    public const int LongOverdue = 200;
}

/// <summary>When somebody has to hear of a comment that nobody has answered. Only what is recorded stops it.</summary>
public static class CommentClock
{
    // Nobody did it: the entries stand under the clock's name.
    private static readonly PersonRef Clock = new("clock", "PolicyBot");

    /// <summary>What comes next, no earlier than now; null when nothing does. Of several whose time has passed it is the last: it reaches everybody whom the others would have.</summary>
    public static CommentDue? Next(ReceivedComment comment, Trust trust, DateTimeOffset now)
    {
        if (comment.Status is not CommentStatus.Waiting)
            return null;
        var done = comment.Reminded.IsEmpty ? 0 : comment.Reminded[^1].Step;
        var left = Steps(comment, trust).Where(due => due.Step > done).ToImmutableArray();
        return left.LastOrDefault(due => due.At <= now) is { } passed ? passed with { At = now } : left.FirstOrDefault();
    }

    /// <summary>All the moments at which somebody hears of it, in order, whatever was done already.</summary>
    public static ImmutableArray<CommentDue> Steps(ReceivedComment comment, Trust trust)
    {
        var due = comment.DueBy;
        var from = comment.What.Received.At;
        // What was logged late has a short rest, and that is what is divided: a share of what is over already would remind nobody.
        if (trust.Comments.RemindAt is [var least, ..] && from + (due - from) * least < comment.LoggedAt)
            from = comment.LoggedAt;
        return
        [
            .. from < due ? Shares(from, due, comment.LoggedAt, trust) : [],
            new CommentDue(CommentDue.Overdue, Later(trust.Chasing.Quiet.AfterNight(due, trust), comment.LoggedAt)),
            // Those who look after the account have their time, also with what was noticed late.
            new CommentDue(CommentDue.LongOverdue, trust.Chasing.Quiet.After(Later(due, comment.LoggedAt) + trust.Comments.LongOverdueAfter, trust)),
        ];
    }

    /// <summary>Time has passed: what that leaves in the record and its trail.</summary>
    public static Ruling<ReceivedComment>.Allowed Pass(ReceivedComment comment, int step, AccountTeam team, Trust trust, DateTimeOffset now)
    {
        var first = trust.Comments.RemindAt is [var least, ..] && step <= (int)Math.Round(least * 100);
        var reminder = new CommentReminder(step, now, [.. new CommentPeople(comment, team, trust).Reminded(step, first).Select(person => person.Id)]);
        return CommentTrail.Record(comment with { Reminded = [.. comment.Reminded, reminder] }, now, Clock, "comment.reminded", CommentJson.Write(reminder));
    }

    private static List<CommentDue> Shares(DateTimeOffset from, DateTimeOffset due, DateTimeOffset logged, Trust trust)
    {
        var shares = new List<CommentDue>();
        var next = due;
        foreach (var share in trust.Comments.RemindAt.Reverse())
        {
            next = Quietly(from + (due - from) * share, next, logged, trust);
            shares.Insert(0, new CommentDue((int)Math.Round(share * 100), next));
        }
        return shares;
    }

    // A weekend and a night are waited for where the next step comes after them; otherwise people hear of it in the evening before, while they can do something still.
    private static DateTimeOffset Quietly(DateTimeOffset moment, DateTimeOffset next, DateTimeOffset logged, Trust trust)
    {
        var quiet = trust.Chasing.Quiet;
        return quiet.After(moment, trust) is var working && working < next ? working
            : quiet.AfterNight(moment, trust) is var morning && morning < next ? morning
            : quiet.BeforeNight(moment, trust) is var evening && evening > logged ? evening
            : moment;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
