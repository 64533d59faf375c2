using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>A file in the library.</summary>
internal sealed record LibraryFile(string Name, long Size);

/// <summary>A library of the record: a folder for each case, in it its files, each under the hash of its bytes.</summary>
internal sealed class RecordLibrary(SharePoint sharePoint, string site, string name, IOptions<RecordOptions> options)
{
    private string? drive;

    public string Name => name;

    /// <summary>The files of a case; none when it has no folder.</summary>
    public async Task<ImmutableArray<LibraryFile>> OfCaseAsync(string key, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<LibraryFile>();
        var next = $"{await RootAsync(cancellationToken)}:/{key}:/children?$select=id,name,size,file&$top=200";
        while (next is not null && await sharePoint.FindAsync(next, SharePoint.Change, cancellationToken) is { } page)
        {
            foreach (var file in page.GetProperty("value").EnumerateArray())
                files.Add(new LibraryFile(file.GetProperty("name").GetString()!, file.GetProperty("size").GetInt64()));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }
        return files.ToImmutable();
    }

    /// <summary>The cases that have a folder.</summary>
    public async Task<ImmutableArray<string>> FoldersAsync(CancellationToken cancellationToken)
    {
        var folders = ImmutableArray.CreateBuilder<string>();
        var next = $"{await RootAsync(cancellationToken)}/children?$select=id,name,size,file&$top=200";
        while (next is not null && await sharePoint.FindAsync(next, SharePoint.Change, cancellationToken) is { } page)
        {
            foreach (var folder in page.GetProperty("value").EnumerateArray())
                folders.Add(folder.GetProperty("name").GetString()!);
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }
        return folders.ToImmutable();
    }

    /// <summary>SHA-256 of a file's bytes as SharePoint gives them back, in lower-case hex.</summary>
    public async Task<string> HashAsync(string key, string file, CancellationToken cancellationToken)
    {
        var found = await sharePoint.SendAsync(
            Method.GET, $"{await RootAsync(cancellationToken)}:/{key}/{file}?$select=id,@microsoft.graph.downloadUrl", SharePoint.Single, null, null, cancellationToken);
        var address = new Uri(found!.Value.GetProperty("@microsoft.graph.downloadUrl").GetString()!);
        return Convert.ToHexStringLower(await sharePoint.DownloadAsync(address, SHA256.HashDataAsync, cancellationToken));
    }

    public async Task PutAsync(string key, string file, byte[] bytes, CancellationToken cancellationToken) =>
        await sharePoint.PutAsync($"{await RootAsync(cancellationToken)}:/{key}/{file}:/content", bytes, cancellationToken);

    /// <summary>Begins the upload of a large file; the address takes its slices for some days, whoever sends them.</summary>
    public async Task<Uri> BeginAsync(string key, string file, CancellationToken cancellationToken)
    {
        var session = await sharePoint.SendAsync(
            Method.POST, $"{await RootAsync(cancellationToken)}:/{key}/{file}:/createUploadSession", SharePoint.Change,
            """{"item":{"@microsoft.graph.conflictBehavior":"replace"}}""", null, cancellationToken);
        return new Uri(session!.Value.GetProperty("uploadUrl").GetString()!);
    }

    /// <summary>
    /// Goes on with an upload where it was: the service itself knows how much it has. True when all of it is there; false when the address is no longer good, and another
    /// upload must begin. Stops after <paramref name="mayGoOn"/> says so, with an exception that asks for another try.
    /// </summary>
    public async Task<bool> GoOnAsync(Uri address, byte[] bytes, Func<bool> mayGoOn, CancellationToken cancellationToken)
    {
        var (status, body) = await sharePoint.UploadAsync(address, default, 0, 0, cancellationToken);
        while (true)
        {
            if (status is HttpStatusCode.Created || (status is HttpStatusCode.OK && body?.TryGetProperty("nextExpectedRanges", out _) is not true))
                return true;
            if (status is not (HttpStatusCode.OK or HttpStatusCode.Accepted) || From(body) is not { } from || from >= bytes.LongLength)
                return false;
            if (!mayGoOn())
                throw new SharePointException(new GraphFault(GraphFaultKind.NotSent, 0, "UnderWay", null));
            var slice = bytes.AsMemory((int)from, (int)Math.Min(options.Value.Slice, bytes.LongLength - from));
            (status, body) = await sharePoint.UploadAsync(address, slice, from, bytes.LongLength, cancellationToken);
        }
    }

    /// <summary>Deletes a file of a case, or all of them; true when there was something.</summary>
    public async Task<bool> RemoveAsync(string key, string? file, CancellationToken cancellationToken)
    {
        try
        {
            await sharePoint.SendAsync(Method.DELETE, $"{await RootAsync(cancellationToken)}:/{key}{(file is null ? "" : $"/{file}")}", SharePoint.Change, null, null, cancellationToken);
            return true;
        }
        catch (SharePointException fault) when (fault.IsMissing)
        {
            return false;
        }
    }

    private async Task<string> RootAsync(CancellationToken cancellationToken) =>
        $"/drives/{drive ??= (await sharePoint.SendAsync(Method.GET, $"/sites/{site}/lists/{Uri.EscapeDataString(name)}/drive?$select=id", SharePoint.Single, null, null, cancellationToken))!.Value.GetProperty("id").GetString()}/root";

    private static long? From(JsonElement? body) =>
        body?.TryGetProperty("nextExpectedRanges", out var ranges) is true && ranges.GetArrayLength() > 0
            && long.TryParse(ranges[0].GetString()!.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : null;
}
