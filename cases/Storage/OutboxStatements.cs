using System.Data.Common;
using PolicyBot.Cases.Outbox;

namespace PolicyBot.Cases.Storage;

/// <summary>What workers do with the outbox, inside the journal's transaction.</summary>
internal static class OutboxStatements
{
    /// <summary>
    /// Takes up to <paramref name="most"/> due deliveries into this worker's hands. On PostgreSQL the rows that another instance is taking
    /// at this moment are passed over; SQLite has one writer at a time anyhow. Only those of <paramref name="kinds"/>.
    /// </summary>
    public static ImmutableArray<ClaimedDelivery> Claim(Session session, bool skipLocked, DateTimeOffset now, DateTimeOffset leaseUntil, int most, ImmutableArray<DeliveryKind> kinds)
    {
        var claimed = ImmutableArray.CreateBuilder<ClaimedDelivery>();
        using var rows = session.Query(
            $"""
            UPDATE outbox SET state = 'Sending', lease_until = $1, attempts = attempts + 1 WHERE key IN (
                SELECT due.key FROM outbox due
                WHERE due.state IN ('Pending', 'Ambiguous') AND due.due_at <= $2 AND due.kind IN ({string.Join(", ", kinds.Select(kind => $"'{kind}'"))})
                    AND (due.lane IS NULL OR NOT EXISTS (
                        SELECT 1 FROM outbox earlier WHERE earlier.lane = due.lane AND earlier.position < due.position AND earlier.state <> 'Parked'))
                ORDER BY due.due_at LIMIT $3 {(skipLocked ? "FOR UPDATE SKIP LOCKED" : "")})
            RETURNING key, kind, target, payload, card, lane, position, activity, attempts, doubts
            """,
            leaseUntil, now, most);
        while (rows.Read())
            claimed.Add(Read(rows));
        return claimed.ToImmutable();
    }

    /// <summary>
    /// What somebody took and did not finish: they crashed, or were cut off. A message may have arrived, so it waits for a sign; what is safe to
    /// repeat is due again at once.
    /// </summary>
    public static int ReleaseAbandoned(Session session, DateTimeOffset leasedUntil, DateTimeOffset now, DateTimeOffset reconcileAt) =>
        session.Execute(
            """
            UPDATE outbox SET lease_until = NULL,
                doubts = doubts + CASE WHEN kind IN ('Reply', 'ChannelPost', 'PersonalPost') THEN 1 ELSE 0 END,
                due_at = CASE WHEN kind IN ('Reply', 'ChannelPost', 'PersonalPost') THEN $2 ELSE $1 END,
                state = CASE WHEN kind IN ('Reply', 'ChannelPost', 'PersonalPost') THEN 'Ambiguous' ELSE 'Pending' END,
                reason = 'abandoned'
            WHERE state = 'Sending' AND lease_until <= $3
            """,
            now, reconcileAt, leasedUntil);

    /// <summary>
    /// What was parked and certainly never arrived is due again: an administrator may have put right in the meantime what stood in its way. What was
    /// in doubt stays, or it would be shown again and again. Whoever removed the bot gets theirs when they add it again, and an answer in a chat
    /// was for its moment.
    /// </summary>
    public static int TryParkedAgain(Session session, DateTimeOffset now) => session.Execute(
        """
        UPDATE outbox SET state = 'Pending', due_at = $1
        WHERE state = 'Parked' AND doubts = 0 AND kind IN ('ChannelPost', 'PersonalPost', 'GraphRecord') AND reason <> $2
        """,
        now, Settlement.RemovedFromConversation);

    public static bool Settle(Session session, string key, Settlement settlement, DateTimeOffset now)
    {
        switch (settlement)
        {
            case Settlement.Delivered delivered:
                // A card that is answered with a second time ("Carry on" with a report) is meant to stand there again: the latest one counts.
                if (delivered.Posted is { } reply && IsReply(session, key))
                    CommitStatements.StorePostedCard(session, reply, now);
                else if (delivered.Posted is { } posted)
                    Place(session, key, posted, now);
                session.Execute("DELETE FROM outbox WHERE key = $1", key);
                break;
            case Settlement.Later later:
                Put(session, key, DeliveryState.Pending, later.DueAt, 0, later.Reason);
                break;
            case Settlement.Ambiguous ambiguous:
                Put(session, key, DeliveryState.Ambiguous, ambiguous.DueAt, 1, ambiguous.Reason);
                break;
            case Settlement.Parked parked:
                Put(session, key, DeliveryState.Parked, now, 0, parked.Reason);
                if (parked.Reason == Settlement.RemovedFromConversation)
                    TakeBack(session, key);
                break;
        }
        return true;
    }

    /// <summary>
    /// A card of ours was seen in a conversation. If its delivery was in doubt, it has arrived after all; if another copy is already known, this one
    /// is taken away. Card data is not to be trusted, so both must fit what this database knows; otherwise nothing happens.
    /// </summary>
    public static bool Sighted(Session session, string deliveryKey, PostedCard seen, DateTimeOffset now)
    {
        // The message is known as another card: the press was on that one, and only said that it was on this.
        if (session.Scalar("SELECT 1 FROM posted_cards WHERE activity_id = $1 AND conversation_key = $2 AND key <> $3", seen.ActivityId, seen.ConversationKey, seen.Key) is not null)
            return false;
        var isOurs = session.Scalar("SELECT conversation_key FROM posted_cards WHERE key = $1", seen.Key) is string home
            ? home == seen.ConversationKey
            : session.Scalar(
                """
                SELECT 1 FROM outbox WHERE key = $1 AND card = $2 AND attempts > 0 AND (
                    kind = 'ChannelPost' AND target = $3
                    OR kind = 'PersonalPost' AND EXISTS (SELECT 1 FROM conversations WHERE conversations.key = $3 AND conversations.person = outbox.target))
                """,
                deliveryKey, seen.Key, seen.ConversationKey) is not null;
        if (!isOurs)
            return false;
        Place(session, deliveryKey, seen, now);
        session.Execute("DELETE FROM outbox WHERE key = $1 AND state <> 'Sending'", deliveryKey);
        return true;
    }

    /// <summary>
    /// An answer in a chat was in doubt, and its card is being used: it is not said again. A copy that came all the same stays; whoever draws
    /// it sees what the first one shows.
    /// </summary>
    public static bool Answered(Session session, PostedCard seen)
    {
        var inDoubt = session.Execute(
            "DELETE FROM outbox WHERE card = $1 AND target = $2 AND kind = 'Reply' AND state = 'Ambiguous'", seen.Key, seen.ConversationId) > 0;
        if (inDoubt)
            CommitStatements.StorePostedCard(session, seen, null);
        return inDoubt;
    }

    private static bool IsReply(Session session, string key) =>
        session.Scalar("SELECT kind FROM outbox WHERE key = $1", key) is nameof(DeliveryKind.Reply);

    // The first copy that is known stays; any other is taken away. A repeat and the late sign of the first attempt can come in either order.
    private static void Place(Session session, string deliveryKey, PostedCard posted, DateTimeOffset now)
    {
        var known = session.Scalar("SELECT activity_id FROM posted_cards WHERE key = $1", posted.Key) as string;
        if (known is null)
            CommitStatements.StorePostedCard(session, posted, now);
        else if (known != posted.ActivityId)
            CommitStatements.StoreDelivery(
                session,
                new Delivery($"{deliveryKey}/copy/{posted.ActivityId}", DeliveryKind.CardRemoval, posted.ConversationId, Utf8Text.Empty)
                {
                    Activity = posted.ActivityId,
                    Lane = $"copy/{posted.ActivityId}",
                },
                now, leaseUntil: now);
    }

    // They added the bot again between the attempt and this moment, when there was nothing parked yet that their return could have set free.
    private static void TakeBack(Session session, string key) => session.Execute(
        """
        UPDATE outbox SET state = 'Pending', reason = NULL WHERE key = $1 AND kind = 'PersonalPost' AND EXISTS (
            SELECT 1 FROM conversations WHERE conversations.person = outbox.target AND conversations.kind = 'Personal' AND conversations.active = $2)
        """,
        key, true);

    private static void Put(Session session, string key, string state, DateTimeOffset dueAt, int doubts, string reason) => session.Execute(
        "UPDATE outbox SET state = $2, due_at = $3, lease_until = NULL, doubts = doubts + $4, reason = $5 WHERE key = $1",
        key, state, dueAt, doubts, reason);

    private static ClaimedDelivery Read(DbDataReader row) => new(
        new Delivery(row.GetString(0), Enum.Parse<DeliveryKind>(row.GetString(1)), row.GetString(2), row.GetString(3))
        {
            Card = row.IsDBNull(4) ? null : row.GetString(4),
            Lane = row.IsDBNull(5) ? null : row.GetString(5),
            Position = row.GetInt64(6),
            Activity = row.IsDBNull(7) ? null : row.GetString(7),
        },
        row.GetInt32(8),
        row.GetInt32(9));
}
