using Microsoft.Extensions.Options;
using PolicyBot.Bot.Evidence;
using PolicyBot.Cases.Records;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>A file of a case is not in the bot's own store, or is not what it was when it came: nothing else is put in its place.</summary>
#pragma warning disable CA1032, RCS1194 // It is made here and nowhere else.
internal sealed class EvidenceLostException : Exception;
#pragma warning restore CA1032, RCS1194

/// <summary>Copies a case's files from the bot's own store into the library, and checks of each that what lies there has the same hash.</summary>
internal sealed class RecordFiles(IEvidenceStore evidence, IOptions<RecordOptions> options, TimeProvider time)
{
    // Well within the time that one worker has a delivery for itself; then it is given back, and goes on from there.
    private static readonly TimeSpan AtAStretch = TimeSpan.FromSeconds(25);

    /// <summary>Brings the case's folder to exactly these files.</summary>
    /// <param name="progress">How far an earlier attempt got.</param>
    /// <param name="keep">Keeps how far this one gets.</param>
    public async Task PutAsync(RecordLibrary library, RecordEntry entry, FileProgress progress, Func<FileProgress, Task> keep, CancellationToken cancellationToken)
    {
        var (key, began) = (entry.Reference.ToString(), time.GetTimestamp());
        var there = await library.OfCaseAsync(key, cancellationToken);
        foreach (var other in there.Where(file => entry.Files.All(wanted => wanted.Name != file.Name)))
            await library.RemoveAsync(key, other.Name, cancellationToken);
        foreach (var file in entry.Files)
        {
            if (there.Any(found => found.Name == file.Name && found.Size == file.Size) && await library.HashAsync(key, file.Name, cancellationToken) == file.Hash)
                continue;
            var bytes = await evidence.FindAsync(file.Piece, cancellationToken);
            if (bytes is null || EvidenceHash.Of(bytes) != file.Hash)
                throw new EvidenceLostException();
            if (bytes.Length <= options.Value.SmallFile)
                await library.PutAsync(key, file.Name, bytes, cancellationToken);
            else
                progress = await UploadAsync(library, key, file.Name, bytes, progress, keep, () => time.GetElapsedTime(began) < AtAStretch, cancellationToken);
            if (await library.HashAsync(key, file.Name, cancellationToken) != file.Hash)
            {
                await library.RemoveAsync(key, file.Name, cancellationToken);
                throw new SharePointException(new GraphFault(GraphFaultKind.NotSent, 0, "AnotherHash", null));
            }
        }
    }

    private static async Task<FileProgress> UploadAsync(
        RecordLibrary library, string key, string file, byte[] bytes, FileProgress progress, Func<FileProgress, Task> keep, Func<bool> mayGoOn, CancellationToken cancellationToken)
    {
        var address = progress.File == file ? progress.Address : null;
        while (address is null || !await library.GoOnAsync(address, bytes, mayGoOn, cancellationToken))
        {
            address = await library.BeginAsync(key, file, cancellationToken);
            await keep(new FileProgress(file, address));
        }
        await keep(FileProgress.None);
        return FileProgress.None;
    }
}
