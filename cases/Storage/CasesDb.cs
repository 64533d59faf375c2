using Microsoft.EntityFrameworkCore;

namespace PolicyBot.Cases.Storage;

/// <summary>One model for both databases: it makes the tables and their migrations, and reads cases.</summary>
internal abstract class CasesDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();
    public DbSet<AskedRow> Asked => Set<AskedRow>();
    public DbSet<TrailRow> Trail => Set<TrailRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<PostedCardRow> PostedCards => Set<PostedCardRow>();
    public DbSet<ReadingRow> Readings => Set<ReadingRow>();
    public DbSet<DisposalRow> Disposals => Set<DisposalRow>();

    public DbSet<VaultRow> Vault => Set<VaultRow>();
    public DbSet<VaultCodeRow> VaultCodes => Set<VaultCodeRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<InboxRow>().ToTable("inbox").HasKey(r => new { r.Activity, r.Conversation });
        modelBuilder.Entity<ConversationRow>(row =>
        {
            row.ToTable("conversations").HasKey(r => r.Key);
            row.HasIndex(r => r.Person);
        });
        modelBuilder.Entity<CaseRow>(row =>
        {
            row.ToTable("cases").HasKey(r => r.Reference);
            row.HasIndex(r => r.Draft).IsUnique();
            row.HasIndex(r => new { r.Kind, r.Year, r.Number }).IsUnique();
            row.HasIndex(r => r.Reporter);
            row.HasIndex(r => new { r.Academy, r.Status });
            row.HasIndex(r => r.DueAt).HasFilter("due_at IS NOT NULL");
        });
        modelBuilder.Entity<AskedRow>().ToTable("asked").HasKey(r => new { r.Day, r.Kind, r.Subject });
        modelBuilder.Entity<TrailRow>().ToTable("trail").HasKey(r => new { r.Reference, r.Sequence });
        modelBuilder.Entity<OutboxRow>(row =>
        {
            row.ToTable("outbox").HasKey(r => r.Key);
            // A reply is written already in its sender's hands and deleted when it has arrived; these filters keep it out of both indexes.
            row.HasIndex(r => r.DueAt).HasFilter("state <> 'Sending'");
            row.HasIndex(r => new { r.Lane, r.Position }).HasFilter("lane IS NOT NULL");
        });
        modelBuilder.Entity<PostedCardRow>().ToTable("posted_cards").HasKey(r => r.Key);
        modelBuilder.Entity<ReadingRow>().ToTable("readings").HasKey(r => new { r.Person, r.Document, r.Edition });
        modelBuilder.Entity<DisposalRow>().ToTable("disposals").HasKey(r => r.Reference);

        modelBuilder.Entity<VaultRow>().ToTable("vault").HasKey(r => new { r.Entry, r.Version });
        modelBuilder.Entity<VaultCodeRow>().ToTable("vault_codes").HasKey(r => r.Hash);

        // Lower-case names with underscores need no quotes in PostgreSQL, so that one SQL text serves both databases.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(string.Concat(property.Name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")));
    }
}

internal sealed class SqliteCasesDb(DbContextOptions<SqliteCasesDb> options) : CasesDb(options)
{
    // SQLite has no time type: milliseconds since 1970 sort and compare as numbers.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
}

internal sealed class PostgresCasesDb(DbContextOptions<PostgresCasesDb> options) : CasesDb(options);

internal sealed class UnixMilliseconds() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));
