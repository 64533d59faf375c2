using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Records;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>
/// Brings what the Trust's own record says of one case to what the case is now. Doing it twice, late, or in another order changes nothing more: the case is read when it is
/// done, and everything is looked up by its key before it is written.
/// </summary>
internal sealed class RecordKeeper(CaseStore store, CaseArchive archive, RecordSites sites, RecordFiles files, IPeople people) : IGraphCarrier
{
    public DeliveryKind Kind => DeliveryKind.GraphRecord;

    public GraphResource Resource => GraphResource.SharePoint;

    public async Task<GraphFault?> CarryAsync(ClaimedDelivery claimed, CancellationToken cancellationToken)
    {
        var delivery = claimed.Delivery;
        if (!RecordErrands.TryRead(delivery, out var reference))
            return Never("NoCase");
        try
        {
            return await KeepAsync(reference, delivery, cancellationToken);
        }
        catch (SharePointException fault)
        {
            // Changed under our hands again and again, by somebody who will stop: later it goes.
            return fault.IsConflict ? fault.Fault with { Kind = GraphFaultKind.Unknown } : fault.Fault;
        }
        catch (EvidenceLostException)
        {
            return Never("EvidenceLost");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new GraphFault(GraphFaultKind.NotSent, 0, "EvidenceFolder", null);
        }
    }

    /// <summary>Brings the record back to what the database says, also where the record claims to be newer.</summary>
    public async Task RepairAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        if (await KeepAsync(reference, null, cancellationToken) is { } fault)
            throw new SharePointException(fault);
    }

    /// <summary>Brings what the record has of a case to what it is now.</summary>
    /// <param name="errand">Null for a repair.</param>
    private async Task<GraphFault?> KeepAsync(CaseReference reference, Cases.Outbox.Delivery? errand, CancellationToken cancellationToken)
    {
        if (RecordKinds.Find(reference.Kind) is not { } kind)
            return Never("NoList");
        var stored = await archive.FindAsync(reference, cancellationToken);
        // What somebody altered in the database must not become the Trust's own record too.
        if (stored is { Faults.IsEmpty: false })
            return Never("CaseAltered");
        var now = await people.LookAsync(cancellationToken);
        // Whether it must be hidden depends on who fills which role: without that nothing is written.
        if (stored is not null && !now.Confirmed)
            return new GraphFault(GraphFaultKind.NotSent, 0, "RolesUnconfirmed", null);
        if (stored is null || kind.Entry(stored.Read(), now.Trust) is not { } entry)
            await RemoveAsync(kind, reference.ToString(), cancellationToken);
        else
            await PutAsync(kind, entry, errand, cancellationToken);
        return null;
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
                hidden ? sites.RestrictedEvidence : sites.Evidence, entry, FileProgress.Read(errand?.Payload.ToString() ?? ""),
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

    // An administrator has to look: trying again changes nothing.
    private static GraphFault Never(string code) => new(GraphFaultKind.Refused, 0, code, null);
}
