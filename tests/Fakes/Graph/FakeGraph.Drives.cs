using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Fakes.Graph;

// Libraries: files by path, small ones in one piece, large ones in slices to an address of their own.
internal sealed partial class FakeGraph
{
    private const int SliceUnit = 320 * 1024;
    private const int LargestSmallFile = 4 * 1024 * 1024;

    public const string FileHost = "trust.sharepoint.com";

    /// <summary>Uploads that were begun and are not complete, by the last part of their address.</summary>
    public Dictionary<string, GraphUpload> Uploads { get; } = new(StringComparer.Ordinal);

    /// <summary>Changes what is kept of a file, as a fault on the way does; null leaves it.</summary>
    public Func<byte[], byte[]>? Garbles { get; set; }

    private GraphReply? Drives(GraphRequest request) => request.Segments switch
    {
        ["upload", var id] => Throttle(2) ?? Upload(request, id),
        ["download", var drive, .. var path] => Throttle(1) ?? Download(request, drive, path),
        ["drives", var drive, .. var rest] => LibraryOf(drive) is { } library ? InLibrary(request, library, rest) : GraphReply.Error(404, "itemNotFound"),
        _ => null,
    };

    private GraphReply? InLibrary(GraphRequest request, GraphList library, string[] rest) => (request.Method, rest) switch
    {
        ("GET", ["root", "children"]) => Throttle(2) ?? Reading(request, library, ["$select", "$top"], () =>
            new GraphReply(200, Values(library.Files.Keys.Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal).Select(name => new JsonObject { ["name"] = name, ["size"] = 0 })))),
        ("GET", ["root:", var folder, "children"]) => Throttle(2) ?? Children(request, library, folder.TrimEnd(':')),
        ("GET", ["root:", var folder, var file]) => Throttle(1) ?? Reading(request, library, ["$select"], () => library.Files.TryGetValue($"{folder}/{file}", out var found)
            ? new GraphReply(200, new JsonObject { ["id"] = "01AB", ["size"] = found.Length, ["@microsoft.graph.downloadUrl"] = FileAddress($"/download/{Uri.EscapeDataString(library.Drive)}/{folder}/{file}") })
            : GraphReply.Error(404, "itemNotFound")),
        ("PUT", ["root:", var folder, var file, "content"]) => Throttle(2) ?? PutFile(request, library, $"{folder}/{file.TrimEnd(':')}"),
        ("POST", ["root:", var folder, var file, "createUploadSession"]) => Throttle(2) ?? BeginUpload(request, library, $"{folder}/{file.TrimEnd(':')}"),
        ("DELETE", ["root:", var folder]) => Throttle(2) ?? DeleteFiles(library, path => path.StartsWith($"{folder}/", StringComparison.Ordinal)),
        ("DELETE", ["root:", var folder, var file]) => Throttle(2) ?? DeleteFiles(library, path => path == $"{folder}/{file}"),
        _ => null,
    };

    private GraphReply Children(GraphRequest request, GraphList library, string folder) => Reading(request, library, ["$select", "$top"], () =>
    {
        var files = library.Files.Where(file => file.Key.StartsWith($"{folder}/", StringComparison.Ordinal)).ToList();
        return files.Count == 0
            ? GraphReply.Error(404, "itemNotFound")
            : new GraphReply(200, Values(files.Select(file => new JsonObject { ["id"] = "01AB", ["name"] = file.Key[(folder.Length + 1)..], ["size"] = file.Value.Length, ["file"] = new JsonObject() })));
    });

    private GraphReply PutFile(GraphRequest request, GraphList library, string path)
    {
        if (!MayWrite(library, out var refusal))
            return refusal;
        var shape = new Shape(request);
        shape.Check(request.Bytes.Length is > 0 and <= LargestSmallFile, "a file in one piece has at most 4 MB");
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        Store(library, path, request.Bytes.ToArray());
        return new GraphReply(201, new JsonObject { ["id"] = "01AB" });
    }

    private GraphReply BeginUpload(GraphRequest request, GraphList library, string path)
    {
        if (!MayWrite(library, out var refusal))
            return refusal;
        var shape = new Shape(request);
        shape.Inner(shape.Body("item"), "item", "@microsoft.graph.conflictBehavior", "name");
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        var id = string.Create(CultureInfo.InvariantCulture, $"up{Uploads.Count + 1:000}");
        Uploads[id] = new GraphUpload(library, path, []);
        return new GraphReply(200, new JsonObject { ["uploadUrl"] = FileAddress($"/upload/{id}"), ["expirationDateTime"] = "2026-11-30T09:00:00Z" });
    }

    private GraphReply Upload(GraphRequest request, string id)
    {
        var shape = new Shape(request);
        shape.Check(request.Header("Authorization") is null, "a token is sent to an upload's address");
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        if (!Uploads.TryGetValue(id, out var upload))
            return GraphReply.Error(404, "itemNotFound");
        if (request.Method == "GET")
            return new GraphReply(200, Expected(upload));
        var range = ContentRangeHeaderValue.Parse(request.Header("Content-Range") ?? "bytes 0-0/1");
        var isLast = range.To + 1 == range.Length;
        shape.Check(range.To - range.From + 1 == request.Bytes.Length, "the slice is not as long as Content-Range says");
        shape.Check(isLast || request.Bytes.Length % SliceUnit == 0, "a slice is no multiple of 327,680 bytes");
        shape.Check(request.Bytes.Length < 60 * 1024 * 1024, "a slice has 60 MiB or more");
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        if (range.From != upload.Bytes.Count)
            return GraphReply.Error(416, "invalidRange");
        upload.Bytes.AddRange(request.Bytes.Span);
        if (!isLast)
            return new GraphReply(202, Expected(upload));
        Uploads.Remove(id);
        Store(upload.Library, upload.Path, [.. upload.Bytes]);
        return new GraphReply(201, new JsonObject { ["id"] = "01AB" });
    }

    private GraphReply Download(GraphRequest request, string drive, string[] path)
    {
        var shape = new Shape(request);
        shape.Check(request.Header("Authorization") is null, "a token is sent to a file's address");
        if (shape.Wrong.Count > 0)
            return Refuse(request, shape);
        return LibraryOf(drive)?.Files.GetValueOrDefault(string.Join('/', path)) is { } file ? new GraphReply(200) { Bytes = file } : GraphReply.Error(404, "itemNotFound");
    }

    private GraphReply DeleteFiles(GraphList library, Predicate<string> which)
    {
        if (!MayWrite(library, out var refusal))
            return refusal;
        var gone = library.Files.Keys.Where(path => which(path)).ToList();
        gone.ForEach(path => library.Files.Remove(path));
        return gone.Count > 0 ? new GraphReply(204) : GraphReply.Error(404, "itemNotFound");
    }

    private void Store(GraphList library, string path, byte[] file) => library.Files[path] = Garbles?.Invoke(file) ?? file;

    private GraphList? LibraryOf(string drive) => Sites.SelectMany(site => site.Lists).FirstOrDefault(list => list.Drive == drive);

    private static JsonObject Expected(GraphUpload upload) => new() { ["nextExpectedRanges"] = new JsonArray(string.Create(CultureInfo.InvariantCulture, $"{upload.Bytes.Count}-")) };

    // Files have another host than Graph, unless all of it is on this machine.
    private string FileAddress(string path) => RequiresToken ? $"https://{FileHost}{path}" : new Uri(Address, path).AbsoluteUri;

    private static bool NeedsNoToken(GraphRequest request) => request.Segments is ["upload" or "download", ..];
}

/// <summary>A large file that is under way.</summary>
internal sealed record GraphUpload(GraphList Library, string Path, List<byte> Bytes);
