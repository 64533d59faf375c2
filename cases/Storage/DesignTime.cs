using Microsoft.EntityFrameworkCore.Design;

namespace PolicyBot.Cases.Storage;

// What `dotnet ef migrations add` makes a context with; no database is opened.

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteCasesDb>
{
    public SqliteCasesDb CreateDbContext(string[] args) => (SqliteCasesDb)Database.For("Data Source=design.db").Context();
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresCasesDb>
{
    public PostgresCasesDb CreateDbContext(string[] args) => (PostgresCasesDb)Database.For("Host=design").Context();
}
