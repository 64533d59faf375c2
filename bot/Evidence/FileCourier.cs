using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Delivery;
using PolicyBot.Bot.Vault;
using PolicyBot.Cases.Outbox;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Evidence;

/// <summary>Does with a file what a decision asked for, and says in the Connector's words what became of it. Doing any of it twice changes nothing more.</summary>
internal sealed partial class FileCourier(EvidenceFetching fetching, EvidenceUploading uploading, IEvidenceStore store, IVault vault, ILogger<FileCourier> logger)
{
    private static readonly ConnectorResult Done = new ConnectorResult.Delivered(null);

    public async Task<Carried> CarryAsync(ClaimedDelivery claimed, CancellationToken cancellationToken)
    {
        try
        {
            return new Carried(
                FileErrandJson.Read(claimed.Delivery.Payload.Bytes.Span) switch
                {
                    FileErrand.Fetch fetch => await fetching.FetchAsync(fetch, claimed.Attempts, cancellationToken),
                    FileErrand.Upload upload => await uploading.UploadAsync(upload, claimed.Delivery.Key, claimed.Attempts, cancellationToken),
                    FileErrand.Disposal disposal => await DisposeOfAsync(disposal, cancellationToken),
                    FileErrand.VaultDisposal account => await EmptyAsync(account, cancellationToken),
                    var other => throw new InvalidOperationException($"There is no way to do a {other.GetType().Name}."),
                },
                null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The folder is full, away or not ours: nothing is lost while it is tried again, and /health/ready names it.
            CannotKeep(fault.GetType().Name);
            return new Carried(new ConnectorResult.Retry(null, "EvidenceFolder"), null);
        }
        catch (VaultException fault)
        {
            CannotEmpty(fault.Message);
            return new Carried(new ConnectorResult.Retry(null, "Vault"), null);
        }
    }

    private async Task<ConnectorResult> DisposeOfAsync(FileErrand.Disposal disposal, CancellationToken cancellationToken)
    {
        foreach (var id in disposal.Pieces)
            if (await store.DisposeAsync(id, cancellationToken))
                Disposed(id);
        return Done;
    }

    private async Task<ConnectorResult> EmptyAsync(FileErrand.VaultDisposal account, CancellationToken cancellationToken)
    {
        await vault.RemoveAsync(account.Entry, cancellationToken);
        Emptied(account.Entry);
        return Done;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Disposal: the vault holds nothing of {Entry} any more; the account's record has gone.")]
    private partial void Emptied(string entry);

    [LoggerMessage(Level = LogLevel.Error, Message = "What lies in the vault of an account that has gone cannot be taken out: {Why} It is tried again.")]
    private partial void CannotEmpty(string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Disposal: the file {Id} was deleted; its report was thrown away before it was sent.")]
    private partial void Disposed(string id);

    [LoggerMessage(Level = LogLevel.Error, Message = "A file cannot be kept or read ({Fault}); it is tried again, and /health/ready names the folder.")]
    private partial void CannotKeep(string fault);
}
