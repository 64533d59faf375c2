using PolicyBot.Cases.People;

namespace PolicyBot.Bot.People;

/// <summary>Who still works for the Trust, and who leaves when. What cannot be confirmed is said to be so; nothing follows from it.</summary>
internal interface IDirectory
{
    /// <summary>An entry for each of these, in their order.</summary>
    /// <param name="ids">Entra object ids.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    Task<ImmutableArray<DirectoryEntry>> LookUpAsync(ImmutableArray<string> ids, CancellationToken cancellationToken);
}
