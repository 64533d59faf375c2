using System.Collections.Concurrent;
using System.Data.Common;

namespace PolicyBot.Cases.Storage;

/// <summary>
/// What every turn and every look at the clocks read, without EF Core: to know its model costs each start a good part of a second and twenty
/// megabytes. A few connections stay open, with the statements prepared on them.
/// </summary>
internal sealed class Reads(Database database) : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentBag<Session> idle = [];

    public bool IsSqlite => database.IsSqlite;

    /// <summary>All rows that the statement finds; its parameters are <c>$1</c>, <c>$2</c> …</summary>
    public async ValueTask<List<T>> AllAsync<T>(string sql, ImmutableArray<object> values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        if (idle.TryTake(out var session))
        {
            try
            {
                return await AllAsync(session, sql, values, read, cancellationToken);
            }
            catch (DbException)
            {
                // The server may have been restarted since this connection was last used; a new one will tell.
            }
        }
        return await AllAsync(await Session.OpenAsync(database, cancellationToken), sql, values, read, cancellationToken);
    }

    /// <summary>The first row that the statement finds; null when there is none.</summary>
    public async ValueTask<T?> FirstAsync<T>(string sql, ImmutableArray<object> values, Func<DbDataReader, T> read, CancellationToken cancellationToken) where T : class =>
        (await AllAsync(sql, values, read, cancellationToken)).FirstOrDefault();

    public void Dispose()
    {
        while (idle.TryTake(out var session))
            session.Dispose();
    }

    private async ValueTask<List<T>> AllAsync<T>(Session session, string sql, ImmutableArray<object> values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var found = new List<T>();
        try
        {
            await using var row = await session.Bind(sql, values.AsSpan()).ExecuteReaderAsync(cancellationToken);
            while (await row.ReadAsync(cancellationToken))
                found.Add(read(row));
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
        return found;
    }
}
