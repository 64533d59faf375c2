using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Storage;

/// <summary>Every case of every kind as it is stored, each held against its own trail. Reads only.</summary>
public sealed class CaseArchive(Database database)
{
    /// <summary>The case; null when there is none.</summary>
    public async Task<StoredCase?> FindAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        var name = reference.ToString();
        await using var context = database.Context();
        return await context.Cases.AsNoTracking().FirstOrDefaultAsync(row => row.Reference == name, cancellationToken) is { } row
            ? await ReadAsync(context, row, cancellationToken)
            : null;
    }

    /// <summary>The references of all cases, kind by kind.</summary>
    public async Task<ImmutableArray<CaseReference>> ReferencesAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await context.Cases.AsNoTracking().OrderBy(row => row.Kind).ThenBy(row => row.Year).ThenBy(row => row.Number)
            .Select(row => row.Reference).ToListAsync(cancellationToken);
        return [.. rows.Select(row => CaseReference.TryParse(row, out var reference) ? reference : null).OfType<CaseReference>()];
    }

    public async Task<ImmutableArray<StoredCase>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await context.Cases.AsNoTracking().OrderBy(row => row.Kind).ThenBy(row => row.Year).ThenBy(row => row.Number).ThenBy(row => row.Reference)
            .ToListAsync(cancellationToken);
        var all = ImmutableArray.CreateBuilder<StoredCase>(rows.Count);
        foreach (var row in rows)
            all.Add(await ReadAsync(context, row, cancellationToken));
        return all.ToImmutable();
    }

    /// <summary>What no single case can tell: trails without a case, and numbers that are neither a case nor disposed of.</summary>
    public async Task<ImmutableArray<string>> GapsAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var cases = await context.Cases.AsNoTracking().Select(row => row.Reference).ToListAsync(cancellationToken);
        var disposed = await context.Disposals.AsNoTracking().Select(row => row.Reference).ToListAsync(cancellationToken);
        var trails = await context.Trail.AsNoTracking().Select(row => row.Reference).Distinct().ToListAsync(cancellationToken);
        var orphans = trails.Except(cases, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return
        [
            .. orphans.Select(reference => $"{reference}: the case is missing, and its trail is still there."),
            .. Missing([.. cases, .. disposed]).Except(orphans, StringComparer.Ordinal).Select(reference => $"{reference}: the case is missing, and the disposal log does not know of it."),
        ];
    }

    private static IEnumerable<string> Missing(ImmutableArray<string> known) => known
        .Select(name => CaseReference.TryParse(name, out var reference) ? reference : null).OfType<CaseReference>()
        .GroupBy(reference => (reference.Kind, reference.Year))
        .SelectMany(group => Enumerable.Range(1, group.Max(reference => reference.Number)).Except(group.Select(reference => reference.Number))
            .Select(number => new CaseReference(group.Key.Kind, group.Key.Year, number).ToString()));

    private static async Task<StoredCase> ReadAsync(CasesDb context, CaseRow row, CancellationToken cancellationToken)
    {
        var entries = await context.Trail.AsNoTracking().Where(entry => entry.Reference == row.Reference).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        ImmutableArray<TrailEntry> trail =
            [.. entries.Select(entry => new TrailEntry(entry.Sequence, entry.At, entry.Actor, entry.Type, entry.Data, entry.Previous, entry.Hash))];
        var reference = CaseReference.TryParse(row.Reference, out var named) ? named : new CaseReference(row.Kind, row.Year, row.Number);
        return new StoredCase(reference, row.Record, trail, [.. Faults(row, trail)]);
    }

    private static IEnumerable<string> Faults(CaseRow row, ImmutableArray<TrailEntry> trail)
    {
        ICase? record;
        try
        {
            record = CaseShapes.Read(row.Kind, row.Record);
        }
        catch (JsonException)
        {
            record = null;
        }
        if (record?.Trail is null || record.Reference is null || record.OpenedBy is null)
        {
            yield return $"{row.Reference}: the record cannot be read.";
            yield break;
        }

        if (CaseSeal.Of(row.Record) != row.Seal)
            yield return $"{row.Reference}: the record or its seal was altered.";
        if (record.Trail.FaultIn(record.Reference, trail) is { } fault)
            yield return fault;

        // What is looked up by stands beside the record; it must say the same.
        (string Column, bool Fits)[] columns =
        [
            ("reference", row.Reference == record.Reference.ToString()), ("kind", row.Kind == record.Reference.Kind), ("year", row.Year == record.Reference.Year),
            ("number", row.Number == record.Reference.Number), ("academy", row.Academy == record.Academy), ("status", row.Status == record.Standing),
            ("reporter", row.Reporter == record.OpenedBy.Id), ("draft", row.Draft == record.DraftId), ("version", row.Version == record.Trail.Count),
            ("opened_at", trail.IsEmpty || Same(row.OpenedAt, trail[0].At)), ("changed_at", trail.IsEmpty || Same(row.ChangedAt, trail[^1].At)),
        ];
        foreach (var (column, _) in columns.Where(each => !each.Fits))
            yield return $"{row.Reference}: the column {column} was altered.";
    }

    // The one database keeps milliseconds, the other microseconds.
    private static bool Same(DateTimeOffset one, DateTimeOffset other) => one.ToUnixTimeMilliseconds() == other.ToUnixTimeMilliseconds();
}
