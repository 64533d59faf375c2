using Microsoft.EntityFrameworkCore;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Readings;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Storage;

/// <summary>
/// The memory of the bot, on either database. Reads go straight to it; every write goes through the one <see cref="Journal"/>.
/// </summary>
public sealed class CaseStore : IAsyncDisposable
{
    // Half of the connections that one process may open (see Database): the other half is for deliveries, clocks and what is kept ready.
    private const int TurnsAtOnce = 20;

    private readonly Database database;
    private readonly TimeSpan lease;
    private readonly Reads reads;
    private readonly ConversationReader conversations;
    private readonly Lazy<Journal> journal;
    private readonly Room? room;

    /// <summary>The memory in a database; nothing is opened before it is used.</summary>
    /// <param name="database">Where it is kept.</param>
    /// <param name="lease">How long a delivery stays in one worker's hands.</param>
    public CaseStore(Database database, TimeSpan lease)
    {
        (this.database, this.lease) = (database, lease);
        reads = new Reads(database);
        conversations = new ConversationReader(reads);
        journal = new Lazy<Journal>(() => new Journal(database));
        room = database.IsSqlite ? null : new Room(TurnsAtOnce);
    }

    public CaseReader<Incident> Incidents => field ??= new(reads, CaseReference.Incident, static () => StoredJson.Default.Incident);

    /// <summary>Kinds of deliveries that are not even written down, because nobody here would ever carry them.</summary>
    public ImmutableArray<DeliveryKind> NeverCarried { get; init; } = [];

    /// <summary>What could not be delivered.</summary>
    public DeadLetters DeadLetters => new(database, journal);

    /// <summary>Ends what is kept no longer.</summary>
    public DisposalStore Disposals => new(database, journal);

    public CaseReader<Question> Questions => field ??= new(reads, CaseReference.Question, static () => StoredJson.Default.Question);

    public CaseReader<SecondOpinion> Opinions => field ??= new(reads, CaseReference.Opinion, static () => StoredJson.Default.SecondOpinion);

    public CaseReader<Release> Releases => field ??= new(reads, CaseReference.Release, static () => StoredJson.Default.Release);

    /// <summary>The embedded vault's sealed rows, and the codes for its pages.</summary>
    public VaultStore Vault => new(database, journal);

    /// <summary>The register of accounts.</summary>
    public CaseReader<Account> Accounts => field ??= new(reads, CaseReference.Account, static () => StoredJson.Default.Account);

    public CaseReader<ReceivedComment> Comments => field ??= new(reads, CaseReference.Comment, static () => StoredJson.Default.ReceivedComment);

    public CaseReader<Handover> Handovers => field ??= new(reads, CaseReference.Handover, static () => StoredJson.Default.AccountHandover);

    public async Task OpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await database.MigrateAsync(cancellationToken);
        // With SQLite this is the only process: whatever is in somebody's hands was in the hands of one that is no more.
        if (database.IsSqlite)
            await journal.Value.WriteAsync(session => OutboxStatements.ReleaseAbandoned(session, now + lease + lease, now, now));
    }

    /// <summary>Waits for a seat at the database, to be kept until the turn is over. Null with SQLite: it is read within this process, and nobody waits.</summary>
    public async ValueTask<Seat?> EnterAsync(CancellationToken cancellationToken) => room is null ? null : await room.EnterAsync(cancellationToken);

    public ValueTask<Conversation?> FindConversationAsync(string key, CancellationToken cancellationToken) => conversations.FindAsync(key, cancellationToken);

    /// <summary>The person's own chat with the bot, when there has been one.</summary>
    public ValueTask<Conversation?> FindPersonalConversationAsync(string personId, CancellationToken cancellationToken) =>
        conversations.FindPersonalAsync(personId, cancellationToken);

    /// <summary>Any conversation that is open: tells where the tenant's service can be reached.</summary>
    public ValueTask<Conversation?> FindAnyConversationAsync(CancellationToken cancellationToken) => conversations.FindAnyAsync(cancellationToken);

    /// <summary>The reference that the next case of this kind would get. Whoever commits it first has it.</summary>
    public async Task<CaseReference> NextReferenceAsync(string kind, int year, CancellationToken cancellationToken)
    {
        // A number that was given is never given again, also when its case is no more.
        var given = await reads.AllAsync(
            "SELECT max(number) FROM cases WHERE kind = $1 AND year = $2 UNION ALL SELECT max(number) FROM disposals WHERE kind = $1 AND year = $2",
            [kind, year], static row => row.IsDBNull(0) ? 0 : row.GetInt32(0), cancellationToken);
        return new CaseReference(kind, year, given.Max() + 1);
    }

    public async Task<ImmutableArray<TrailEntry>> TrailOfAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        var name = reference.ToString();
        await using var context = database.Context();
        var rows = await context.Trail.AsNoTracking().Where(row => row.Reference == name).OrderBy(row => row.Sequence).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new TrailEntry(row.Sequence, row.At, row.Actor, row.Type, row.Data, row.Previous, row.Hash))];
    }

    /// <summary>How often each thing was asked in vain since a day, that day included.</summary>
    public async Task<ImmutableArray<UnmetCount>> UnmetSinceAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var first = AskedRow.DayOf(day);
        await using var context = database.Context();
        var rows = await context.Asked.AsNoTracking().Where(row => row.Day >= first).GroupBy(row => new { row.Kind, row.Subject })
            .Select(group => new { group.Key.Kind, group.Key.Subject, Times = group.Sum(row => row.Times) }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new UnmetCount(Enum.Parse<UnmetKind>(row.Kind), row.Subject, row.Times))];
    }

    /// <summary>When and as which issue somebody confirmed to have read this very text; null when they have not.</summary>
    public async Task<ConfirmedReading?> FindReadingAsync(string personId, string document, string edition, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        return await context.Readings.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Person == personId && row.Document == document && row.Edition == edition, cancellationToken)
            is { } row ? new ConfirmedReading(row.Person, row.Document, row.Edition, row.Issue, row.At) : null;
    }

    /// <summary>What this activity was answered when it was handled; null when it was not, or had no answer.</summary>
    public async Task<string?> FindAnswerAsync(string conversationId, string activityId, CancellationToken cancellationToken) =>
        await reads.FirstAsync(
            "SELECT answer FROM inbox WHERE activity = $1 AND conversation = $2 AND answer IS NOT NULL", [activityId, conversationId], static row => row.GetString(0), cancellationToken);

    /// <summary>Whether this activity was handled before, so that nothing slow need be done for it again.</summary>
    public async Task<bool> WasHandledAsync(string conversationId, string activityId, CancellationToken cancellationToken) =>
        await reads.FirstAsync(
            "SELECT activity FROM inbox WHERE activity = $1 AND conversation = $2", [activityId, conversationId], static row => row.GetString(0), cancellationToken) is not null;

    public async Task<CommitResult> CommitAsync(TurnCommit commit)
    {
        if (commit.Deliveries.Any(delivery => NeverCarried.Contains(delivery.Kind)))
            commit = commit with { Deliveries = commit.Deliveries.RemoveAll(delivery => NeverCarried.Contains(delivery.Kind)) };
        var result = await journal.Value.WriteAsync(session => CommitStatements.Run(session, commit, commit.At + lease));
        if (commit.Conversation is { } conversation)
        {
            if (result is CommitResult.Committed)
                conversations.Keep(conversation with { Version = conversation.Version + 1 });
            else
                conversations.Forget(conversation.Key); // what was decided on was not what is stored
        }
        return result;
    }

    /// <summary>Stores many changes of cases in one transaction, all of them or none; false when somebody has changed one of them since it was read.</summary>
    public Task<bool> CommitAllAsync(ImmutableArray<CaseChange> changes, DateTimeOffset at) => journal.Value.WriteAsync(session => CommitStatements.StoreAll(session, changes, at, at + lease));

    /// <summary>Those of any kind whose time has come, the longest due first.</summary>
    public async Task<ImmutableArray<ICase>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var rows = await reads.AllAsync(
            "SELECT kind, record FROM cases WHERE due_at <= $1 ORDER BY due_at LIMIT $2", [now, most], static row => (Kind: row.GetString(0), Record: row.GetString(1)), cancellationToken);
        return [.. rows.Select(row => CaseShapes.Read(row.Kind, row.Record))];
    }

    /// <summary>Says when a case is due that was looked at and is not due now; nothing when somebody has changed it since.</summary>
    public Task SetDueAsync(CaseReference reference, int version, DateTimeOffset? dueAt) =>
        journal.Value.WriteAsync(session => session.Execute("UPDATE cases SET due_at = $3 WHERE reference = $1 AND version = $2", reference.ToString(), version, dueAt));

    /// <summary>When the first of those who handle a case had its card; null when it has reached nobody yet.</summary>
    public async Task<DateTimeOffset?> FindArrivalAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        var (channel, handlers) = ($"{reference}/slt", $"{reference}/handler/");
        await using var context = database.Context();
        return await context.PostedCards.AsNoTracking().Where(row => row.PostedAt != null && (row.Key == channel || row.Key.StartsWith(handlers)))
            .OrderBy(row => row.PostedAt).Select(row => row.PostedAt).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<PostedCard?> FindPostedCardAsync(string key, CancellationToken cancellationToken) =>
        await reads.FirstAsync(
            "SELECT key, conversation_key, conversation_id, activity_id FROM posted_cards WHERE key = $1", [key],
            static row => new PostedCard(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)), cancellationToken);

    /// <summary>Takes due deliveries, and first those that somebody took and never finished.</summary>
    public Task<ImmutableArray<ClaimedDelivery>> ClaimAsync(DateTimeOffset now, TimeSpan reconcile, int most, bool graph) =>
        ClaimAsync(now, reconcile, most, graph ? [.. Enum.GetValues<DeliveryKind>()] : DeliveryKinds.ToTeams);

    /// <summary>As above, those of some kinds alone.</summary>
    public Task<ImmutableArray<ClaimedDelivery>> ClaimAsync(DateTimeOffset now, TimeSpan reconcile, int most, ImmutableArray<DeliveryKind> kinds) =>
        journal.Value.WriteAsync(session =>
        {
            OutboxStatements.ReleaseAbandoned(session, now, now, now + reconcile);
            return OutboxStatements.Claim(session, !database.IsSqlite, now, now + lease, most, kinds);
        });

    /// <inheritdoc cref="OutboxStatements.TryParkedAgain"/>
    public Task<int> TryParkedAgainAsync(DateTimeOffset now) => journal.Value.WriteAsync(session => OutboxStatements.TryParkedAgain(session, now));

    /// <summary>Keeps how far a delivery has got, for whoever takes it next.</summary>
    public Task KeepProgressAsync(string deliveryKey, string payload) =>
        journal.Value.WriteAsync(session => session.Execute("UPDATE outbox SET payload = $2 WHERE key = $1", deliveryKey, payload));

    public Task SettleAsync(string deliveryKey, Settlement settlement, DateTimeOffset now) =>
        journal.Value.WriteAsync(session => OutboxStatements.Settle(session, deliveryKey, settlement, now));

    /// <summary>True when the card that was seen settles a doubt, or is a copy that is now to be taken away.</summary>
    public async Task<bool> SightedAsync(string deliveryKey, PostedCard seen, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await FindPostedCardAsync(seen.Key, cancellationToken))?.ActivityId != seen.ActivityId
        && await journal.Value.WriteAsync(session => OutboxStatements.Sighted(session, deliveryKey, seen, now));

    /// <summary>A card that was said in a chat is being used there, so it has arrived; true when that settles a doubt.</summary>
    public Task<bool> AnsweredAsync(PostedCard seen) => journal.Value.WriteAsync(session => OutboxStatements.Answered(session, seen));

    /// <summary>
    /// The conversation refuses the bot: nothing is sent there until it is heard from again. A turn that has loaded it loads it again. False when
    /// it is not known, or was inactive already.
    /// </summary>
    public async Task<bool> DeactivateAsync(string conversationKey)
    {
        var left = await journal.Value.WriteAsync(session => session.Execute(
            "UPDATE conversations SET active = $2, version = version + 1 WHERE key = $1 AND active = $3", conversationKey, false, true) == 1);
        conversations.Forget(conversationKey);
        return left;
    }

    public async Task<Backlog> BacklogAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await context.Outbox.AsNoTracking().GroupBy(row => new { row.State, Graph = row.Kind.StartsWith("Graph") })
            .Select(group => new { group.Key.State, group.Key.Graph, Count = group.Count() }).ToListAsync(cancellationToken);
        int Count(string state) => rows.Where(row => row.State == state && !row.Graph).Sum(row => row.Count);
        return new Backlog(
            Count(DeliveryState.Pending) + Count(DeliveryState.Sending), Count(DeliveryState.Ambiguous), rows.Where(row => row.State == DeliveryState.Parked).Sum(row => row.Count),
            rows.Where(row => row.Graph && row.State != DeliveryState.Parked).Sum(row => row.Count));
    }

    /// <summary>Forgets which activities were handled before <paramref name="before"/>: nothing redelivers them any more.</summary>
    public Task<int> ForgetInboxAsync(DateTimeOffset before) =>
        journal.Value.WriteAsync(session => session.Execute("DELETE FROM inbox WHERE at < $1", before));

    /// <summary>Writes nothing, in a transaction: fails where a write would.</summary>
    public Task<int> TryWriteAsync() => journal.Value.WriteAsync(session => session.Execute("DELETE FROM inbox WHERE conversation = $1 AND activity = $1", ""));

    public async ValueTask DisposeAsync()
    {
        if (journal.IsValueCreated)
            await journal.Value.DisposeAsync();
        reads.Dispose();
        room?.Dispose();
    }
}
