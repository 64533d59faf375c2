using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace PolicyBot.Bot.Evidence;

/// <summary>
/// Files in a folder, each written once: first beside its place, then to the disk, then under its name, read-only. Whoever is stopped on the way leaves nothing
/// under the name; the next try writes it whole.
/// </summary>
internal sealed partial class EvidenceFolder(IOptions<EvidenceOptions> options) : IEvidenceStore
{
    private readonly string folder = Path.GetFullPath(options.Value.Folder);

    public async Task KeepAsync(string id, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        if (File.Exists(PlaceOf(id)))
            return;
        Directory.CreateDirectory(folder);
        var beside = Beside(id);
        await using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await stream.WriteAsync(file, cancellationToken);
            stream.Flush(flushToDisk: true);
        }
        File.SetAttributes(beside, FileAttributes.ReadOnly);
        try
        {
            File.Move(beside, PlaceOf(id), overwrite: false);
        }
        catch (IOException) when (File.Exists(PlaceOf(id)))
        {
            Delete(beside); // another instance was faster, with the same file
        }
    }

    public async Task<byte[]?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(PlaceOf(id), cancellationToken);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public Task<bool> DisposeAsync(string id, CancellationToken cancellationToken)
    {
        Delete(Beside(id));
        return Task.FromResult(Delete(PlaceOf(id)));
    }

    public string PlaceOf(string id) => Ids().IsMatch(id)
        ? Path.Combine(folder, id)
        : throw new ArgumentException("This is no id of ours.", nameof(id));

    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            await using var probe = new FileStream(Path.Combine(folder, $".probe-{Environment.ProcessId}"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose);
            await probe.WriteAsync("."u8.ToArray(), cancellationToken);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"files cannot be kept in {folder}: check that it exists and that the bot may write to it (Evidence:Folder)";
        }
    }

    private string Beside(string id) => $"{PlaceOf(id)}.part";

    private static bool Delete(string path)
    {
        if (!File.Exists(path))
            return false;
        File.SetAttributes(path, FileAttributes.Normal);
        File.Delete(path);
        return true;
    }

    [GeneratedRegex("^[0-9a-f]{8,64}-[0-9]{1,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ids();
}
