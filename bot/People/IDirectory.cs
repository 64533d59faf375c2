using PolicyBot.Cases.People;

namespace PolicyBot.Bot.People;

/// <summary>Who is still here, and who leaves when. What cannot be confirmed is said to be so; nothing follows from it.</summary>
internal interface IDirectory
{
    /// <param name="ids">Entra object ids.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    Task<ImmutableArray<DirectoryEntry>> LookUpAsync(ImmutableArray<string> ids, CancellationToken cancellationToken);
}
