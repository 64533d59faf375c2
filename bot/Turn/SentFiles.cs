using System.Text.Json;
using PolicyBot.Bot.Channel;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Turn;

/// <summary>The files in a message, and the answer to a file that was offered. Both are written by whoever holds the client; what cannot be read is empty.</summary>
internal static class SentFiles
{
    private const int LongestName = 255;
    private const int LongestAddress = 4000;

    public static ImmutableArray<OfferedFile> Of(Activity activity) => [.. Recognise.Files(activity).Take(EvidencePieces.Most).Select(Of)];

    public static Arrival.Consented Consented(JsonElement? value)
    {
        var body = new PressedData(value ?? default);
        var info = body.Inner("uploadInfo");
        return new Arrival.Consented(
            body.Inner("context"),
            body.Text("action") == "accept"
                ? new ConsentedPlace(info.Text("uploadUrl"), info.Text("contentUrl"), info.Text("name"), info.Text("uniqueId"), info.Text("fileType"))
                : null);
    }

    // A file's own address lets anybody in who has it, so it is kept apart from where the file lies.
    private static OfferedFile Of(Attachment attachment)
    {
        var picture = attachment.ContentType != ContentTypes.FileDownload;
        var name = attachment.Name ?? "";
        return new OfferedFile(
            name.Length <= LongestName ? name : name[..LongestName],
            Short(attachment.ContentUrl?.Split('?', '#')[0]),
            Short(picture ? attachment.ContentUrl : attachment.Content.Text("downloadUrl")) ?? "",
            picture);
    }

    private static string? Short(string? address) => address is { Length: <= LongestAddress } ? address : null;
}
