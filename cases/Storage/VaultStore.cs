using Microsoft.EntityFrameworkCore;

namespace PolicyBot.Cases.Storage;

/// <summary>A version of an entry as it lies in the embedded vault. Nothing of it can be read without the master key.</summary>
/// <param name="KeyId">Which master key wraps <paramref name="Wrapped"/>.</param>
public sealed record SealedEntry(string Entry, int Version, string KeyId, string Wrapped, string Sealed);

/// <summary>A code that lets one person into one page of the vault, once, for a few minutes.</summary>
/// <param name="Hash">Of the code, in lower-case hex. The code itself is kept nowhere.</param>
/// <param name="Purpose">What the page does.</param>
/// <param name="Subject">The reference that the page is about.</param>
public sealed record VaultTicket(string Hash, string Person, string Purpose, string Subject, DateTimeOffset ExpiresAt);

/// <summary>The embedded vault's rows. What they hold was sealed before it came here.</summary>
public sealed class VaultStore
{
    private readonly Database database;
    private readonly Lazy<Journal> journal;

    internal VaultStore(Database database, Lazy<Journal> journal)
    {
        this.database = database;
        this.journal = journal;
    }

    /// <summary>Adds the next version of an entry and gives its number.</summary>
    /// <param name="seal">Seals for this version: what is sealed for one opens for no other.</param>
    public Task<int> AddAsync(string entry, Func<int, SealedEntry> seal, DateTimeOffset at) => journal.Value.WriteAsync(session =>
    {
        // On PostgreSQL two may add at once: the slower one's key is taken, and the journal tries once more alone.
        var version = Convert.ToInt32(session.Scalar("SELECT COALESCE(MAX(version), 0) FROM vault WHERE entry = $1", entry), System.Globalization.CultureInfo.InvariantCulture) + 1;
        var made = seal(version);
        session.Execute(
            "INSERT INTO vault (entry, version, key_id, wrapped, sealed, at) VALUES ($1, $2, $3, $4, $5, $6)", made.Entry, made.Version, made.KeyId, made.Wrapped, made.Sealed, at);
        return version;
    });

    public async Task<SealedEntry?> FindAsync(string entry, int version, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        return await context.Vault.AsNoTracking().FirstOrDefaultAsync(row => row.Entry == entry && row.Version == version, cancellationToken) is { } row ? Read(row) : null;
    }

    /// <summary>Those whose key is wrapped by another master key than this one.</summary>
    public async Task<ImmutableArray<SealedEntry>> WrappedOtherwiseAsync(string keyId, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await context.Vault.AsNoTracking().Where(row => row.KeyId != keyId).OrderBy(row => row.Entry).ThenBy(row => row.Version).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <summary>Which master keys are in use.</summary>
    public async Task<ImmutableArray<string>> KeysInUseAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        return [.. await context.Vault.AsNoTracking().Select(row => row.KeyId).Distinct().ToListAsync(cancellationToken)];
    }

    /// <summary>The same entry, wrapped by another master key; false when somebody else has done it already.</summary>
    public Task<bool> RewrapAsync(SealedEntry before, string keyId, string wrapped) => journal.Value.WriteAsync(session => session.Execute(
        "UPDATE vault SET key_id = $4, wrapped = $5 WHERE entry = $1 AND version = $2 AND key_id = $3", before.Entry, before.Version, before.KeyId, keyId, wrapped) == 1);

    /// <summary>Takes away what came before a version: nobody can sign in with it any more.</summary>
    public Task ForgetBeforeAsync(string entry, int version) => journal.Value.WriteAsync(session => session.Execute("DELETE FROM vault WHERE entry = $1 AND version < $2", entry, version));

    /// <summary>Takes an entry away with all its versions.</summary>
    public Task RemoveAsync(string entry) => journal.Value.WriteAsync(session => session.Execute("DELETE FROM vault WHERE entry = $1", entry));

    /// <summary>Uses a code up. Null when there is no such code, it was used, or its time is over: of two who use it at once, one has it.</summary>
    public async Task<VaultTicket?> UseAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        if (await context.VaultCodes.AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash, cancellationToken) is not { } row)
            return null;
        var mine = await journal.Value.WriteAsync(session => session.Execute("DELETE FROM vault_codes WHERE hash = $1", hash) == 1);
        return mine && now < row.ExpiresAt ? new VaultTicket(row.Hash, row.Person, row.Purpose, row.Subject, row.ExpiresAt) : null;
    }

    internal static void StoreTicket(Session session, VaultTicket ticket, DateTimeOffset now)
    {
        session.Execute("DELETE FROM vault_codes WHERE expires_at < $1 OR (person = $2 AND purpose = $3 AND subject = $4)", now, ticket.Person, ticket.Purpose, ticket.Subject);
        session.Execute(
            "INSERT INTO vault_codes (hash, person, purpose, subject, expires_at) VALUES ($1, $2, $3, $4, $5)", ticket.Hash, ticket.Person, ticket.Purpose, ticket.Subject, ticket.ExpiresAt);
    }

    private static SealedEntry Read(VaultRow row) => new(row.Entry, row.Version, row.KeyId, row.Wrapped, row.Sealed);
}
