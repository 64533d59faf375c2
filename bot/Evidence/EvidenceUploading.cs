using System.Text.Json;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Turn;
using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Evidence;

/// <summary>Puts a kept file into the OneDrive of somebody who agreed, and shows it to them where they agreed.</summary>
internal sealed class EvidenceUploading(CaseStore store, IEvidenceStore evidence, FileTransfer files, IOptions<EvidenceOptions> options, TimeProvider time)
{
    private const string Failed = "I could not put the file into your OneDrive. Nothing is lost. Please press Evidence on the case's card and get it again.";

    public async Task<ConnectorResult> UploadAsync(FileErrand.Upload upload, string key, int attempt, CancellationToken cancellationToken)
    {
        var file = await evidence.FindAsync(upload.Piece, cancellationToken);
        // Held against its hash once more: between the press and now it may have been touched.
        if (file is null || EvidenceHash.Of(file) != upload.Hash)
            return await TellAsync(upload, key, MessageJson.Write(NoticeCards.Sentence(Failed)));
        if (await files.UploadAsync(upload.Place.UploadUrl, file, cancellationToken))
            return await TellAsync(upload, key, Shown(upload.Place));
        return attempt < options.Value.Tries
            ? new ConnectorResult.Retry(null, "FileNotTaken")
            : await TellAsync(upload, key, MessageJson.Write(NoticeCards.Sentence(Failed)));
    }

    private async Task<ConnectorResult> TellAsync(FileErrand.Upload upload, string key, Utf8Text message)
    {
        await store.CommitAsync(new TurnCommit(upload.ConversationId, $"uploaded {key}", time.GetUtcNow(), null)
        {
            Deliveries = [new Cases.Outbox.Delivery($"{key}/shown", DeliveryKind.Reply, upload.ConversationId, message) { Lane = $"{key}/shown" }],
        });
        return new ConnectorResult.Delivered(null);
    }

    private static string Shown(ConsentedPlace place) => JsonSerializer.Serialize(
        new Activity
        {
            Type = ActivityTypes.Message,
            Summary = "Your file",
            Attachments =
            [
                new Attachment
                {
                    ContentType = ContentTypes.FileInfo,
                    ContentUrl = place.ContentUrl,
                    Name = place.Name,
                    Content = JsonSerializer.SerializeToElement(new FileInfoContent(place.UniqueId, place.FileType), ActivityJson.Default.FileInfoContent),
                },
            ],
        },
        ActivityJson.Default.Activity);
}
