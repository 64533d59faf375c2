using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Cases.Records;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>One list of the record. Its items are found by the case's reference, which the list itself keeps unique.</summary>
internal sealed class RecordList(SharePoint sharePoint, string site, string name)
{
    // Somebody who works in the list at the same moment, and another instance: more than that is somebody who does not stop.
    private const int MostTries = 5;
    private const int PageSize = 500;
    private static readonly string Expanded = $"$expand=fields($select={string.Join(',', RecordColumns.All.Select(column => column.Name))})";

    private readonly string columns = $"/sites/{site}/lists/{Uri.EscapeDataString(name)}/columns";
    private readonly string items = $"/sites/{site}/lists/{Uri.EscapeDataString(name)}/items";

    public string Name => name;

    /// <summary>Those of one case, the first one first: there is one, unless a create was carried out twice.</summary>
    public async Task<ImmutableArray<ListItem>> FindAsync(string key, CancellationToken cancellationToken)
    {
        var page = await sharePoint.SendAsync(
            Method.GET, $"{items}?$filter=fields/{RecordColumns.Key} eq '{key}'&{Expanded}&$top=10", SharePoint.Change, null, null, cancellationToken);
        return [.. page!.Value.GetProperty("value").EnumerateArray().Select(ListItem.Read).OrderBy(item => item.Id)];
    }

    /// <summary>Every item, page by page.</summary>
    public async IAsyncEnumerable<ListItem> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = string.Create(CultureInfo.InvariantCulture, $"{items}?{Expanded}&$top={PageSize}");
        while (next is not null)
        {
            var page = (await sharePoint.SendAsync(Method.GET, next, SharePoint.Change, null, null, cancellationToken))!.Value;
            foreach (var item in page.GetProperty("value").EnumerateArray())
                yield return ListItem.Read(item);
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }
    }

    /// <summary>
    /// Brings the case's one item to what the case is, unless it is newer than that. An item that came twice goes. A create that was not answered is looked up before it is
    /// repeated; an item that somebody changed at the same moment is read again.
    /// </summary>
    /// <param name="found">What was found already, or default.</param>
    /// <param name="overwrite">True for a repair: then also what claims to be newer is brought back.</param>
    public async Task PutAsync(RecordEntry entry, ImmutableArray<ListItem> found, bool overwrite, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            if (found.IsDefault)
                found = await FindAsync(entry.Reference.ToString(), cancellationToken);
            try
            {
                foreach (var copy in found.Skip(1))
                    await DeleteAsync(copy, cancellationToken);
                if (found.IsEmpty)
                    await sharePoint.SendAsync(Method.POST, items, SharePoint.Change, $$$"""{"fields":{{{ListItem.Fields(entry)}}}}""", null, cancellationToken);
                else if ((overwrite || found[0].Version <= entry.Version) && !found[0].DiffersIn(entry).IsEmpty)
                    await sharePoint.SendAsync(
                        Method.PATCH, string.Create(CultureInfo.InvariantCulture, $"{items}/{found[0].Id}/fields"), SharePoint.Change, ListItem.Fields(entry), found[0].ETag, cancellationToken);
                return;
            }
            catch (SharePointException fault) when (tries < MostTries && (fault.IsConflict || (fault.IsMissing && !found.IsEmpty) || (found.IsEmpty && fault.MayBeThere)))
            {
                found = default;
            }
        }
    }

    /// <summary>Takes the case out; true when it was there.</summary>
    public async Task<bool> RemoveAsync(string key, CancellationToken cancellationToken)
    {
        var found = await FindAsync(key, cancellationToken);
        foreach (var item in found)
            await DeleteAsync(item, cancellationToken);
        return !found.IsEmpty;
    }

    /// <summary>The columns that are missing, or are not as the record needs them.</summary>
    public async Task<ImmutableArray<string>> WrongColumnsAsync(CancellationToken cancellationToken)
    {
        var answer = await sharePoint.SendAsync(Method.GET, $"{columns}?$top=200", SharePoint.Change, null, null, cancellationToken);
        var found = answer!.Value.GetProperty("value").EnumerateArray().ToList();
        return [.. RecordColumns.All.Where(column => !found.Exists(one => one.GetProperty("name").GetString() == column.Name && Provisioning.Fits(column, one))).Select(column => column.Name)];
    }

    /// <summary>Writes an item of no case and takes it out again.</summary>
    public async Task TryAsync(string title, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{title}-{Guid.NewGuid():N}");
        var made = await sharePoint.SendAsync(Method.POST, items, SharePoint.Change, $$$"""{"fields":{"Title":"{{{title}}}","{{{RecordColumns.Key}}}":"{{{key}}}"}}""", null, cancellationToken);
        await sharePoint.SendAsync(Method.DELETE, $"{items}/{made!.Value.GetProperty("id").GetString()}", SharePoint.Change, null, null, cancellationToken);
    }

    public async Task DeleteAsync(ListItem item, CancellationToken cancellationToken)
    {
        try
        {
            await sharePoint.SendAsync(Method.DELETE, string.Create(CultureInfo.InvariantCulture, $"{items}/{item.Id}"), SharePoint.Change, null, null, cancellationToken);
        }
        catch (SharePointException fault) when (fault.IsMissing)
        {
            // Gone already, by an attempt whose answer was lost.
        }
    }
}
