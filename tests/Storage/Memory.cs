using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>The two databases that the bot can remember in. Everything in this folder is so on both.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>A new, empty database of the test's own, with a store on it; gone when the test ends.</summary>
internal sealed class Memory : IAsyncDisposable
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();
    private readonly List<CaseStore> stores = [];
    private readonly string? server;
    private readonly string name = $"policybot_{Guid.NewGuid():N}";

    private Memory(Engine engine)
    {
        server = engine is Engine.Postgres ? Needs.Postgres() : null;
        ConnectionString = server is null
            ? $"Data Source={folder.File("cases.db")}"
            : new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        Database = Database.For(ConnectionString);
        Store = Another();
    }

    public string ConnectionString { get; }

    public Database Database { get; }

    public CaseStore Store { get; }

    public static async Task<Memory> NewAsync(Engine engine)
    {
        var memory = await UnopenedAsync(engine);
        await memory.Store.OpenAsync(Sample.Now, TestContext.Current.CancellationToken);
        return memory;
    }

    /// <summary>The database before the bot was ever started on it.</summary>
    public static async Task<Memory> UnopenedAsync(Engine engine)
    {
        var memory = new Memory(engine);
        if (memory.server is not null)
            await memory.OnServerAsync($"CREATE DATABASE {memory.name}");
        return memory;
    }

    /// <summary>A second store on the same database, as another process has it.</summary>
    public CaseStore Another()
    {
        var store = new CaseStore(Database.For(ConnectionString), Lease);
        stores.Add(store);
        return store;
    }

    /// <summary>Changes the tables behind the store's back, as somebody with a database tool can.</summary>
    public void Tamper(string sql)
    {
        using var connection = Database.ConnectToWrite();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public int Count(string table)
    {
        using var connection = Database.ConnectToWrite();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Ends every connection to the database, as a restart of the server does.</summary>
    public Task CutConnectionsAsync() =>
        OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores)
            await store.DisposeAsync();
        if (server is null)
        {
            using var pool = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(pool);
        }
        else
        {
            await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
        folder.Dispose();
    }

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
