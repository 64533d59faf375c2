using Microsoft.EntityFrameworkCore;
using PolicyBot.Cases.Disposal;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Records;

namespace PolicyBot.Cases.Storage;

/// <summary>Something whose time has come.</summary>
/// <param name="Held">True when a legal hold keeps it all the same.</param>
public sealed record DueCase(ICase Case, Keeping Keeping, bool Held);

/// <summary>Finds what is kept no longer, and takes it away, one thing in one transaction.</summary>
public sealed class DisposalStore
{
    private readonly Database database;
    private readonly Lazy<Journal> journal;

    internal DisposalStore(Database database, Lazy<Journal> journal)
    {
        this.database = database;
        this.journal = journal;
    }

    /// <summary>The cases whose time has come, oldest first; those under a legal hold among them, to be named and kept.</summary>
    public async Task<ImmutableArray<DueCase>> DueAsync(Retention retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await context.Cases.AsNoTracking().OrderBy(row => row.OpenedAt).ThenBy(row => row.Reference).ToListAsync(cancellationToken);
        return [.. rows.Select(row => Read(row, retention)).OfType<DueCase>().Where(due => due.Keeping.Until <= now)];
    }

    /// <summary>
    /// The record, its trail and what waits to be sent about it go; a line in the log stays. False when the case has changed since it was read (a hold,
    /// perhaps): then it is kept.
    /// </summary>
    public Task<bool> TakeAwayAsync(DueCase due, DateTimeOffset now) => journal.Value.WriteAsync(session =>
    {
        var (reference, about) = (due.Case.Reference, $"{due.Case.Reference}/%");
        var name = reference.ToString();
        if (session.Scalar("SELECT opened_at FROM cases WHERE reference = $1 AND version = $2", name, due.Case.Trail.Count) is null)
            return false;
        session.Execute(
            """
            INSERT INTO disposals (reference, kind, year, number, class, opened_at, closed_at, disposed_at, rule, last_hash)
            SELECT reference, kind, year, number, $3, opened_at, $4, $5, $6, $7 FROM cases WHERE reference = $1 AND version = $2
            """,
            name, due.Case.Trail.Count, due.Keeping.Class, due.Keeping.EndedAt, now, due.Keeping.Rule, due.Case.Trail.Hash);
        session.Execute("DELETE FROM cases WHERE reference = $1", name);
        session.Execute("DELETE FROM trail WHERE reference = $1", name);
        session.Execute("DELETE FROM outbox WHERE key LIKE $1 OR card LIKE $1 OR lane LIKE $1", about);
        session.Execute("DELETE FROM posted_cards WHERE key LIKE $1", about);
        // What the Trust's own record has of it goes too.
        if (RecordKinds.Find(reference.Kind) is not null)
            CommitStatements.StoreDelivery(session, RecordErrands.OfDisposed(reference, due.Case.Trail.Count), now, now);
        return true;
    });

    /// <summary>How many chats hold an unfinished report or a question that is older than the schedule allows.</summary>
    public async Task<ImmutableArray<string>> StaleChatsAsync(Retention retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await context.Set<ConversationRow>().AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancellationToken);
        return [.. rows.Where(row => ConversationCodec.Read(row.State) is var state && RetentionRules.Cleared(state, retention, now) != state).Select(row => row.Key)];
    }

    /// <summary>Clears a chat of what is too old; false when there is nothing of it any more. A turn that has loaded it loads it again.</summary>
    public Task<bool> ClearAsync(string conversationKey, Retention retention, DateTimeOffset now) => journal.Value.WriteAsync(session =>
    {
        if (session.Scalar("SELECT state FROM conversations WHERE key = $1", conversationKey) is not string stored)
            return false;
        var state = ConversationCodec.Read(stored);
        var cleared = RetentionRules.Cleared(state, retention, now);
        return cleared != state
            && session.Execute(
                "UPDATE conversations SET state = $2, version = version + 1 WHERE key = $1 AND state = $3", conversationKey, ConversationCodec.Write(cleared), stored) == 1;
    });

    /// <summary>The log of what was disposed of, oldest first.</summary>
    public async Task<ImmutableArray<Disposed>> LogAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await context.Disposals.AsNoTracking().OrderBy(row => row.DisposedAt).ThenBy(row => row.Reference).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Disposed(new CaseReference(row.Kind, row.Year, row.Number), row.Class, row.OpenedAt, row.ClosedAt, row.DisposedAt, row.Rule, row.LastHash))];
    }

    private static DueCase? Read(CaseRow row, Retention retention) => CaseShapes.Read(row.Kind, row.Record) switch
    {
        Incident incident when RetentionRules.Of(incident, retention) is { } keeping => new DueCase(incident, keeping, incident.Held is not null),
        Question question when RetentionRules.Of(question, row.ChangedAt, retention) is { } keeping => new DueCase(question, keeping, Held: false),
        SecondOpinion opinion when RetentionRules.Of(opinion, retention) is { } keeping => new DueCase(opinion, keeping, Held: false),
        _ => null,
    };
}
