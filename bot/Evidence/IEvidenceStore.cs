namespace PolicyBot.Bot.Evidence;

/// <summary>Keeps the files of reports, each under the id that the report knows it by, byte for byte and for good.</summary>
internal interface IEvidenceStore
{
    /// <summary>Keeps a file. Where one lies under this id already, that one stays as it is.</summary>
    /// <exception cref="IOException">It could not be kept.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be kept here.</exception>
    Task KeepAsync(string id, ReadOnlyMemory<byte> file, CancellationToken cancellationToken);

    /// <summary>The bytes as they are now; null when nothing lies under this id.</summary>
    Task<byte[]?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Deletes a file whose report is gone. False when there was none.</summary>
    Task<bool> DisposeAsync(string id, CancellationToken cancellationToken);

    /// <summary>Where it lies, in words for people.</summary>
    string PlaceOf(string id);

    /// <summary>Why nothing can be kept at the moment; null when it can.</summary>
    Task<string?> FaultAsync(CancellationToken cancellationToken);
}
