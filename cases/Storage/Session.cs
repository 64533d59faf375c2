using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PolicyBot.Cases.Storage;

/// <summary>
/// An open connection with the statements that were prepared on it. Parameters are <c>$1</c>, <c>$2</c> …, which both databases
/// understand. Used by one caller at a time.
/// </summary>
internal sealed class Session : IDisposable
{
    private readonly Database database;
    private readonly DbConnection connection;
    private readonly Dictionary<string, DbCommand> prepared = [];
    private readonly Dictionary<string, SqliteStatement> changes = [];

    private Session(Database database, DbConnection connection)
    {
        this.database = database;
        this.connection = connection;
    }

    /// <summary>To read. Whoever has to wait for a connection gives their thread back meanwhile: those who have one need it to be done.</summary>
    public static async ValueTask<Session> OpenAsync(Database database, CancellationToken cancellationToken) =>
        new(database, await database.ConnectAsync(cancellationToken));

    /// <summary>To write, on the writer's own thread.</summary>
    public static Session OpenToWrite(Database database)
    {
        var session = new Session(database, database.ConnectToWrite());
        if (!database.IsSqlite)
            return session;
        // Only a migration, another process that opens it now, or a person with a database tool ever stands in the way.
        session.Execute("PRAGMA busy_timeout=5000");
        // WAL: readers and the writer do not wait for each other. Told here, because EF Core does it only for a file that it made itself.
        session.Execute("PRAGMA journal_mode=WAL");
        // FULL: a commit is on the disk before the person is answered, also when the power fails a moment later.
        session.Execute("PRAGMA synchronous=FULL");
        // The log is folded back every 16 MB rather than every 4, and what one commit touches stays in memory: both only save work.
        session.Execute("PRAGMA wal_autocheckpoint=4000");
        session.Execute("PRAGMA cache_size=-2000");
        return session;
    }

    /// <summary>Runs a statement and gives the number of rows that it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        if (connection is not SqliteConnection sqlite)
            return Bind(sql, values).ExecuteNonQuery();
        if (!changes.TryGetValue(sql, out var statement))
            changes.Add(sql, statement = new SqliteStatement(sqlite.Handle!, sql, values.Length));
        return statement.Execute(database, values);
    }

    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar();

    public DbDataReader Query(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReader();

    /// <summary>Prepares a statement for an asynchronous read; the session is busy until its reader is closed.</summary>
    public DbCommand Bind(string sql, params ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(database.IsSqlite ? new SqliteParameter { ParameterName = $"${i}" } : PostgresParameter());
            prepared.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                DateTimeOffset time => database.Time(time),
                Utf8Text text => text.ToString(),
                var value => value,
            };
        return command;
    }

    // A method of its own: see Database.
    [MethodImpl(MethodImplOptions.NoInlining)]
#pragma warning disable CA1859 // The narrower type would be loaded with whoever calls.
    private static DbParameter PostgresParameter() => new NpgsqlParameter();
#pragma warning restore CA1859

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        foreach (var statement in changes.Values)
            statement.Dispose();
        connection.Dispose();
    }
}
