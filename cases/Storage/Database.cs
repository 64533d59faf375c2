using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyBot.Cases.Storage.Sqlite;

namespace PolicyBot.Cases.Storage;

/// <summary>
/// Which database it is and what differs between the two: <c>Data Source=…</c> is SQLite, <c>Host=…</c> is PostgreSQL.
/// </summary>
public sealed class Database
{
    private readonly string connectionString;
    private object? options; // EF Core's; as an object, because a start on tables that are up to date does not load EF Core

    private Database(string connectionString, bool isSqlite) => (this.connectionString, IsSqlite) = (connectionString, isSqlite);

    public bool IsSqlite { get; }

    /// <summary>The database that a connection string names.</summary>
    /// <exception cref="ArgumentException">The connection string is neither SQLite's nor PostgreSQL's; the message says what to write.</exception>
    public static Database For(string connectionString)
    {
        if (connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            return Postgres(connectionString);
        if (connectionString.Contains("Data Source=", StringComparison.OrdinalIgnoreCase))
            return Sqlite(connectionString);
        throw new ArgumentException(
            "ConnectionStrings:Cases must be either 'Data Source=<file>' (SQLite) or 'Host=<server>;…' (PostgreSQL).", nameof(connectionString));
    }

    internal CasesDb Context() => IsSqlite
        ? new SqliteCasesDb((DbContextOptions<SqliteCasesDb>)(options ??= new DbContextOptionsBuilder<SqliteCasesDb>().UseSqlite(connectionString).Options))
        : new PostgresCasesDb((DbContextOptions<PostgresCasesDb>)(options ??= new DbContextOptionsBuilder<PostgresCasesDb>().UseNpgsql(connectionString).Options));

    internal async ValueTask<DbConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = Connection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// A connection outside the pool. It rolls back when it is closed: SQLite's pool would hand it on with its transaction still open, and nobody could
    /// write. And on PostgreSQL the writer never stands in line behind those who read.
    /// </summary>
    internal DbConnection ConnectToWrite()
    {
        var connection = IsSqlite ? new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString) : UnpooledPostgres();
        connection.Open();
        return connection;
    }

    private static Database Sqlite(string connectionString)
    {
        var sqlite = new SqliteConnectionStringBuilder(connectionString);
        if (Path.GetDirectoryName(Path.GetFullPath(sqlite.DataSource)) is { } folder)
            Directory.CreateDirectory(folder);
        return new Database(sqlite.ConnectionString, isSqlite: true);
    }

    private DbConnection Connection() => IsSqlite ? new SqliteConnection(connectionString) : PooledPostgres();

    // Methods of their own, and of a type that both have: whoever uses SQLite does not load PostgreSQL's libraries into memory.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Database Postgres(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 40, AutoPrepareMinUsages = 2 };
        // Two instances leave room for a person and a backup on a server that takes 100 connections, as servers do unless they are told otherwise.
        if (!settings.ShouldSerialize("Maximum Pool Size"))
            settings.MaxPoolSize = 40;
        return new Database(settings.ConnectionString, isSqlite: false);
    }

#pragma warning disable CA1859 // The narrower type would be loaded with whoever calls.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private DbConnection PooledPostgres() => new NpgsqlConnection(connectionString);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private DbConnection UnpooledPostgres() => new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
#pragma warning restore CA1859

    /// <summary>Brings the tables up to date; cheap when they are.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (await IsCurrentAsync(cancellationToken) || (IsSqlite && NewFile.TryLayOut(ConnectToWrite)))
            return;
        await using var context = Context();
        await context.Database.MigrateAsync(cancellationToken);
    }

    // Asking EF Core whether anything is to be migrated builds its whole model, a good part of a second at every start.
    // The history table answers the same question in a millisecond.
    private async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await ConnectAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" DESC LIMIT 1""";
            return await command.ExecuteScalarAsync(cancellationToken) as string == LatestMigration;
        }
        catch (DbException)
        {
            return false; // no such table, or no such database yet: the migration makes it
        }
    }

    private string LatestMigration => Migrations.Latest(IsSqlite ? typeof(SqliteCasesDb) : typeof(PostgresCasesDb));

    internal object Time(DateTimeOffset instant) => IsSqlite ? instant.ToUnixTimeMilliseconds() : instant.ToUniversalTime();
}
