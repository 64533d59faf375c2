using PolicyBot.Cases.People;

namespace PolicyBot.Bot.People;

/// <summary>Whether people still work for the Trust.</summary>
internal interface IDirectory
{
    /// <summary>An entry for each of these, in their order; those that could not be asked about say so.</summary>
    Task<ImmutableArray<DirectoryEntry>> LookUpAsync(ImmutableArray<string> ids, CancellationToken cancellationToken);
}
