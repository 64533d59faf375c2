using PolicyBot.Cases.People;

namespace PolicyBot.Bot.People;

/// <summary>Reads the Trust's directory. What could not be read whole is not half an answer, but none.</summary>
internal interface IDirectoryReader
{
    /// <summary>Who is in these groups, and what is known of these people; null when any of it could not be read.</summary>
    Task<DirectoryFacts?> ReadAsync(ImmutableArray<string> groups, ImmutableArray<string> people, CancellationToken cancellationToken);

    /// <summary>Whether somebody is in a group, through other groups too; null when that could not be found out.</summary>
    Task<bool?> IsMemberAsync(string person, string group, CancellationToken cancellationToken);
}
