using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Records;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>Holds the Trust's own record against the database, and brings it back to what the database says; never the other way.</summary>
internal sealed class Reconciliation(CaseArchive archive, CaseStore store, RecordSites sites, RecordKeeper keeper, IPeople people)
{
    /// <summary>Every difference.</summary>
    public async Task<ImmutableArray<RecordDifference>> LookAsync(CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cancellationToken);
        var items = ImmutableArray.CreateBuilder<PlacedItem>();
        foreach (var list in RecordLists.Open.Select(sites.Open).Append(sites.Restricted))
            await foreach (var item in list.AllAsync(cancellationToken))
                items.Add(new PlacedItem(list.Name, item));
        var differences = RecordDifferences.Of(known, items.ToImmutable()).ToBuilder();
        var restricted = items.Where(item => item.List == RecordLists.Restricted).Select(item => item.Item.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        differences.AddRange(await FilesAsync(sites.Evidence, known, entry => !entry.Restricted && !restricted.Contains(entry.Reference.ToString()), cancellationToken));
        differences.AddRange(await FilesAsync(sites.RestrictedEvidence, known, entry => entry.Restricted || restricted.Contains(entry.Reference.ToString()), cancellationToken));
        return [.. differences.OrderBy(difference => difference.Key, StringComparer.Ordinal)];
    }

    /// <summary>Repairs what can be repaired from the database.</summary>
    public async Task RepairAsync(ImmutableArray<RecordDifference> differences, CancellationToken cancellationToken)
    {
        foreach (var found in differences.Where(difference => difference.Repairable).GroupBy(difference => difference.Key, StringComparer.Ordinal))
        {
            // What stands where it must not stand goes first: of a restricted case every minute counts.
            foreach (var misplaced in found.SelectMany(difference => difference.Misplaced))
                await (misplaced.List == RecordLists.Restricted ? sites.Restricted : sites.Open(misplaced.List)).DeleteAsync(misplaced.Item, cancellationToken);
            if (CaseReference.TryParse(found.Key, out var reference))
                await keeper.RepairAsync(reference, cancellationToken);
        }
    }

    private async Task<ImmutableDictionary<string, KnownCase>> KnownAsync(CancellationToken cancellationToken)
    {
        var now = await people.LookAsync(cancellationToken);
        // Without knowing who fills which role nobody can say what must be hidden from whom.
        if (!now.Confirmed)
            throw new SharePointException(new GraphFault(GraphFaultKind.NotSent, 0, "RolesUnconfirmed", null));
        var known = ImmutableDictionary.CreateBuilder<string, KnownCase>(StringComparer.Ordinal);
        foreach (var disposed in await store.Disposals.LogAsync(cancellationToken))
            known[disposed.Reference.ToString()] = new KnownCase(null, IsAltered: false, IsDisposed: true);
        foreach (var reference in await archive.ReferencesAsync(cancellationToken))
            if (RecordKinds.Find(reference.Kind) is not null && await archive.FindAsync(reference, cancellationToken) is { } stored)
                known[reference.ToString()] = stored.Faults.IsEmpty
                    ? new KnownCase(RecordKinds.EntryOf(stored.Read(), now.Trust), IsAltered: false, IsDisposed: false)
                    : new KnownCase(null, IsAltered: true, IsDisposed: false);
        return known.ToImmutable();
    }

    private static async Task<ImmutableArray<RecordDifference>> FilesAsync(
        RecordLibrary library, ImmutableDictionary<string, KnownCase> known, Func<RecordEntry, bool> isHere, CancellationToken cancellationToken)
    {
        var differences = ImmutableArray.CreateBuilder<RecordDifference>();
        var folders = await library.FoldersAsync(cancellationToken);
        var expected = known.Values.Select(each => each.Entry).OfType<RecordEntry>().Where(entry => !entry.Files.IsEmpty && isHere(entry)).ToDictionary(entry => entry.Reference.ToString(), StringComparer.Ordinal);
        foreach (var folder in folders.Where(folder => !expected.ContainsKey(folder)))
            differences.Add(known.TryGetValue(folder, out var found)
                ? new RecordDifference(folder, library.Name, "files that should not be here", Repairable: !found.IsAltered)
                : new RecordDifference(folder, library.Name, "files of a case that neither the database nor its log of disposals knows: nothing is deleted; look into it", Repairable: false));
        foreach (var (key, entry) in expected)
        {
            var there = folders.Contains(key, StringComparer.Ordinal) ? await library.OfCaseAsync(key, cancellationToken) : [];
            foreach (var file in entry.Files.Where(file => !there.Any(found => found.Name == file.Name)))
                differences.Add(new RecordDifference(key, library.Name, $"the file {file.Name[..12]} is missing", Repairable: true));
            foreach (var file in entry.Files.Where(file => there.Any(found => found.Name == file.Name)))
                if (await library.HashAsync(key, file.Name, cancellationToken) != file.Hash)
                    differences.Add(new RecordDifference(key, library.Name, $"the file {file.Name[..12]} was altered", Repairable: true));
            if (there.Any(found => entry.Files.All(file => file.Name != found.Name)))
                differences.Add(new RecordDifference(key, library.Name, "there is a file more than there should be", Repairable: true));
        }
        return differences.ToImmutable();
    }
}
