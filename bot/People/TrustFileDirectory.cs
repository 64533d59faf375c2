using PolicyBot.Cases.People;

namespace PolicyBot.Bot.People;

/// <summary>The embedded directory: what <c>trust.json</c> says of who leaves. Where it lists nobody it knows nobody, and says so.</summary>
internal sealed class TrustFileDirectory(Trust trust, TimeProvider time) : IDirectory
{
    public Task<ImmutableArray<DirectoryEntry>> LookUpAsync(ImmutableArray<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<DirectoryEntry>>([.. ids.Select(LookUp)]);

    private DirectoryEntry LookUp(string id) => trust.FindPerson(id) switch
    {
        null => new DirectoryEntry(id, trust.People.IsEmpty ? DirectoryStanding.CannotConfirm : DirectoryStanding.Gone, null),
        { Left: true } person => new DirectoryEntry(id, DirectoryStanding.Gone, person.Leaves),
        { Leaves: { } day } => new DirectoryEntry(id, day < DateOnly.FromDateTime(trust.Local(time.GetUtcNow()).DateTime) ? DirectoryStanding.Gone : DirectoryStanding.Leaving, day),
        _ => new DirectoryEntry(id, DirectoryStanding.Here, null),
    };
}
