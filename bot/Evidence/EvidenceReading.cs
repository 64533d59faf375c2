using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Evidence;

/// <summary>Looks at a kept file for a turn that decides whether it may be handed out.</summary>
internal sealed class EvidenceReading(IEvidenceStore store, IOptions<BotOptions> options)
{
    /// <summary>The file as it is now. Without Teams there is no OneDrive to put it into, so its place is said.</summary>
    public async Task<FoundFile> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var file = await store.FindAsync(id, cancellationToken);
            return new FoundFile(file is null ? null : EvidenceHash.Of(file), file is not null && options.Value.Local ? store.PlaceOf(id) : null);
        }
        catch (Exception fault) when (fault is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return new FoundFile(null, null); // an id that somebody made up, or a file that cannot be read: neither is handed out
        }
    }
}
