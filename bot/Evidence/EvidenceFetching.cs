using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.People;
using PolicyBot.Bot.Policies;
using PolicyBot.Bot.Turn;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Evidence;

/// <summary>
/// Fetches a file for the report or the draft that it was sent for: download, keep, then decide and commit as a turn does. Stopped between any two of these it is done again,
/// under the same id, so that there is one file and one entry in the trail.
/// </summary>
internal sealed class EvidenceFetching(
    CaseStore store, IEvidenceStore evidence, FileTransfer files, IPeople people, ServedPolicies policies, IOptions<EvidenceOptions> options, TimeProvider time) : IDisposable
{
    private const int MostTries = 20;
    private static readonly ConnectorResult Done = new ConnectorResult.Delivered(null);

    private readonly EvidenceOptions options = options.Value;

    // Twenty files of one message are ready at the same moment: within this process one at a time is noted, between processes by trying again.
    private readonly SemaphoreSlim noting = new(1);

    public async Task<ConnectorResult> FetchAsync(FileErrand.Fetch fetch, int attempt, CancellationToken cancellationToken)
    {
        var (incident, opinion, chat) = await LoadAsync(fetch, cancellationToken);
        if (SettleEvidence.Find(fetch, incident, opinion, chat) is not { State: EvidenceState.UnderWay })
            return await CleanAsync(fetch, incident, opinion, chat, cancellationToken);
        if (!SettleEvidence.MayFetch(fetch, incident, chat))
            return await SettleAsync(fetch, new EvidenceReceipt(EvidenceFault.NoFiles), cancellationToken);

        // Kept by somebody who was stopped before it could be noted: those are the bytes that were received.
        var file = await evidence.FindAsync(fetch.Piece, cancellationToken);
        if (file is null)
        {
            switch (await files.DownloadAsync(fetch.Address, fetch.Picture, options.MaxBytes, cancellationToken))
            {
                case Download.Received received:
                    file = received.Bytes;
                    break;
                case Download.Refused refused:
                    return await SettleAsync(fetch, new EvidenceReceipt(refused.Why), cancellationToken);
                case Download.Later when attempt >= options.Tries:
                    return await SettleAsync(fetch, new EvidenceReceipt(EvidenceFault.NotReached), cancellationToken);
                case Download.Later later:
                    return new ConnectorResult.Retry(later.After, "FileNotReached");
            }
        }
        if (EvidenceTypes.Of(file) is not { } contentType)
            return await SettleAsync(fetch, new EvidenceReceipt(EvidenceFault.WrongKind), cancellationToken);

        await evidence.KeepAsync(fetch.Piece, file, cancellationToken);
        return await SettleAsync(fetch, new EvidenceReceipt(null, contentType, file!.LongLength, EvidenceHash.Of(file)), cancellationToken);
    }

    public void Dispose() => noting.Dispose();

    private async Task<ConnectorResult> SettleAsync(FileErrand.Fetch fetch, EvidenceReceipt receipt, CancellationToken cancellationToken)
    {
        await noting.WaitAsync(cancellationToken);
        try
        {
            return await SettleAloneAsync(fetch, receipt, cancellationToken);
        }
        finally
        {
            noting.Release();
        }
    }

    private async Task<ConnectorResult> SettleAloneAsync(FileErrand.Fetch fetch, EvidenceReceipt receipt, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var (incident, opinion, chat) = await LoadAsync(fetch, cancellationToken);
            if (SettleEvidence.Find(fetch, incident, opinion, chat) is not { State: EvidenceState.UnderWay })
                return await CleanAsync(fetch, incident, opinion, chat, cancellationToken);

            if (await people.LookAsync(cancellationToken) is not { Confirmed: true, Trust: var trust })
                return new ConnectorResult.Retry(null, "Directory"); // who is told of it is not known now; the file waits in the store
            var now = time.GetUtcNow();
            var decision = SettleEvidence.Decide(fetch, receipt, incident, chat, trust, policies.Current.Library, now);
            var commit = new TurnCommit(fetch.ChatKey, $"file {fetch.Piece}", now, null)
            {
                Conversation = decision.State is { } state ? chat! with { State = state } : null,
                Case = decision.Case,
                Deliveries = Consequences.Of(decision.Sends),
            };
            if (await store.CommitAsync(commit) is CommitResult.Conflict)
                continue; // somebody pressed a button of the same report in the meantime
            (incident, opinion, chat) = await LoadAsync(fetch, cancellationToken);
            return await CleanAsync(fetch, incident, opinion, chat, cancellationToken);
        }
        return new ConnectorResult.Retry(null, "Contended");
    }

    // What is not kept by the report must not lie in the store: a second copy, or a file whose report was thrown away meanwhile.
    private async Task<ConnectorResult> CleanAsync(FileErrand.Fetch fetch, Incident? incident, SecondOpinion? opinion, Conversation? chat, CancellationToken cancellationToken)
    {
        if (SettleEvidence.Find(fetch, incident, opinion, chat) is not { IsKept: true })
            await evidence.DisposeAsync(fetch.Piece, cancellationToken);
        return Done;
    }

    // A picture may be noted already, and its request sent, when a worker that was stopped comes to it again: then it belongs to the request.
    private async Task<(Incident? Incident, SecondOpinion? Opinion, Conversation? Chat)> LoadAsync(FileErrand.Fetch fetch, CancellationToken cancellationToken)
    {
        if (await store.Incidents.FindByDraftAsync(fetch.DraftId, cancellationToken) is { } incident)
            return (incident, null, null);
        var opinion = fetch.Opinion is not null && CaseReference.TryParse(fetch.Opinion, out var reference)
            ? await store.Opinions.FindAsync(reference, cancellationToken)
            : await store.Opinions.FindByDraftAsync(fetch.DraftId, cancellationToken);
        return (null, opinion, await store.FindConversationAsync(fetch.ChatKey, cancellationToken));
    }
}
