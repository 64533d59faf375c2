using System.Collections.Concurrent;
using System.Data.Common;
using PolicyBot.Cases.Conversations;

namespace PolicyBot.Cases.Storage;

/// <summary>
/// Reads conversations. Every message reads its own, so a few connections stay open with the statement prepared on them; with SQLite, what was
/// read or written lately is remembered.
/// </summary>
internal sealed class ConversationReader(Database database) : IDisposable
{
    private const int MostIdle = 8;
    private const string Select = "SELECT key, tenant, kind, person, address, active, state, version FROM conversations WHERE ";

    private readonly ConcurrentBag<Session> idle = [];
    private readonly ConversationCache? cache = database.IsSqlite ? new ConversationCache() : null;

    public ValueTask<Conversation?> FindAsync(string key, CancellationToken cancellationToken) =>
        cache?.Find(key) is { } kept ? new ValueTask<Conversation?>(kept) : ReadAsync(Select + "key = $1", key, cancellationToken);

    public ValueTask<Conversation?> FindPersonalAsync(string personId, CancellationToken cancellationToken) =>
        ReadAsync(Select + "person = $1 AND kind = 'Personal' ORDER BY active DESC LIMIT 1", personId, cancellationToken);

    public ValueTask<Conversation?> FindAnyAsync(CancellationToken cancellationToken) => ReadAsync(Select + "active = $1 LIMIT 1", true, cancellationToken);

    /// <summary>Remembers what was just written.</summary>
    public void Keep(Conversation conversation) => cache?.Put(conversation);

    public void Forget(string key) => cache?.Forget(key);

    public void Dispose()
    {
        while (idle.TryTake(out var session))
            session.Dispose();
    }

    private async ValueTask<Conversation?> ReadAsync(string sql, object value, CancellationToken cancellationToken)
    {
        if (idle.TryTake(out var session))
        {
            try
            {
                return await ReadAsync(session, sql, value, cancellationToken);
            }
            catch (DbException)
            {
                // The server may have been restarted since this connection was last used; a new one will tell.
            }
        }
        return await ReadAsync(await Session.OpenAsync(database, cancellationToken), sql, value, cancellationToken);
    }

    private async ValueTask<Conversation?> ReadAsync(Session session, string sql, object value, CancellationToken cancellationToken)
    {
        Conversation? found = null;
        try
        {
            await using var row = await session.Bind(sql, value).ExecuteReaderAsync(cancellationToken);
            if (await row.ReadAsync(cancellationToken))
                found = new Conversation(
                    row.GetString(0), row.GetString(1), Enum.Parse<ConversationKind>(row.GetString(2)), row.IsDBNull(3) ? null : row.GetString(3),
                    row.GetString(4), row.GetBoolean(5), ConversationCodec.Read(row.GetString(6)), row.GetInt32(7));
        }
        catch
        {
            session.Dispose(); // a broken connection is not handed to the next reader
            throw;
        }
        if (idle.Count < MostIdle)
            idle.Add(session);
        else
            session.Dispose();
        if (found is not null)
            cache?.Put(found);
        return found;
    }
}
