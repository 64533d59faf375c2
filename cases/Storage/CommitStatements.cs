using System.Text.Json;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Records;

namespace PolicyBot.Cases.Storage;

/// <summary>Writes one turn's commit inside the journal's transaction.</summary>
internal static class CommitStatements
{
    public static CommitResult Run(Session session, TurnCommit commit, DateTimeOffset leaseUntil)
    {
        if (session.Execute(
            "INSERT INTO inbox (conversation, activity, answer, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            commit.ConversationId, commit.ActivityId, commit.Answer, commit.At) == 0)
            return new CommitResult.Duplicate(FindAnswer(session, commit.ConversationId, commit.ActivityId));

        if (!StoreRecords(session, commit, leaseUntil))
        {
            session.Execute("DELETE FROM inbox WHERE conversation = $1 AND activity = $2", commit.ConversationId, commit.ActivityId);
            return CommitResult.Conflict.Instance;
        }

        if (commit.Unmet is { } unmet)
            Count(session, unmet);
        if (commit.Forgotten is { } forgotten)
            session.Execute(
                "UPDATE inbox SET answer = $3 WHERE conversation = $1 AND activity <> $2 AND answer LIKE '%' || $4 || '%'",
                commit.ConversationId, commit.ActivityId, forgotten.Instead, forgotten.Naming);
        if (commit is { Reachable: true, Conversation.PersonId: { } person })
            session.Execute(
                "UPDATE outbox SET state = 'Pending', due_at = $2, reason = NULL WHERE state = 'Parked' AND kind = 'PersonalPost' AND target = $1",
                person, commit.At);
        if (commit.Ticket is { } ticket)
            VaultStore.StoreTicket(session, ticket, commit.At);
        foreach (var card in commit.PostedCards)
            StorePostedCard(session, card, commit.At);
        foreach (var delivery in commit.Deliveries)
            StoreDelivery(session, delivery, commit.At, leaseUntil);
        return CommitResult.Committed.Instance;
    }

    // A conversation alone is one row that is stored or not. With a case or a confirmed reading there are several, which go together.
    private static bool StoreRecords(Session session, TurnCommit commit, DateTimeOffset leaseUntil)
    {
        if (commit is { Case: null, Also: null, Reading: null })
            return StoreConversation(session, commit);

        session.Execute("SAVEPOINT records");
        var stored = StoreConversation(session, commit) && StoreCase(session, commit.Case, commit.At, leaseUntil) && StoreCase(session, commit.Also, commit.At, leaseUntil) && StoreReading(session, commit);
        if (!stored)
            session.Execute("ROLLBACK TO SAVEPOINT records");
        session.Execute("RELEASE SAVEPOINT records");
        return stored;
    }

    private static string? FindAnswer(Session session, string conversation, string activity) =>
        session.Scalar("SELECT answer FROM inbox WHERE conversation = $1 AND activity = $2", conversation, activity) as string;

    private static bool StoreConversation(Session session, TurnCommit commit)
    {
        if (commit.Conversation is not { } conversation)
            return true;
        return session.Execute(
            """
            INSERT INTO conversations (key, tenant, kind, person, address, active, state, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8 + 1)
            ON CONFLICT (key) DO UPDATE SET tenant = excluded.tenant, kind = excluded.kind, person = excluded.person, address = excluded.address,
                active = excluded.active, state = excluded.state, version = excluded.version
            WHERE conversations.version = $8
            """,
            conversation.Key, conversation.TenantId, conversation.Kind.ToString(), conversation.PersonId, conversation.Address,
            conversation.Active, ConversationCodec.Write(conversation.State), conversation.Version) == 1;
    }

    /// <summary>Many changes, all of them or none.</summary>
    public static bool StoreAll(Session session, ImmutableArray<CaseChange> changes, DateTimeOffset at, DateTimeOffset leaseUntil)
    {
        session.Execute("SAVEPOINT records");
        var stored = changes.All(change => StoreCase(session, change, at, leaseUntil));
        if (!stored)
            session.Execute("ROLLBACK TO SAVEPOINT records");
        session.Execute("RELEASE SAVEPOINT records");
        return stored;
    }

    private static bool StoreCase(Session session, CaseChange? change, DateTimeOffset at, DateTimeOffset leaseUntil)
    {
        if (change is null)
            return true;
        var after = change.After;
        var (reference, record) = (after.Reference.ToString(), Record(after));
        var stored = change.Loaded == 0
            ? session.Execute(
                """
                INSERT INTO cases (reference, kind, year, number, academy, status, reporter, draft, version, record, opened_at, changed_at, seal, due_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING
                """,
                reference, after.Reference.Kind, after.Reference.Year, after.Reference.Number, after.Academy, after.Standing,
                after.OpenedBy.Id, after.DraftId, after.Trail.Count, record, at, at, CaseSeal.Of(record), change.DueAt)
            : session.Execute(
                "UPDATE cases SET academy = $3, status = $4, version = $5, record = $6, changed_at = $7, seal = $8, due_at = $9 WHERE reference = $1 AND version = $2",
                reference, change.Loaded, after.Academy, after.Standing, after.Trail.Count, record, at, CaseSeal.Of(record), change.DueAt);
        if (stored == 0)
            return false;
        foreach (var entry in change.Entries)
            session.Execute(
                "INSERT INTO trail (reference, sequence, at, actor, type, data, previous, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                reference, entry.Sequence, entry.At, entry.Actor, entry.Type, entry.Data, entry.Previous, entry.Hash);
        // Whoever changes a case need not think of the Trust's own record: what changes a case that is in it brings it up to date.
        foreach (var errand in RecordErrands.Of(after))
            StoreDelivery(session, errand, at, leaseUntil);
        return true;
    }

    private static string Record(ICase after) => JsonSerializer.Serialize(after, after.GetType(), StoredJson.Default);

    private static void Count(Session session, Unmet unmet) => session.Execute(
        """
        INSERT INTO asked (day, kind, subject, times) VALUES ($1, $2, $3, 1)
        ON CONFLICT (day, kind, subject) DO UPDATE SET times = asked.times + 1
        """,
        AskedRow.DayOf(unmet.Day), unmet.Kind.ToString(), unmet.Subject);

    private static bool StoreReading(Session session, TurnCommit commit) =>
        commit.Reading is not { } made
        || session.Execute(
            "INSERT INTO readings (person, document, edition, issue, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            made.PersonId, made.Document, made.Edition, made.Issue, made.At) == 1;

    public static void StorePostedCard(Session session, PostedCard card, DateTimeOffset? at) => session.Execute(
        """
        INSERT INTO posted_cards (key, conversation_key, conversation_id, activity_id, posted_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (key) DO UPDATE SET conversation_key = excluded.conversation_key, conversation_id = excluded.conversation_id, activity_id = excluded.activity_id
        """,
        card.Key, card.ConversationKey, card.ConversationId, card.ActivityId, at);

    public static void StoreDelivery(Session session, Delivery delivery, DateTimeOffset at, DateTimeOffset leaseUntil)
    {
        // A new face for a card replaces the faces that nobody has seen yet; and one errand to the record is as good as two.
        if (delivery is { Kind: DeliveryKind.CardUpdate or DeliveryKind.GraphRecord, Lane: { } lane })
            session.Execute(
                "DELETE FROM outbox WHERE lane = $1 AND kind = $2 AND state = $3 AND position < $4",
                lane, delivery.Kind.ToString(), DeliveryState.Pending, delivery.Position);
        if (delivery is { Recalls: true, Lane: { } recalled })
            Recall(session, recalled, delivery.Payload);

        // Without a lane nothing must go before it: the turn that commits it sends it at once. With one, a worker takes it in its order.
        var (state, lease) = delivery.Lane is null ? (DeliveryState.Sending, (DateTimeOffset?)leaseUntil) : (DeliveryState.Pending, null);
        session.Execute(
            """
            INSERT INTO outbox (key, kind, target, payload, card, lane, position, activity, state, due_at, lease_until, attempts, doubts, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, $10) ON CONFLICT DO NOTHING
            """,
            delivery.Key, delivery.Kind.ToString(), delivery.Target, delivery.Payload, delivery.Card, delivery.Lane, delivery.Position, delivery.Activity,
            state, at, lease, delivery.Lane is null ? 1 : 0);
    }

    // What waits, perhaps for weeks until somebody adds the bot again, is not for them any more. Where it may have arrived, a repeat must not bring the old words.
    private static void Recall(Session session, string card, Utf8Text payload)
    {
        session.Execute("DELETE FROM outbox WHERE key = $1 AND lane = $1 AND state IN ('Pending', 'Parked')", card);
        session.Execute("UPDATE outbox SET payload = $2 WHERE key = $1 AND lane = $1 AND state = 'Ambiguous'", card, payload);
    }
}
