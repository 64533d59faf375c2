using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Delivery;
using PolicyBot.Cases;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Records;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>
/// Brings what the Trust's own record says of one case to what the case is now. Doing it twice, late, or in another order changes nothing more: the case is read when it is
/// done, and everything is looked up by its key before it is written.
/// </summary>
internal sealed class RecordKeeper(CaseStore store, CaseArchive archive, RecordSites sites, RecordFiles files, Func<Trust> trust) : IGraphCourier
{
    private static readonly ConnectorResult Done = new ConnectorResult.Delivered(null);

    public bool Carries(DeliveryKind kind) => kind is DeliveryKind.GraphRecord;

    public async Task<Carried> CarryAsync(ClaimedDelivery claimed, CancellationToken cancellationToken)
    {
        var delivery = claimed.Delivery;
        if (!RecordErrands.TryRead(delivery, out var reference))
            return new Carried(new ConnectorResult.Refused(0, "NoCase", RefusalScope.None), null);
        try
        {
            return new Carried(await KeepAsync(reference, delivery, cancellationToken), null);
        }
        catch (SharePointException fault)
        {
            return new Carried(fault.Result, null);
        }
        catch (EvidenceLostException)
        {
            return new Carried(new ConnectorResult.Refused(0, "EvidenceLost", RefusalScope.None), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Carried(new ConnectorResult.Retry(null, "EvidenceFolder"), null);
        }
    }

    /// <summary>Brings the record back to what the database says, also where the record claims to be newer.</summary>
    public Task RepairAsync(CaseReference reference, CancellationToken cancellationToken) => KeepAsync(reference, null, cancellationToken);

    /// <param name="errand">Null for a repair.</param>
    private async Task<ConnectorResult> KeepAsync(CaseReference reference, Cases.Outbox.Delivery? errand, CancellationToken cancellationToken)
    {
        if (RecordKinds.Find(reference.Kind) is not { } kind)
            return new ConnectorResult.Refused(0, "NoList", RefusalScope.None);
        var stored = await archive.FindAsync(reference, cancellationToken);
        // What somebody altered in the database must not become the Trust's own record too.
        if (stored is { Faults.IsEmpty: false })
            return new ConnectorResult.Refused(0, "CaseAltered", RefusalScope.None);
        if (stored is null || kind.Entry(stored.Read(), trust()) is not { } entry)
            await RemoveAsync(kind, reference.ToString(), cancellationToken);
        else
            await PutAsync(kind, entry, errand, cancellationToken);
        return Done;
    }

    /// <summary>Writes a case to its list and its files to the library. What was restricted once stays so: nobody who left takes it into the open.</summary>
    private async Task PutAsync(RecordKind kind, RecordEntry entry, Cases.Outbox.Delivery? errand, CancellationToken cancellationToken)
    {
        var (key, open, hidden) = (entry.Reference.ToString(), sites.Open(kind.List), entry.Restricted);
        var found = hidden ? default : await open.FindAsync(key, cancellationToken);
        if (!hidden && (found.IsEmpty || errand is null) && await sites.Restricted.FindAsync(key, cancellationToken) is { IsEmpty: false } restricted)
            (hidden, found) = (true, restricted);
        if (hidden)
            await ClearAsync(kind, open, sites.Evidence, key, cancellationToken);
        else if (errand is null && kind.HasFiles)
            await sites.RestrictedEvidence.RemoveAsync(key, null, cancellationToken);
        await (hidden ? sites.Restricted : open).PutAsync(entry, found, overwrite: errand is null, cancellationToken);
        if (kind.HasFiles)
            await files.PutAsync(
                hidden ? sites.RestrictedEvidence : sites.Evidence, entry, FileProgress.Read(errand?.Payload ?? ""),
                progress => errand is null ? Task.CompletedTask : store.KeepProgressAsync(errand.Key, progress.Write()), cancellationToken);
    }

    private async Task RemoveAsync(RecordKind kind, string key, CancellationToken cancellationToken)
    {
        await ClearAsync(kind, sites.Open(kind.List), sites.Evidence, key, cancellationToken);
        await ClearAsync(kind, sites.Restricted, sites.RestrictedEvidence, key, cancellationToken);
    }

    private static async Task ClearAsync(RecordKind kind, RecordList list, RecordLibrary library, string key, CancellationToken cancellationToken)
    {
        if (kind.HasFiles)
            await library.RemoveAsync(key, null, cancellationToken);
        await list.RemoveAsync(key, cancellationToken);
    }
}
