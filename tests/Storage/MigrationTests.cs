using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PolicyBot.Cases.Storage;
using PolicyBot.Cases.Storage.Sqlite;

namespace PolicyBot.Tests.Storage;

public sealed class MigrationTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_first_start_makes_the_tables(Engine engine)
    {
        await using var memory = await Memory.UnopenedAsync(engine);

        await memory.Store.OpenAsync(Sample.Now, Ended);

        Assert.Empty(await memory.Store.Incidents.AllAsync(Ended));
        Assert.Equal(CommitResult.Committed.Instance, await memory.Store.CommitAsync(Sample.Opening(1)));
    }

    [Theory, OnBoth]
    public async Task The_next_start_keeps_what_is_there(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Opening(1));

        var later = memory.Another();
        await later.OpenAsync(Sample.Now, Ended);

        Assert.Equal(Sample.Reference(1), Assert.Single(await later.Incidents.AllAsync(Ended)).Reference);
    }

    [Fact]
    public async Task On_SQLite_people_who_read_and_people_who_write_do_not_wait_for_each_other()
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        await using var connection = memory.Database.ConnectToWrite(); // a pooled one may be older than the mode, and tell the old one
        await using var mode = connection.CreateCommand();
        mode.CommandText = "PRAGMA journal_mode";

        Assert.Equal("wal", await mode.ExecuteScalarAsync(Ended));
    }

    [Theory]
    [InlineData("Data Source=never-opened.db")]
    [InlineData("Host=never-called")]
    public void The_migrations_say_what_the_model_says(string connection) =>
        Assert.False(Database.For(connection).Context().Database.HasPendingModelChanges());

    [Fact]
    public void A_new_SQLite_file_is_laid_out_as_the_migrations_would()
    {
        using var context = Database.For("Data Source=never-opened.db").Context();
        var written = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions).ReplaceLineEndings("\n");
        var right = Path.Combine(Repository.Artifacts("storage"), "schema.sql");
        File.WriteAllText(right, written);

        Assert.True(written == NewFile.Script(), $"A migration was added: copy {right} to cases/Storage/Sqlite/schema.sql.");
    }

    [Fact]
    public async Task A_file_with_an_older_layout_is_brought_up_to_date_and_keeps_what_is_in_it()
    {
        using var folder = new TemporaryFolder();
        var database = Database.For($"Data Source={folder.File("old.db")}");
        await using (var old = database.Context())
            await old.GetService<IMigrator>().MigrateAsync("First", Ended);
        await using (var connection = database.ConnectToWrite())
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "INSERT INTO conversations (key, tenant, kind, person, address, active, state, version) VALUES ('a:1', 't', 'Personal', 'p', '{}', 1, '{}', 1)";
            await command.ExecuteNonQueryAsync(Ended);
        }

        await using var store = new CaseStore(database, TimeSpan.FromMinutes(1));
        await store.OpenAsync(Sample.Now, Ended);

        Assert.Equal("p", (await store.FindConversationAsync("a:1", Ended))?.PersonId);
        Assert.Equal(CommitResult.Committed.Instance, await store.CommitAsync(Sample.Opening(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Server=sql;Database=cases")]
    public void Any_other_database_is_refused_with_a_sentence(string connection) =>
        Assert.Contains("Data Source=<file>", Assert.Throws<ArgumentException>(() => Database.For(connection)).Message, StringComparison.Ordinal);
}
