using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Comments;

/// <summary>
/// What people may do with a comment that came in. Pure: the old record and a command in, the new record and its trail entries out, or a refusal. Only a recorded reply
/// stops the policy's clock, or for abuse that it was taken down and the audience told why; the Social Media Manager can take out what was logged by mistake.
/// </summary>
public static class ReceivedCommentRules
{
    public static Ruling<ReceivedComment>.Allowed Log(
        CaseReference reference, LoggedComment what, ReplyDue due, AccountTeam team, Trust trust, PersonRef by, string academy, string draftId, DateTimeOffset now)
    {
        var holder = CommentPeople.First(what, academy, team, trust);
        var comment = new ReceivedComment(
            reference, academy, by, now, draftId, what, due.By, due.Because, team, holder is null ? [] : [new CommentHolding(holder, now)], CommentStatus.Waiting, Cases.Trail.TrailHead.Start);
        return CommentTrail.Record(
            comment, now, by, "comment.logged", CommentJson.Write(new CommentLogged(academy, by, draftId, what, due.By, due.Because, team, holder)));
    }

    /// <summary>Somebody else sees to it from now on.</summary>
    /// <param name="seen">How many had had it when the card was drawn that was pressed.</param>
    public static Ruling<ReceivedComment> TakeOver(ReceivedComment comment, int seen, PersonRef by, DateTimeOffset now)
    {
        if (Ended(comment) is { } ended)
            return new Ruling<ReceivedComment>.Refused(ended);
        if (comment.Holder is { } holder && Same(holder, by))
            return new Ruling<ReceivedComment>.Refused("You have it already.");
        if (seen != comment.Held.Length)
            return new Ruling<ReceivedComment>.Refused($"{comment.Holder?.Name ?? "Somebody"} was faster and has it now. Nothing was changed.");
        var holding = new CommentHolding(by, now);
        return CommentTrail.Record(comment with { Held = [.. comment.Held, holding] }, now, by, "comment.taken_over", CommentJson.Write(holding));
    }

    /// <summary>Something was said in public. A full answer ends it; anything less stops the clock and leaves the answer open.</summary>
    public static Ruling<ReceivedComment> Reply(ReceivedComment comment, RecordedReply reply)
    {
        if (Ended(comment) is { } ended)
            return new Ruling<ReceivedComment>.Refused(ended);
        if (reply.SentAt < comment.What.Received.At)
            return new Ruling<ReceivedComment>.Refused("That is before the comment came in. Nothing was recorded.");
        if (reply.SentAt > reply.RecordedAt)
            return new Ruling<ReceivedComment>.Refused("That is still to come. Nothing was recorded.");
        var full = reply.Kind is ReplyKind.Answer;
        if (!full && comment.Status is CommentStatus.Acknowledged)
            return new Ruling<ReceivedComment>.Refused($"{comment.Replies[0].By.Name} has recorded that already. A full answer is still open. Nothing was changed.");
        return CommentTrail.Record(
            comment with
            {
                Replies = [.. comment.Replies, reply],
                Status = full ? CommentStatus.Answered : CommentStatus.Acknowledged,
                StoppedAt = comment.StoppedAt is { } before && before < reply.SentAt ? before : reply.SentAt,
                EndedAt = full ? reply.RecordedAt : null,
            },
            reply.RecordedAt, reply.By, full ? "comment.answered" : "comment.acknowledged", CommentJson.Write(reply));
    }

    /// <summary>Something was done about abuse. More may be recorded later; the clock ends as <see cref="CommentRemoval.EndsTheClock"/> says.</summary>
    public static Ruling<ReceivedComment> Remove(ReceivedComment comment, ImmutableArray<string> steps, bool audienceTold, PersonRef by, DateTimeOffset now)
    {
        if (Ended(comment) is { } ended)
            return new Ruling<ReceivedComment>.Refused(ended);
        var before = comment.Removal;
        var removal = new CommentRemoval(
            [.. CommentChoices.Steps.Select(step => step.Value).Where(step => steps.Contains(step, StringComparer.Ordinal) || before?.Steps.Contains(step, StringComparer.Ordinal) is true)],
            by, now, before?.Audience ?? (audienceTold ? new CommentStepTaken(by, now) : null));
        if (before is not null && removal.Steps.SequenceEqual(before.Steps, StringComparer.Ordinal) && removal.Audience == before.Audience)
            return new Ruling<ReceivedComment>.Refused($"{before.By.Name} has recorded that already. Nothing was changed.");
        var ends = removal.EndsTheClock;
        return CommentTrail.Record(
            comment with
            {
                Removal = removal,
                Status = ends ? CommentStatus.Removed : comment.Status,
                StoppedAt = comment.StoppedAt ?? (ends ? now : null),
                EndedAt = ends ? now : null,
            },
            now, by, ends ? "comment.removed" : "comment.abuse_handled", CommentJson.Write(removal));
    }

    /// <summary>A report about it was opened. That answers nobody: the clock goes on.</summary>
    public static Ruling<ReceivedComment>.Allowed Report(ReceivedComment comment, PersonRef by, DateTimeOffset now)
    {
        var step = new CommentStepTaken(by, now);
        return CommentTrail.Record(comment with { Reported = step }, now, by, "comment.report_opened", CommentJson.Write(step));
    }

    public static Ruling<ReceivedComment> TakeOut(ReceivedComment comment, string because, PersonRef by, DateTimeOffset now)
    {
        if (Ended(comment) is { } ended)
            return new Ruling<ReceivedComment>.Refused(ended);
        var gone = new CommentTakenOut(because, by, now);
        return CommentTrail.Record(comment with { Status = CommentStatus.TakenOut, Out = gone, EndedAt = now }, now, by, "comment.taken_out", CommentJson.Write(gone));
    }

    private static string? Ended(ReceivedComment comment) => comment.Status switch
    {
        CommentStatus.Answered => $"{comment.Replies[^1].By.Name} has recorded an answer already. Nothing was changed.",
        CommentStatus.Removed => $"{comment.Removal!.By.Name} has recorded that it was taken down and the audience told. Nothing was changed.",
        CommentStatus.TakenOut => $"{comment.Out!.By.Name} has taken it out. Nothing was changed.",
        _ => null,
    };

    private static bool Same(PersonRef one, PersonRef other) => one.Id.Equals(other.Id, StringComparison.OrdinalIgnoreCase);
}
