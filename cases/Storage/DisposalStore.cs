using Microsoft.EntityFrameworkCore;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Disposal;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Records;
using PolicyBot.Cases.Releases;

namespace PolicyBot.Cases.Storage;

/// <summary>Something whose time has come.</summary>
/// <param name="Held">True when a legal hold keeps it all the same.</param>
public sealed record DueCase(ICase Case, Keeping Keeping, bool Held);

/// <summary>A chat that holds what is too old.</summary>
/// <param name="State">Its state as it is stored.</param>
/// <param name="Files">The ids of the files that go with what is too old.</param>
public sealed record StaleChat(string Key, string State, ImmutableArray<string> Files);

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
        // Who handed an account on to whom is asked for as long as the account is in use.
        var used = rows.Where(row => row.Kind == CaseReference.Account && Account.InUse.Contains(row.Status, StringComparer.Ordinal)).Select(row => row.Reference).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.Select(row => Read(row, retention)).OfType<DueCase>()
                .Where(due => due.Keeping.Until <= now && !(due.Case is Handover { Status: HandoverStatus.Completed } handover && used.Contains(handover.Account.Reference!.ToString()))),
        ];
    }

    /// <summary>
    /// The record, its trail and what waits to be sent about it go; a line in the log stays. False when the case has changed since it was read (a hold,
    /// perhaps): then it is kept.
    /// </summary>
    /// <param name="due">What goes.</param>
    /// <param name="now">When.</param>
    /// <param name="errands">What must be done where the database does not reach: its files.</param>
    public Task<bool> TakeAwayAsync(DueCase due, DateTimeOffset now, ImmutableArray<Delivery> errands) => journal.Value.WriteAsync(session =>
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
        foreach (var errand in errands)
            CommitStatements.StoreDelivery(session, errand, now, now);
        // What the Trust's own record has of it goes too.
        if (RecordKinds.Find(reference.Kind) is not null)
            CommitStatements.StoreDelivery(session, RecordErrands.OfDisposed(reference, due.Case.Trail.Count), now, now);
        return true;
    });

    /// <summary>The chats that hold an unfinished report or draft or a question that is older than the schedule allows, and the files that go with it.</summary>
    public async Task<ImmutableArray<StaleChat>> StaleChatsAsync(Retention retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await context.Set<ConversationRow>().AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Key, State: ConversationCodec.Read(row.State)))
            .Where(chat => RetentionRules.Cleared(chat.State, retention, now) != chat.State)
            .Select(chat => new StaleChat(chat.Key, ConversationCodec.Write(chat.State).ToString(), RetentionRules.FilesThatGo(chat.State, retention, now)))];
    }

    /// <summary>Clears a chat of what is too old; false when it has changed since it was read. A turn that has loaded it loads it again.</summary>
    /// <param name="chat">The chat as it was found.</param>
    /// <param name="retention">How long things are kept.</param>
    /// <param name="now">When.</param>
    /// <param name="errands">What must be done where the database does not reach: its files.</param>
    public Task<bool> ClearAsync(StaleChat chat, Retention retention, DateTimeOffset now, ImmutableArray<Delivery> errands) => journal.Value.WriteAsync(session =>
    {
        var cleared = RetentionRules.Cleared(ConversationCodec.Read(chat.State), retention, now);
        if (session.Execute("UPDATE conversations SET state = $2, version = version + 1 WHERE key = $1 AND state = $3", chat.Key, ConversationCodec.Write(cleared), chat.State) != 1)
            return false;
        foreach (var errand in errands)
            CommitStatements.StoreDelivery(session, errand, now, now);
        return true;
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
        ReceivedComment comment when RetentionRules.Of(comment, retention) is { } keeping => new DueCase(comment, keeping, Held: false),
        SecondOpinion opinion when RetentionRules.Of(opinion, retention) is { } keeping => new DueCase(opinion, keeping, Held: false),
        Account account when RetentionRules.Of(account, retention) is { } keeping => new DueCase(account, keeping, Held: false),
        Release release when RetentionRules.Of(release, retention) is { } keeping => new DueCase(release, keeping, Held: false),
        Handover handover when RetentionRules.Of(handover, retention) is { } keeping => new DueCase(handover, keeping, Held: false),
        _ => null,
    };
}
