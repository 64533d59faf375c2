using System.Data.Common;
using PolicyBot.Cases.Conversations;

namespace PolicyBot.Cases.Storage;

/// <summary>Reads conversations. Every message reads its own; with SQLite, what was read or written lately is remembered.</summary>
internal sealed class ConversationReader(Reads reads)
{
    private const string Select = "SELECT key, tenant, kind, person, address, active, state, version FROM conversations WHERE ";

    private readonly ConversationCache? cache = reads.IsSqlite ? new ConversationCache() : null;

    public ValueTask<Conversation?> FindAsync(string key, CancellationToken cancellationToken) =>
        cache?.Find(key) is { } kept ? new ValueTask<Conversation?>(kept) : ReadAsync(Select + "key = $1", key, cancellationToken);

    public ValueTask<Conversation?> FindPersonalAsync(string personId, CancellationToken cancellationToken) =>
        ReadAsync(Select + "person = $1 AND kind = 'Personal' ORDER BY active DESC LIMIT 1", personId, cancellationToken);

    public ValueTask<Conversation?> FindAnyAsync(CancellationToken cancellationToken) => ReadAsync(Select + "active = $1 LIMIT 1", true, cancellationToken);

    /// <summary>Remembers what was just written.</summary>
    public void Keep(Conversation conversation) => cache?.Put(conversation);

    public void Forget(string key) => cache?.Forget(key);

    private async ValueTask<Conversation?> ReadAsync(string sql, object value, CancellationToken cancellationToken)
    {
        var found = await reads.FirstAsync(sql, [value], Read, cancellationToken);
        if (found is not null)
            cache?.Put(found);
        return found;
    }

    private static Conversation Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), Enum.Parse<ConversationKind>(row.GetString(2)), row.IsDBNull(3) ? null : row.GetString(3),
        row.GetString(4), row.GetBoolean(5), ConversationCodec.Read(row.GetString(6)), row.GetInt32(7));
}
