using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;

namespace PolicyBot.Cases.Storage;

/// <summary>Reads the cases of one kind. All kinds lie in one table; none of these ever sees another's.</summary>
public sealed class CaseReader<TCase> where TCase : class, ICase
{
    private readonly Database database;
    private readonly string kind;
    private readonly Func<JsonTypeInfo<TCase>> shape;

    // The shape is asked for with the first case: to know every kind's would cost each start a third of a second and ten megabytes.
    internal CaseReader(Database database, string kind, Func<JsonTypeInfo<TCase>> shape)
    {
        this.database = database;
        this.kind = kind;
        this.shape = shape;
    }

    public async Task<TCase?> FindAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        var name = reference.ToString();
        return (await ReadAsync(row => row.Reference == name, cancellationToken)).FirstOrDefault();
    }

    public async Task<TCase?> FindByDraftAsync(string draftId, CancellationToken cancellationToken) =>
        (await ReadAsync(row => row.Draft == draftId, cancellationToken)).FirstOrDefault();

    /// <summary>Somebody's own, newest first.</summary>
    public async Task<ImmutableArray<TCase>> OpenedByAsync(string personId, CancellationToken cancellationToken)
    {
        var cases = await ReadAsync(row => row.Reporter == personId, cancellationToken);
        return [.. cases.Reverse()];
    }

    /// <summary>Those that stand so (see <see cref="ICase.Standing"/>), oldest first.</summary>
    public Task<ImmutableArray<TCase>> StandingAsync(ImmutableArray<string> standings, CancellationToken cancellationToken)
    {
        string[] wanted = [.. standings];
        return ReadAsync(row => wanted.Contains(row.Status), cancellationToken);
    }

    /// <summary>Those of some academies that stand so, oldest first.</summary>
    public async Task<ImmutableArray<TCase>> OfAcademiesAsync(ImmutableArray<string> academies, ImmutableArray<string> standings, CancellationToken cancellationToken)
    {
        if (academies.IsEmpty)
            return [];
        string[] theirs = [.. academies], wanted = [.. standings];
        return await ReadAsync(row => theirs.Contains(row.Academy) && wanted.Contains(row.Status), cancellationToken);
    }

    private async Task<ImmutableArray<TCase>> ReadAsync(Expression<Func<CaseRow, bool>> wanted, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var records = await context.Cases.AsNoTracking().Where(row => row.Kind == kind).Where(wanted)
            .OrderBy(row => row.Year).ThenBy(row => row.Number).Select(row => row.Record).ToListAsync(cancellationToken);
        return [.. records.Select(record => JsonSerializer.Deserialize(record, shape())!)];
    }
}
