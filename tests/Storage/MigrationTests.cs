using Microsoft.EntityFrameworkCore;
using PolicyBot.Cases.Storage;

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

    [Theory]
    [InlineData("")]
    [InlineData("Server=sql;Database=cases")]
    public void Any_other_database_is_refused_with_a_sentence(string connection) =>
        Assert.Contains("Data Source=<file>", Assert.Throws<ArgumentException>(() => Database.For(connection)).Message, StringComparison.Ordinal);
}
