using System.Globalization;
using PolicyBot.Cases;
using PolicyBot.Cases.Records;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>An item and the list it is in.</summary>
internal sealed record PlacedItem(string List, ListItem Item);

/// <summary>A case that the database knows.</summary>
/// <param name="Entry">What the record should say; null when the case is not in it.</param>
/// <param name="IsAltered">True when the record in the database does not fit its trail: then the list may be the only witness.</param>
internal sealed record KnownCase(RecordEntry? Entry, bool IsAltered, bool IsDisposed);

/// <summary>One difference between the record and the database. Columns are named, what stands in them is not.</summary>
/// <param name="Key">The case's reference, or what stands in the key's place.</param>
/// <param name="Where">The list or library.</param>
internal sealed record RecordDifference(string Key, string Where, string What, bool Repairable)
{
    /// <summary>Items that must not be where they are.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ImmutableArray<PlacedItem> Misplaced { get; init; } = [];
}

/// <summary>Compares the lists with what the database says. Pure: two pictures of the same moment.</summary>
internal static class RecordDifferences
{
    public static ImmutableArray<RecordDifference> Of(ImmutableDictionary<string, KnownCase> known, ImmutableArray<PlacedItem> items)
    {
        var byKey = items.Where(placed => placed.Item.Key is not null).ToLookup(placed => placed.Item.Key!, StringComparer.Ordinal);
        return
        [
            .. items.Where(placed => placed.Item.Key is null)
                .Select(placed => new RecordDifference(string.Create(CultureInfo.InvariantCulture, $"item {placed.Item.Id}"), placed.List, "has no reference: somebody put it in by hand; nothing is deleted", Repairable: false)),
            .. byKey.Where(group => !known.ContainsKey(group.Key))
                .Select(group => new RecordDifference(Named(group.Key), group.First().List, "neither the database nor its log of disposals knows it: nothing is deleted; look into it", Repairable: false)),
            .. known.SelectMany(pair => OfCase(pair.Key, pair.Value, [.. byKey[pair.Key]])),
        ];
    }

    private static IEnumerable<RecordDifference> OfCase(string key, KnownCase known, ImmutableArray<PlacedItem> found)
    {
        if (known.IsAltered)
            return [new RecordDifference(key, "the database", "the case was altered there, as 'verify' says: the record is left as it is, and is not repaired from it", Repairable: false)];
        if (known.Entry is not { } entry)
            return found.IsEmpty ? [] : [new RecordDifference(key, found[0].List, known.IsDisposed ? "was disposed of and is still there" : "should not be in the record", Repairable: true) { Misplaced = found }];

        // What was restricted once stays so.
        var home = entry.Restricted || found.Any(placed => placed.List == RecordLists.Restricted) ? RecordLists.Restricted : entry.List;
        ImmutableArray<PlacedItem> elsewhere = [.. found.Where(placed => placed.List != home)], here = [.. found.Where(placed => placed.List == home).OrderBy(placed => placed.Item.Id)];
        return
        [
            .. elsewhere.Select(placed => new RecordDifference(key, placed.List, home == RecordLists.Restricted ? "a restricted case stands in an open list" : "stands in another kind's list", Repairable: true) { Misplaced = [placed] }),
            .. here.Length > 1 ? [new RecordDifference(key, home, "is there more than once", Repairable: true)] : (ImmutableArray<RecordDifference>)[],
            .. here.IsEmpty ? [new RecordDifference(key, home, "is missing", Repairable: true)] : Altered(key, home, here[0].Item, entry),
        ];
    }

    private static ImmutableArray<RecordDifference> Altered(string key, string list, ListItem item, RecordEntry entry)
    {
        var columns = item.DiffersIn(entry);
        return columns.IsEmpty ? []
            : item.Version < entry.Version ? [new RecordDifference(key, list, "is older than the case", Repairable: true)]
            : [new RecordDifference(key, list, $"differs in {string.Join(", ", columns)}", Repairable: true)];
    }

    // Somebody may have typed anything into the key's column.
    private static string Named(string key) => CaseReference.TryParse(key, out var reference) ? reference.ToString() : "an item that is no case of ours";
}
